// Running means, ranges and ticks of the charts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { middleRange, runningMean, stepTicks, threeTicks } from "../../src/lib/series.js";

test("the mean of a constant is the constant from the first value on", () => {
  assert.deepEqual([...runningMean([2, 2, 2])], [2, 2, 2]);
});

test("the newest value weighs 2 / (window + 1), and the start is unbiased", () => {
  // window 3: weights ½ (new) and ½ (kept), divided by what weight there is
  const means = [...runningMean([1, 3, 7], 3)];
  assert.deepEqual(means, [1, (0.25 * 1 + 0.5 * 3) / 0.75, (0.125 + 0.25 * 3 + 0.5 * 7) / 0.875]);
});

test("a long run is smoothed over a fortieth of it", () => {
  const step = Float64Array.from({ length: 4000 }, (_, i) => (i < 2000 ? 0 : 1));
  const means = runningMean(step);
  assert.ok(means[2005] < 0.2);
  assert.ok(means[2300] > 0.95);
});

test("values that are not finite are left out of the mean", () => {
  assert.deepEqual([...runningMean([NaN, 1, Infinity, 1], 3)], [NaN, 1, 1, 1]);
});

test("the middle range leaves a share out at either end", () => {
  const values = Array.from({ length: 100 }, (_, i) => i);
  assert.deepEqual(middleRange(values, 0), [0, 99]);
  assert.deepEqual(middleRange([...values, NaN], 0.02), [2, 97]);
  assert.equal(middleRange([NaN], 0.1), null);
});

test("three round ticks hold the range", () => {
  assert.deepEqual(threeTicks(0.6, 1.42), [0, 1, 2]);
  assert.deepEqual(threeTicks(0.012, 0.97), [0, 0.5, 1]);
  assert.deepEqual(threeTicks(0.6, 2.1), [0, 1.5, 3]);
  assert.deepEqual(threeTicks(0.5, 5.5), [0, 3, 6]);
  assert.deepEqual(threeTicks(-0.9, 0.9), [-1, 0, 1]);
});

test("ticks hold any range, evenly", () => {
  for (const [low, high] of [[-130, 20], [-1e-4, 3e-4], [0, 0], [7, 7], [-5, -5], [0.3, 8e5]]) {
    const [from, between, to] = threeTicks(low, high);
    assert.ok(from <= low && to >= high, `${from} … ${to} holds ${low} … ${high}`);
    assert.ok(Math.abs(to - between - (between - from)) <= 1e-9 * Math.abs(to - from));
  }
});

test("step ticks are whole and keep off the edge", () => {
  assert.deepEqual(stepTicks(1900, 4), [0, 500, 1000, 1500]);
  assert.deepEqual(stepTicks(100, 4), [0, 25, 50, 75]);
  assert.deepEqual(stepTicks(3, 4), [0, 1, 2]);
});
