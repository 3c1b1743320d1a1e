// Panels and the browser's history.
import assert from "node:assert/strict";
import { test } from "node:test";
import { keepPanels, offeredPanels, shownPanel } from "../src/panels.js";
import { Store } from "../src/store.js";

/** A history of one tab, by hand. @param {any[]} entries */
function journalOf(entries) {
  return {
    entries,
    state: () => entries.at(-1),
    push: (/** @type {object} */ state) => void entries.push(state),
    replace: (/** @type {object} */ state) => void (entries[entries.length - 1] = state),
  };
}

test("an address may ask for a panel that is not there", () => {
  const store = new Store();
  store.panel.value = "learn";
  assert.equal(shownPanel(store), "learn");
  store.panel.value = "nonsense";
  assert.equal(shownPanel(store), "lab");
});

test("a link may take a panel away", () => {
  const store = new Store();
  assert.deepEqual(offeredPanels(store), ["lab", "images", "learn"]);
  store.hidden.value = new Set(["panel-learn"]);
  assert.deepEqual(offeredPanels(store), ["lab", "images"]);
});

test("each change of panel is an entry of the history, and going back is none", () => {
  const store = new Store();
  const journal = journalOf([null]);
  const goTo = keepPanels(store, journal);
  assert.deepEqual(journal.entries, [{ panel: "lab" }]);
  store.panel.value = "learn";
  assert.deepEqual(journal.entries, [{ panel: "lab" }, { panel: "learn" }]);
  journal.entries.pop(); // as the browser does before it tells
  goTo(journal.state());
  assert.equal(store.panel.value, "lab");
  assert.deepEqual(journal.entries, [{ panel: "lab" }]);
});

test("an entry that was pasted becomes one of ours", () => {
  const store = new Store();
  const journal = journalOf([{ panel: "lab" }, null]);
  store.panel.value = "learn";
  keepPanels(store, journal)(null);
  assert.deepEqual(journal.entries, [{ panel: "lab" }, { panel: "learn" }]);
  assert.equal(store.panel.value, "learn");
});
