// Places: the scale, samples under the pointer and in a direction, and room for a tooltip.
import assert from "node:assert/strict";
import { test } from "node:test";
import { placeTooltip } from "../../src/lib/placement.js";
import { nearestSample, nextSample } from "../../src/lib/samples.js";
import { PlaneScale } from "../../src/lib/scale.js";

const scale = new PlaneScale([-1, 1, -1, 1], 200, 1);

test("the plane fills the square, y up", () => {
  const wide = new PlaneScale([-1, 3, 0, 2], 400, 2);
  assert.deepEqual([wide.x(-1), wide.x(3), wide.y(2), wide.y(0)], [0, 400, 0, 400]);
  assert.ok(wide.holds(0, 400));
  assert.ok(!wide.holds(-0.1, 10));
  assert.ok(!wide.holds(NaN, 10));
});

test("dots are smaller where there is less room", () => {
  const radii = [600, 500, 499, 300, 299].map((side) => new PlaneScale([0, 1, 0, 1], side, 1).dotRadius);
  assert.deepEqual(radii, [3, 3, 2.5, 2.5, 2]);
});

test("a plane without size is refused", () => {
  assert.throws(() => new PlaneScale([0, 0, 0, 1], 100, 1), /positive size, got 0,0,0,1/);
});

const samples = {
  real: Float32Array.of(0, 0, 0.5, 0.5),
  fake: Float32Array.of(0, 0, -0.5, 0, 0.9, 0),
};

test("the nearest sample within reach; of two in one place, the one drawn above", () => {
  assert.deepEqual(nearestSample(samples, scale, 152, 48, 10), { kind: "real", index: 1 });
  assert.deepEqual(nearestSample(samples, scale, 100, 100, 10), { kind: "fake", index: 0 });
  assert.equal(nearestSample(samples, scale, 20, 20, 10), null);
  assert.equal(nearestSample({}, scale, 100, 100, Infinity), null);
});

test("arrow keys go to the next sample ahead", () => {
  /** @type {import("../../src/lib/samples.js").Sample} */
  const middle = { kind: "fake", index: 0 };
  assert.deepEqual(nextSample(samples, scale, middle, -1, 0), { kind: "fake", index: 1 });
  assert.deepEqual(nextSample(samples, scale, middle, 1, 0), { kind: "fake", index: 2 });
  assert.deepEqual(nextSample(samples, scale, middle, 0, -1), { kind: "real", index: 1 });
  assert.deepEqual(nextSample(samples, scale, middle, 0, 1), middle);
});

test("arrow keys pass over samples outside the picture", () => {
  const outside = { fake: Float32Array.of(0, 0, 1.5, 0) };
  const middle = /** @type {const} */ ({ kind: "fake", index: 0 });
  assert.deepEqual(nextSample(outside, scale, middle, 1, 0), middle);
});

const size = { width: 216, height: 72 };

/** @param {{left: number, top: number}} at @param {number} x @param {number} y */
const covers = ({ left, top }, x, y) =>
  x > left && x < left + size.width && y > top && y < top + size.height;

test("the tooltip is beside its point, on the side away from its arrow", () => {
  const at = placeTooltip({ x: 300, y: 300 }, { x: 320, y: 330 }, size, 600);
  assert.deepEqual(at, { left: 300 - 14 - 216, top: 300 - 36 });
});

test("anywhere in the picture, the tooltip is inside it and covers neither point nor arrow", () => {
  for (let x = 0; x <= 600; x += 60) {
    for (let y = 0; y <= 600; y += 60) {
      for (let angle = 0; angle < 6.2; angle += 0.4) {
        const tip = { x: x + 40 * Math.cos(angle), y: y + 40 * Math.sin(angle) };
        const at = placeTooltip({ x, y }, tip, size, 600);
        assert.ok(at.left >= 0 && at.top >= 0 && at.left <= 600 - 216 && at.top <= 600 - 72);
        assert.ok(!covers(at, x, y), `covers the point at ${x}, ${y}`);
        assert.ok(!covers(at, tip.x, tip.y), `covers the arrow at ${x}, ${y}, ${angle}`);
      }
    }
  }
});
