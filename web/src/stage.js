// The stage: nothing on the screen but the picture or the model, for a class to see.

/** @typedef {import("./store.js").Store} Store */
/** @typedef {{view: "plot"|"graph", full: boolean}} OnStage `full`: with the whole screen, where the browser lets it */

/** Enters and leaves presenter mode. @param {Store} store */
export function togglePresenter(store) {
  store.stage.value = store.stage.value ? null : { view: "plot", full: false };
}

/** Fills the screen with what is on the stage, at first the picture, or gives all of it back. @param {Store} store */
export function toggleFullScreen(store) {
  const now = store.stage.value;
  store.stage.value = now?.full ? null : { view: now?.view ?? "plot", full: true };
}

/** Puts one of picture and model on the stage, if there is one; without a name the other one. @param {Store} store @param {OnStage["view"]} [view] */
export function switchStage(store, view) {
  const now = store.stage.value;
  store.stage.value = now && { ...now, view: view ?? (now.view === "plot" ? "graph" : "plot") };
}

/** Back to the whole page. @param {Store} store */
export function leaveStage(store) {
  store.stage.value = null;
}
