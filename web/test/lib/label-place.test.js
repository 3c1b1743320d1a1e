// Words beside a level line of a chart.
import assert from "node:assert/strict";
import { test } from "node:test";
import { placeLabel, valueAt } from "../../src/lib/label-place.js";

const BOX = { left: 40, top: 0, width: 200, height: 60 };
const WORDS = { width: 80, height: 11, gap: 4 };

test("words stand above the line at its start while nothing is in the way", () => {
  assert.deepEqual(placeLabel(BOX, 50, WORDS, []), { x: 44, y: 46 });
});

test("a line at the top has its words below it, inside the chart", () => {
  assert.deepEqual(placeLabel(BOX, 6, WORDS, []), { x: 44, y: 21 });
});

test("words go where no curve runs: to the other end, then to the other side", () => {
  const early = (/** @type {number} */ x) => (x < 140 ? 42 : 5);
  assert.deepEqual(placeLabel(BOX, 50, WORDS, [early]), { x: 156, y: 46 });
  assert.deepEqual(placeLabel(BOX, 30, WORDS, [() => 20]), { x: 44, y: 45 });
});

test("a chart too low for either side has its words above the line", () => {
  assert.deepEqual(placeLabel({ ...BOX, height: 12 }, 6, WORDS, []), { x: 44, y: 2 });
});

test("a curve has values between its points, and none outside them", () => {
  assert.equal(valueAt([0, 10, 20], [1, 3, 2], 5), 2);
  assert.equal(valueAt([0, 10, 20], [1, 3, 2], 20), 2);
  assert.equal(valueAt([7], [4], 7), 4);
  assert.ok(Number.isNaN(valueAt([0, 10], [1, 3], 11)));
  assert.ok(Number.isNaN(valueAt([], [], 0)));
});
