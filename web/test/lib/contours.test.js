// Contours: levels, interpolation, saddles, closed and open lines.
import assert from "node:assert/strict";
import { test } from "node:test";
import { contourOf, levelsOf } from "../../src/lib/contours.js";

/** @param {number} size @param {(x: number, y: number) => number} value at the centre of each cell, in 0..1 */
function gridOf(size, value) {
  const data = new Float32Array(size * size);
  for (let i = 0; i < data.length; i += 1) {
    data[i] = value(((i % size) + 0.5) / size, (Math.floor(i / size) + 0.5) / size);
  }
  return { data, shape: [size, size] };
}

test("levels are whole numbers near the lowest, then 1, 2, 5, 10 …", () => {
  assert.deepEqual(levelsOf([-2.08, 55]), [-1, 0, 1, 2, 5, 10, 20, 50]);
  assert.deepEqual(levelsOf([3.5, 25]), [4, 5, 6, 10, 20]);
});

test("what has no density at all makes no levels", () => {
  assert.deepEqual(levelsOf([0.5, 6.5, 60000]), [1, 2, 3, 5]);
  assert.deepEqual(levelsOf([60000, 60000]), []);
});

test("a paraboloid has one closed circle for a level, of the right size", () => {
  const bowl = gridOf(128, (x, y) => (x - 0.4) ** 2 + (y - 0.6) ** 2);
  const [line, ...others] = contourOf(bowl, 0.09);
  assert.deepEqual(others, []);
  assert.deepEqual([...line.slice(0, 2)], [...line.slice(-2)]);
  for (let i = 0; i < line.length; i += 2) {
    assert.ok(Math.abs(Math.hypot(line[i] - 0.4, line[i + 1] - 0.6) - 0.3) < 1e-3);
  }
});

test("a slope has one open line from edge to edge, interpolated", () => {
  const [line, ...others] = contourOf(gridOf(8, (x) => x), 0.3);
  assert.deepEqual(others, []);
  assert.equal(line.length, 16);
  for (let i = 0; i < line.length; i += 2) assert.ok(Math.abs(line[i] - 0.3) < 1e-6);
});

test("at a saddle lines do not cross: the middle decides", () => {
  const saddle = (/** @type {number} */ lift) => ({ data: [1, 0, 0, 1].map((v) => v + lift), shape: [2, 2] });
  for (const [lift, apart] of [[0.1, false], [-0.1, true]]) {
    const lines = contourOf(saddle(Number(lift)), 0.5);
    assert.equal(lines.length, 2);
    // which corners each line cuts off: the low ones where the middle is high
    const sums = lines.map((line) => (line[0] + line[2]) / 2 - (line[1] + line[3]) / 2).sort();
    assert.equal(Math.abs(sums[0]) < 1e-6, apart);
  }
});

test("a level that nothing reaches has no line", () => {
  assert.deepEqual(contourOf(gridOf(8, (x) => x), 7), []);
});
