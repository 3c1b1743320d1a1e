// Seeded random numbers: repeatable, evenly spread, and fair in what they choose.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseIndices, gaussian, seededRandom } from "../../src/lib/random.js";

/** @param {() => number} draw @param {number} [count] */
function moments(draw, count = 20_000) {
  const values = Array.from({ length: count }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  return { mean, variance, low: Math.min(...values), high: Math.max(...values) };
}

test("the same seed gives the same numbers, another seed others", () => {
  const [one, same, other] = [7, 7, 8].map((seed) => Array.from({ length: 5 }, seededRandom(seed)));
  assert.deepEqual(one, same);
  assert.notDeepEqual(one, other);
});

test("numbers fill [0, 1) evenly", () => {
  const { mean, variance, low, high } = moments(seededRandom(1));
  assert.ok(Math.abs(mean - 1 / 2) < 0.01 && Math.abs(variance - 1 / 12) < 0.005);
  assert.ok(low >= 0 && high < 1);
});

test("gaussians have mean 0 and variance 1", () => {
  const random = seededRandom(2);
  const { mean, variance } = moments(() => gaussian(random));
  assert.ok(Math.abs(mean) < 0.03 && Math.abs(variance - 1) < 0.05);
});

test("indices are different, ascending, of the number asked for, and each as likely", () => {
  const random = seededRandom(3);
  const counts = new Array(10).fill(0);
  for (let round = 0; round < 2000; round += 1) {
    const chosen = chooseIndices(10, 3, random);
    assert.equal(new Set(chosen).size, 3);
    assert.deepEqual(chosen, [...chosen].sort((a, b) => a - b));
    for (const index of chosen) counts[index] += 1;
  }
  for (const count of counts) assert.ok(Math.abs(count - 600) < 100, `${counts}`);
});

test("fewer than asked for are all chosen", () => {
  assert.deepEqual(chooseIndices(3, 5, seededRandom(4)), [0, 1, 2]);
});
