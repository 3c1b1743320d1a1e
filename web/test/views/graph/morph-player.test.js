// The time of the morph.
import assert from "node:assert/strict";
import { test } from "node:test";
import { progressAt } from "../../../src/views/graph/morph-player.js";

test("a look at the noise, 2 s to the picture, a look at that, and 2 s back", () => {
  assert.deepEqual([0, 699, 2700, 3399].map((ms) => progressAt(ms, false)), [0, 0, 1, 1]);
  assert.equal(progressAt(700 + 1000, false), 0.5);
  assert.equal(progressAt(3400 + 1000, false), 0.5);
  assert.equal(progressAt(5400, false), 0);
});

test("it moves one way at a time, without jumps", () => {
  for (let ms = 0; ms < 2700; ms += 10) {
    const moved = progressAt(ms + 10, false) - progressAt(ms, false);
    assert.ok(moved >= 0 && moved < 0.01, `${ms} ms`);
  }
});

test("without motion the two states take turns", () => {
  const seen = new Set(Array.from({ length: 540 }, (_, i) => progressAt(10 * i, true)));
  assert.deepEqual([...seen], [0, 1]);
});
