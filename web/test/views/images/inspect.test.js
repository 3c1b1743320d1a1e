// What is said of neighbours, and which weights are pictures.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hasPictures } from "../../../src/views/images/inspect-layers.js";
import { stepsBetween } from "../../../src/views/images/ways.js";
import { sayNearest } from "../../../src/views/images/inspect-neighbours.js";
import { texts } from "../../../src/texts.js";

const yardstick = { median: 5, low: 3, samples: 100 };

test("a copy is told from what is usual and from what is unlike the data", () => {
  const say = (/** @type {number} */ distance) => sayNearest("fake", { distances: [distance], yardstick });
  assert.equal(say(2.5), texts.inspect.copied("2.50", "3.00"));
  assert.equal(say(3.5), texts.inspect.usual("3.50", "5.00"));
  assert.equal(say(8), texts.inspect.strange("8.00", "5.00"));
  assert.equal(sayNearest("real", { distances: [2], yardstick }), texts.inspect.realNearest("2.00", "5.00"));
  assert.equal(sayNearest("fake", { distances: [], yardstick }), "");
  assert.equal(sayNearest("fake", { distances: [1], yardstick: { ...yardstick, samples: 0 } }), "");
});

test("weights are pictures where they read or paint an image", () => {
  const rows = ["flatten", "dense", "relu", "dense", "reshape", "conv_transpose"].map((id) => ({ id }));
  assert.deepEqual(rows.map((_, at) => hasPictures(rows, at + 1)), [false, true, false, true, false, true]);
});

test("a way is about as long however many images it leads through", () => {
  assert.deepEqual([2, 3, 4, 5, 8].map(stepsBetween), [12, 6, 4, 3, 2]);
});
