// Keys that work anywhere on the page, where they do not mean something else: one table, which the help sheet prints.
import { isHidden } from "./controls/hideable.js";
import { slowRepeat } from "./controls/repeat.js";
import { LAYERS } from "./layers/index.js";
import { shownPanel } from "./panels.js";
import { command } from "./protocol.js";
import { switchStage, toggleFullScreen, togglePresenter } from "./stage.js";
import { texts } from "./texts.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./protocol.js").Player} Player */
/** @typedef {keyof typeof texts.keys.actions} ShortcutId */
/** @typedef {keyof typeof texts.keys.groups} GroupId */

/**
 * @typedef {object} Shortcut
 * @property {ShortcutId} id names its words in texts.keys.actions
 * @property {GroupId} group where the help sheet lists it
 * @property {string[]} keys each does the same, or as many things as there are; `Mod` is Ctrl or ⌘
 * @property {(store: Store, key: string) => void} run
 * @property {boolean} [range] the sheet shows the first key and the last
 * @property {boolean} [repeats] a held key acts again and again
 * @property {string} [control] data-testid of the control that does the same: hidden, the key rests too
 */

/** @typedef {Pick<KeyboardEvent, "key"> & Partial<Pick<KeyboardEvent, "repeat"|"ctrlKey"|"metaKey"|"altKey"|"shiftKey">>} Press */

/** Shows the settings in the graph's place, or the graph again. @param {Store} store */
function toggleEdit(store) {
  store.graphMode.value = store.graphMode.value === "edit" ? "overview" : "edit";
}

/** Steps of a key held with Shift. */
const MANY = 10;

/** A key for one step of a player, with Shift for ten. @param {Player} player @param {string[]} keys @returns {Shortcut[]} */
function stepKeys(player, keys) {
  /** @param {number} [count] */
  const step = (count) => (/** @type {Store} */ store) => store.send(command.step(player, count));
  const common = { group: /** @type {const} */ ("train"), control: `step-${player}`, repeats: true };
  return [
    { ...common, id: `step-${player}`, keys, run: step() },
    { ...common, id: `step-${player}-ten`, keys: keys.map((key) => `Shift+${key}`), run: step(MANY) },
  ];
}

/** In the order of the help sheet. @type {Shortcut[]} */
export const SHORTCUTS = [
  { id: "play", group: "train", keys: ["Space"], control: "play", run: (store) => store.togglePlay() },
  ...stepKeys("both", ["ArrowRight", "s"]),
  ...stepKeys("discriminator", ["d"]),
  ...stepKeys("generator", ["g"]),
  { id: "slow", group: "train", keys: ["m"], control: "slow-motion", run: (store) => store.toggleSlow() },
  {
    id: "next-phase",
    group: "train",
    keys: [".", "n"],
    control: "slow-motion",
    repeats: true,
    run: (store) => store.slow.next(),
  },
  { id: "reset", group: "train", keys: ["r"], control: "reset", run: (store) => store.send(command.reset()) },
  {
    id: "layers",
    group: "picture",
    keys: LAYERS.map((_layer, index) => String(index + 1)),
    range: true,
    control: "layer-real",
    run: (store, key) => store.toggleLayer(LAYERS[Number(key) - 1].id),
  },
  { id: "edit", group: "settings", keys: ["e"], control: "graph-edit", run: toggleEdit },
  { id: "undo", group: "settings", keys: ["Mod+z", "u"], control: "undo", run: (store) => store.asking.travel(-1) },
  { id: "redo", group: "settings", keys: ["Mod+Shift+z", "Mod+y", "Shift+u"], control: "redo", run: (store) => store.asking.travel(1) },
  { id: "full-screen", group: "page", keys: ["f"], control: "full-screen", run: toggleFullScreen },
  { id: "presenter", group: "page", keys: ["p"], control: "presenter", run: togglePresenter },
  { id: "stage-view", group: "page", keys: ["v"], run: (store) => switchStage(store) },
  { id: "help", group: "page", keys: ["?"], control: "help", run: (store) => (store.helpOpen.value = true) },
];

/** Where letters are typed, or choose. A number that stands as it was set is not being typed. */
const TYPING = "input:not([type=range], [type=checkbox]), select, textarea, [contenteditable], dialog *";
const WRITING = "input:not([type=range], [type=checkbox], [data-settled=true]), textarea, [contenteditable], dialog *";

/** Where the space bar already does something. */
const SPACE_ACTS = `button, summary, a[href], input, ${TYPING}`;

/** Where arrows already do something: the picture, sliders, lists, tabs. */
const ARROWS_ACT = `[role=application], [role=slider], [role=tab], [role=radio], [role^=menuitem], input, video, audio, ${TYPING}`;

/**
 * The key as the table writes it. Shift counts where it does not already make another character.
 * @param {Press} press
 * @returns {string}
 */
function chordOf({ key, ctrlKey, metaKey, shiftKey }) {
  const name = key === " " ? "Space" : key.length === 1 ? key.toLowerCase() : key;
  const shifted = shiftKey && (name.length > 1 || /[a-z]/.test(name));
  return `${ctrlKey || metaKey ? "Mod+" : ""}${shifted ? "Shift+" : ""}${name}`;
}

/** Where a key belongs to what has the focus. @param {string} chord @returns {string} selector */
function keepsAway(chord) {
  if (chord.startsWith("Mod+")) return WRITING;
  if (chord.endsWith("Space")) return SPACE_ACTS;
  return chord.includes("Arrow") ? ARROWS_ACT : TYPING;
}

/**
 * The action of a key press, or null where the key belongs to what has the focus.
 * @param {Press} press
 * @param {(selector: string) => boolean} focusIs whether what has the focus matches a selector
 * @returns {((store: Store) => void)|null}
 */
export function actionOf(press, focusIs) {
  if (press.altKey) return null;
  const chord = chordOf(press);
  const shortcut = SHORTCUTS.find(({ keys }) => keys.includes(chord));
  if (!shortcut || (press.repeat && !shortcut.repeats) || focusIs(keepsAway(chord))) return null;
  return (store) => isOffered(shortcut, store) && shortcut.run(store, chord);
}

/** What keys do where not all of them do something. @type {Partial<Record<import("./panels.js").Panel, ReadonlySet<string>>>} */
const OFFERED = {
  learn: new Set(["help"]),
  images: new Set([
    "play", "reset", "undo", "redo", "help", "slow", "next-phase",
    ...["both", "discriminator", "generator"].flatMap((player) => [`step-${player}`, `step-${player}-ten`]),
  ]),
};

/** Whether the shortcut's control is there: most are in the lab alone, and a link may have taken it away. @param {Shortcut} shortcut @param {Store} store */
export function isOffered({ id, control }, store) {
  const offered = OFFERED[shownPanel(store)];
  if (offered && !offered.has(id)) return false;
  return control === undefined || !isHidden(store.hidden.value, control);
}

/** The first key of a shortcut, as a tool-tip prints it. @param {ShortcutId} id */
export function keyOf(id) {
  const shortcut = SHORTCUTS.find((candidate) => candidate.id === id);
  return shortcut && printedKey(shortcut.keys[0]);
}

/** @param {string} chord @returns {string} as it stands on the keyboard: "Shift →", "Ctrl Z" */
export function printedKey(chord) {
  const names = /** @type {Record<string, string>} */ (texts.keys.names);
  const modifier = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "") ? "⌘" : "Ctrl";
  return chord
    .split("+")
    .map((part) => (part === "Mod" ? modifier : (names[part] ?? part.toUpperCase())))
    .join(" ");
}

/** @param {Store} store @param {Document} page */
export function listenForKeys(store, page) {
  const acts = slowRepeat();
  page.addEventListener("keydown", (event) => {
    if (event.defaultPrevented) return; // what has the focus took it
    const focused = event.target instanceof Element ? event.target : null;
    const action = actionOf(event, (selector) => focused?.matches(selector) ?? false);
    if (!action) return;
    event.preventDefault();
    if (acts(event)) action(store);
  });
}
