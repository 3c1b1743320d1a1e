// Keys that work anywhere on the page, where they do not mean something else.
import { slowRepeat } from "./controls/repeat.js";
import { LAYERS } from "./layers/index.js";
import { command } from "./protocol.js";

/** @typedef {import("./store.js").Store} Store */

/** @type {Record<string, (store: Store) => void>} */
const ACTIONS = {
  " ": (store) => store.togglePlay(),
  s: (store) => store.send(command.step("both")),
  d: (store) => store.send(command.step("discriminator")),
  g: (store) => store.send(command.step("generator")),
  r: (store) => store.send(command.reset()),
  "?": (store) => (store.helpOpen.value = true),
};

LAYERS.forEach(({ id }, index) => {
  ACTIONS[String(index + 1)] = (store) => store.toggleLayer(id);
});

/** Where letters are typed. */
const TYPING = "input:not([type=range], [type=checkbox]), select, textarea, [contenteditable], dialog *";

/** Where the space bar already does something. */
const SPACE_ACTS = `button, summary, a[href], input, ${TYPING}`;

/**
 * The action of a key press, or null where the key belongs to what has the focus.
 * @param {{key: string, repeat?: boolean, ctrlKey?: boolean, metaKey?: boolean, altKey?: boolean}} press
 * @param {(selector: string) => boolean} focusIs whether what has the focus matches a selector
 * @returns {((store: Store) => void)|null}
 */
export function actionOf(press, focusIs) {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.repeat && !"sdg".includes(key)) return null;
  if (focusIs(key === " " ? SPACE_ACTS : TYPING)) return null;
  return ACTIONS[key] ?? null;
}

/** @param {Store} store @param {Document} page */
export function listenForKeys(store, page) {
  const acts = slowRepeat();
  page.addEventListener("keydown", (event) => {
    const focused = event.target instanceof Element ? event.target : null;
    const action = actionOf(event, (selector) => focused?.matches(selector) ?? false);
    if (!action) return;
    event.preventDefault();
    if (acts(event)) action(store);
  });
}
