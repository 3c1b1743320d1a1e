// The reader's own wish to see no settings: kept over all visits, and taken back with everything hidden.

/** @typedef {import("./store.js").Store} Store */

/** What is hidden, by its id in controls/hideable.js. */
const SETTINGS = "settings";

/** @param {Store} store @param {boolean} hide */
export function hideSettings(store, hide) {
  const hidden = new Set(store.hidden.peek());
  if (hide) hidden.add(SETTINGS);
  else hidden.delete(SETTINGS);
  store.hidden.value = hidden;
  store.settingsHidden.value = hide;
  if (hide && store.graphMode.peek() === "edit") store.graphMode.value = "overview";
}
