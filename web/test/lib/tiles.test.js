// Which images are shown, and in which order.
import assert from "node:assert/strict";
import { test } from "node:test";
import { meanOf, orderOf } from "../../src/lib/tiles.js";

const VERDICTS = [0.5, 0.9, 0.1, 0.9];

test("images keep their places unless they are sorted", () => {
  assert.deepEqual(orderOf(4, VERDICTS, "none", "all"), [0, 1, 2, 3]);
  assert.deepEqual(orderOf(4, VERDICTS, "most", "all"), [1, 3, 0, 2]);
  assert.deepEqual(orderOf(4, VERDICTS, "least", "all"), [2, 0, 1, 3]);
});

test("a verdict of one half is none for real", () => {
  assert.deepEqual(orderOf(4, VERDICTS, "none", "real"), [1, 3]);
  assert.deepEqual(orderOf(4, VERDICTS, "most", "fake"), [0, 2]);
});

test("without verdicts all are shown as they are", () => {
  assert.deepEqual(orderOf(3, null, "most", "real"), [0, 1, 2]);
});

test("the mean verdict", () => {
  assert.equal(meanOf(new Float32Array([0.25, 0.75])), 0.5);
  assert.equal(meanOf(null), null);
  assert.equal(meanOf([]), null);
});
