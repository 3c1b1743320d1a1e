// The panels of the page: which are there, which is open, and the way from one to another.
import { effect } from "../vendor/signals.js";
import { isHidden } from "./controls/hideable.js";
import { pageAt } from "./scene.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./scene.js").Scene} Scene */

/** In the order of the head. A panel is added with its view; its id stands in addresses. */
export const PANELS = Object.freeze(/** @type {const} */ (["lab", "images", "learn"]));

/** @typedef {typeof PANELS[number]} Panel */

/** The scene whose page a panel is on. @type {Record<Panel, Scene>} */
const SCENES = { lab: "plane", images: "image", learn: "plane" };

/** The panel that is shown; an address may have asked for one that is not there. @param {Store} store @returns {Panel} */
export function shownPanel(store) {
  const here = PANELS.filter((panel) => SCENES[panel] === store.scene);
  return here.find((panel) => panel === store.panel.value) ?? here[0];
}

/** Panels that a link has left on the page. @param {Store} store */
export function offeredPanels(store) {
  return PANELS.filter((panel) => !isHidden(store.hidden.value, `panel-${panel}`));
}

/**
 * The address of a panel that is on another page; null for one of this page. It holds the run that
 * the other page had, so that it is found again.
 * @param {Store} store
 * @param {Panel} panel
 * @param {(scene: Scene) => import("./url.js").Remembered|null} remembered
 * @returns {string|null}
 */
export function addressOf(store, panel, remembered) {
  const scene = SCENES[panel];
  if (scene === store.scene) return null;
  const usual = PANELS.find((other) => SCENES[other] === scene);
  const parts = panel === usual ? [] : [remembered(scene)?.address, `panel=${panel}`].filter(Boolean);
  return `${pageAt(scene)}${parts.length > 0 ? "#" : ""}${parts.join("&")}`;
}

/**
 * @typedef {object} Journal the browser's history of this tab
 * @property {() => any} state of the present entry
 * @property {(state: object) => void} push a new entry
 * @property {(state: object) => void} replace the present entry
 */

/**
 * Makes each change of panel a page in the browser's history, so that its back button leads from
 * panel to panel. The run is none of its business: going back never changes it.
 * @param {Store} store
 * @param {Journal} journal
 * @returns {(state: any) => void} to be called with the state of the entry that the browser went to
 */
export function keepPanels(store, journal) {
  effect(() => {
    const panel = store.panel.value;
    const state = journal.state();
    if (isEntry(state) && state.panel !== panel) journal.push({ panel });
    else if (!isEntry(state)) journal.replace({ panel });
  });
  return (state) => {
    if (isEntry(state)) store.panel.value = state.panel;
  };
}

/** Whether an entry of the history is ours; one that was typed or pasted has no state. @param {any} state */
export function isEntry(state) {
  return typeof state?.panel === "string";
}
