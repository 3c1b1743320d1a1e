// Hiding the settings for beginners, and taking that back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isHidden } from "../src/controls/hideable.js";
import { hideSettings } from "../src/hide-settings.js";
import { Store } from "../src/store.js";
import { showAllControls } from "../src/views/hidden-controls.js";

test("hidden settings leave edit mode, and nothing else of what a link hides is touched", () => {
  const store = new Store();
  store.hidden.value = new Set(["speed"]);
  store.graphMode.value = "edit";
  hideSettings(store, true);
  assert.equal(store.graphMode.value, "overview");
  assert.ok(isHidden(store.hidden.value, "graph-edit") && isHidden(store.hidden.value, "control-panel"));
  hideSettings(store, false);
  assert.deepEqual([...store.hidden.value], ["speed"]);
  assert.equal(store.settingsHidden.value, false);
});

test("showing everything ends the wish to hide", () => {
  const store = new Store();
  hideSettings(store, true);
  showAllControls(store);
  assert.equal(store.settingsHidden.value, false);
  assert.equal(isHidden(store.hidden.value, "graph-edit"), false);
});
