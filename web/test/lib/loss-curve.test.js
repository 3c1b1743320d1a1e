// Curves of losses as they are drawn, and the histogram of the fakes under them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BINS, axisOf, curveOf, endsOf, histogram, mean, pathOf, rangeOf } from "../../src/lib/loss-curve.js";

/** @param {object} more @returns {any} */
const entry = (more) => ({
  id: "some",
  label: "Some",
  params: [],
  curves: { low: -8, high: 8, g_loss: [16, 8, 0, -8, null], g_slope: [-2, -2, -2, -2, null] },
  ...more,
});

const BOX = { width: 100, height: 50 };

test("a probability is drawn from 0 to 1, anything else as it is", () => {
  assert.equal(axisOf(entry({ probability: true })), "probability");
  assert.equal(axisOf(entry({})), "raw");
  assert.deepEqual(endsOf("probability"), [0, 1]);
  const curve = curveOf(entry({}), "probability");
  assert.equal(curve?.x[2], 0.5);
  assert.ok(Math.abs((curve?.x[3] ?? 0) - 1 / (1 + Math.exp(-4))) < 1e-12);
  assert.deepEqual(curveOf(entry({}), "raw")?.x, [-8, -4, 0, 4, 8]);
});

test("the pull is minus the slope; what is no number stays none", () => {
  assert.deepEqual(curveOf(entry({}), "raw")?.pull, [2, 2, 2, 2, null]);
  assert.equal(curveOf(entry({ curves: undefined }), "raw"), null);
});

test("the range holds what is seen, up to a limit, and 0", () => {
  const curve = /** @type {any} */ (curveOf(entry({}), "raw"));
  assert.deepEqual(rangeOf([curve], "raw"), [-5, 5]);
  assert.deepEqual(rangeOf([{ x: [-1, 1], loss: [0.2, 1.4], pull: [1, 1] }], "raw"), [0, 2]);
  assert.deepEqual(rangeOf([{ x: [-9, 1], loss: [40, 0], pull: [0, 0] }], "raw"), [0, 1]);
});

test("a path breaks where the curve leaves the picture", () => {
  const path = pathOf([0, 1, 2, 3, 4], [0, 5, 1, null, 2], [0, 4], [0, 2], BOX);
  assert.equal(path, "M0.0 50.0M50.0 25.0M100.0 0.0");
});

test("every fake is in one bar; those beyond the ends are in the last", () => {
  const shares = histogram(Float32Array.of(-9, -4, 0, 3.99, 4, 9, NaN, 1), [-4, 4]);
  assert.equal(shares.length, BINS);
  assert.equal(shares[0], 2 / 8);
  assert.equal(shares[BINS - 1], 3 / 8);
  assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 7 / 8) < 1e-12);
});

test("the mean of nothing is none", () => {
  assert.equal(mean([]), null);
  assert.equal(mean([1, 2]), 1.5);
});
