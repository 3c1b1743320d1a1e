// Noise vectors as places.
import assert from "node:assert/strict";
import { test } from "node:test";
import { noiseExtent, placeNoise } from "../../src/lib/noise.js";

test("the first two numbers are the place, one number stands on a line", () => {
  const points = new Float32Array(4);
  placeNoise({ data: Float32Array.of(1, 2, 9, 3, 4, 9), shape: [2, 3] }, points);
  assert.deepEqual([...points], [1, 2, 3, 4]);
  placeNoise({ data: Float32Array.of(5, 6), shape: [2, 1] }, points);
  assert.deepEqual([...points], [5, 0, 6, 0]);
});

test("the extent is a square with a margin around all of them", () => {
  const [xMin, xMax, yMin, yMax] = noiseExtent({ data: Float32Array.of(-1, 0, 3, 1), shape: [2, 2] });
  assert.ok(xMin < -1 && xMin > -1.5 && xMax > 3 && xMax < 3.5);
  assert.equal(xMax - xMin, yMax - yMin);
  assert.equal((yMin + yMax) / 2, 0.5);
});

test("even noise without spread has an extent", () => {
  const [xMin, xMax] = noiseExtent({ data: Float32Array.of(0, 0), shape: [2, 1] });
  assert.ok(xMax > xMin);
});
