// The mathematics that the article draws, against closed forms.
import assert from "node:assert/strict";
import { test } from "node:test";
import { VERDICT_LOSSES, gamePath } from "../../src/lib/game-theory.js";

test("where D is sure, the non-saturating loss pulls 99 times as hard", () => {
  const { minimax, non_saturating } = VERDICT_LOSSES;
  assert.ok(Math.abs(non_saturating.pull(0.01) / minimax.pull(0.01) - 99) < 1e-9);
});

test("the pull is the slope over the logit", () => {
  const sigmoid = (/** @type {number} */ logit) => 1 / (1 + Math.exp(-logit));
  for (const { loss, pull } of Object.values(VERDICT_LOSSES)) {
    for (const logit of [-4, -1, 0, 2]) {
      const slope = (loss(sigmoid(logit + 1e-5)) - loss(sigmoid(logit - 1e-5))) / 2e-5;
      assert.ok(Math.abs(Math.abs(slope) - pull(sigmoid(logit))) < 1e-6);
      assert.ok(slope < 0, "both losses fall as D says real more surely");
    }
  }
});

test("moving at once grows by the root of 1 + η² a round", () => {
  const path = gamePath("simultaneous", [1, 0], 0.3, 10);
  assert.equal(path.length, 11);
  const [x, y] = path[10];
  assert.ok(Math.abs(Math.hypot(x, y) - (1 + 0.09) ** 5) < 1e-9);
});

test("taking turns conserves x² + y² − ηxy", () => {
  for (const [x, y] of gamePath("alternating", [1, 0], 0.3, 200)) {
    assert.ok(Math.abs(x * x + y * y - 0.3 * x * y - 1) < 1e-9);
  }
});

test("with a brake it comes to rest", () => {
  const [x, y] = gamePath("damped", [1, 0], 0.3, 200)[200];
  assert.ok(Math.hypot(x, y) < 1e-3);
});
