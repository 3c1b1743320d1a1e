// Sliders of chosen numbers: the nearest position, and the range kept.
import assert from "node:assert/strict";
import { test } from "node:test";
import { RADII, nearestRung, spreadsWithin } from "../../src/lib/rungs.js";

test("the nearest rung is found by ratio", () => {
  assert.equal(RADII[nearestRung(RADII, 0.05)], 0.05);
  assert.equal(RADII[nearestRung(RADII, 0.13)], 0.15);
  assert.equal(RADII[nearestRung(RADII, 9)], 0.4);
});

test("only spreads that the server takes are offered", () => {
  const spreads = spreadsWithin(0.005, 0.1);
  assert.equal(spreads[0], 0.005);
  assert.equal(spreads.at(-1), 0.1);
});
