// The map of the modes: where dots lie and how large they are.
import assert from "node:assert/strict";
import { test } from "node:test";
import { modeDots } from "../../src/views/mode-map.js";

/** @type {[number, number, number][]} */
const square = [
  [0, 0, 0.1],
  [2, 0, 0.1],
  [0, 2, 0.1],
  [2, 2, 0.1],
];

test("modes fill the map, y up", () => {
  const dots = modeDots(square, null);
  assert.deepEqual(
    dots.map(({ x, y }) => [x, y]),
    [[8, 64], [64, 64], [8, 8], [64, 8]],
  );
});

test("areas go with shares and the empty mode is marked", () => {
  const [full, quarter, none] = modeDots(square, [0.4, 0.1, 0, 0.4]);
  assert.equal(full.radius, 7);
  assert.equal(quarter.radius, 1.5 + 5.5 / 2);
  assert.deepEqual([full.empty, quarter.empty, none.empty], [false, false, true]);
});

test("many modes have small dots that do not touch", () => {
  const grid = Array.from({ length: 25 }, (_, i) => /** @type {[number, number, number]} */ ([i % 5, Math.floor(i / 5), 0.05]));
  const dots = modeDots(grid, null);
  const apart = dots[1].x - dots[0].x;
  assert.ok(2 * dots[0].radius < apart);
});

test("a single mode lies in the middle; all shares may be 0", () => {
  const [one] = modeDots([[3, 3, 1]], [0]);
  assert.deepEqual([one.x, one.y, one.empty], [36, 36, true]);
});
