// Data of any size in the plane: the scale, the shape kept or not, and what makes no figure.
import assert from "node:assert/strict";
import { test } from "node:test";
import { measure, placePoints } from "../../../src/lib/data/fit.js";
import { DataProblem } from "../../../src/lib/data/problem.js";
import { packPoints } from "../../../src/lib/point-codec.js";
import { gaussian, seededRandom } from "../../../src/lib/random.js";

const limits = () => ({ fewest: 3, most: 1200, random: seededRandom(1) });

test("one scale for both axes keeps the shape", () => {
  const values = Float64Array.of(0, 100, 200, 150, 100, 100);
  const scale = measure(values, true);
  assert.deepEqual(scale.x, { low: 0, high: 200, half: 100, unit: 100 });
  assert.deepEqual(scale.y, { low: 100, high: 150, half: 25, unit: 100 });
  assert.deepEqual(placePoints(values, scale, limits()), [[-1, -0.25], [1, 0.25], [0, -0.25]]);
});

test("a scale for each axis fills the plane", () => {
  const values = Float64Array.of(0, 100, 200, 150, 100, 125);
  const points = placePoints(values, measure(values, false), limits());
  assert.deepEqual(points, [[-1, -1], [1, 1], [0, 0]]);
});

test("a line along one axis stays a line", () => {
  const values = Float64Array.of(5, 1, 5, 2, 5, 3);
  for (const alike of [true, false]) {
    assert.deepEqual(placePoints(values, measure(values, alike), limits()), [[0, -1], [0, 0], [0, 1]]);
  }
});

test("numbers at the ends of the range come to the plane as well", () => {
  for (const size of [1.7e308, 1e-300]) {
    const values = Float64Array.of(-size, 0, size, size, 0, -size);
    assert.deepEqual(placePoints(values, measure(values, true), limits()), [[-1, 0], [1, 1], [0, -1]]);
  }
});

test("whatever the data, the points lie on the lattice within −1 … 1 and fill it", () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const random = seededRandom(seed);
    const size = 10 ** (6 * gaussian(random));
    const shift = 1e3 * size * gaussian(random);
    const values = Float64Array.from({ length: 400 }, () => shift + size * gaussian(random));
    const points = placePoints(values, measure(values, seed % 2 === 0), limits());
    const reach = Math.max(...points.flat().map(Math.abs));
    assert.equal(reach, 1, `seed ${seed}`);
    assert.equal(packPoints(points).length, 800);
  }
});

test("too many points are thinned out, in their order, the same ones each time", () => {
  const values = Float64Array.from({ length: 20_000 }, (_, i) => i);
  const points = placePoints(values, measure(values, true), limits());
  assert.equal(points.length, 1200);
  assert.deepEqual(points, placePoints(values, measure(values, true), limits()));
  assert.ok(points.every(([x], i) => i === 0 || x >= points[i - 1][0]));
});

test("too few points, and points on one place, are told with their number", () => {
  const few = Float64Array.of(1, 2, 3, 4);
  assert.throws(() => placePoints(few, measure(few, true), limits()), (error) =>
    error instanceof DataProblem && error.kind === "too-few" && error.facts.count === 2 && error.facts.limit === 3);
  const same = new Float64Array(20).fill(7);
  assert.throws(() => placePoints(same, measure(same, true), limits()), (error) =>
    error instanceof DataProblem && error.kind === "one-place" && error.facts.count === 10);
});
