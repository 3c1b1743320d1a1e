// A trail of edits: back, forth, and what cuts off what lay ahead.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Trail } from "../../src/lib/trail.js";

test("steps of one change count as one, until it is sealed", () => {
  const trail = new Trail(0);
  for (const value of [1, 2, 3]) trail.record(value, "slope");
  assert.equal(trail.stops.value.length, 2);
  trail.seal();
  trail.record(4, "slope");
  assert.equal(trail.travel(-1), true);
  assert.equal(trail.now.value, 3);
  assert.equal(trail.canRedo.value, true);
  trail.record(9);
  assert.equal(trail.canRedo.value, false);
  assert.equal(trail.travel(1), false);
});

test("it forgets what is long ago, and begins anew", () => {
  const trail = new Trail(0);
  for (let value = 1; value < 300; value += 1) trail.record(value);
  assert.equal(trail.now.value, 299);
  while (trail.travel(-1)) void 0;
  assert.ok(trail.now.value > 50);
  trail.begin(7);
  assert.deepEqual([trail.now.value, trail.canUndo.value, trail.canRedo.value], [7, false, false]);
});
