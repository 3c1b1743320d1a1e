// What a link can take away: groups and single controls, and never the way back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { HIDEABLE, hideableIn, isHidden, selectorsOf } from "../../src/controls/hideable.js";
import { texts } from "../../src/texts.js";

test("a group takes its controls away, and a control can go alone", () => {
  const hidden = new Set(["steps", "speed", "reset", "data"]);
  for (const gone of ["step-both", "step-generator", "speed", "reset", "distribution-ring"]) assert.ok(isHidden(hidden, gone), gone);
  for (const left of ["play", "loss", "step-count", "data-name", "layer-real"]) assert.ok(!isHidden(hidden, left), left);
});

test("nothing takes the way back away", () => {
  const hidden = new Set(["show-all-controls", "help", "export"]);
  assert.ok(!isHidden(hidden, "show-all-controls"));
  assert.ok(!selectorsOf(hidden).some((selector) => selector.includes("show-all")));
});

test("selectors name exactly what is hidden", () => {
  assert.deepEqual(selectorsOf(new Set()), []);
  assert.deepEqual(selectorsOf(new Set(["slow", "reset"])), ['[data-testid="slow-motion"]', '[data-testid="reset"]']);
  assert.ok(selectorsOf(new Set(["layers"])).includes('[data-testid^="layer-"]'));
});

test("each group has its words", () => {
  assert.deepEqual(Object.keys(texts.share.groups), HIDEABLE.map(({ id }) => id));
});

test("each page offers what it has", () => {
  const ids = hideableIn("image").map(({ id }) => id);
  assert.ok(ids.includes("steps") && !ids.includes("slow") && !ids.includes("theory"));
  assert.deepEqual(hideableIn("plane"), HIDEABLE);
  assert.ok(isHidden(new Set(["data"]), "dataset-digits"));
  assert.ok(isHidden(new Set(["draw"]), "dataset-upload"));
});
