// The noise on its way to what the generator makes of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Morph } from "../../src/lib/morph.js";
import { frameWith } from "../support/scene.js";

const plane = /** @type {const} */ ([-10, 10, -10, 10]);
const frame = frameWith({
  manifold: { data: Float32Array.of(5, 5, 6, 6, 7, 7, 8, 8), shape: [2, 2, 2] },
  lattice: { data: Float32Array.of(-1, -1, 1, -1, -1, 1, 1, 1), shape: [2, 2, 2] },
  noise: { data: Float32Array.of(-1, -1, 1, 1), shape: [2, 2] },
  fake: Float32Array.of(2, 2, 3, 3),
  real: Float32Array.of(1, 1),
});

test("at 0 the noise is a square in the middle of the plane", () => {
  const { manifold, fake, real } = new Morph().at(frame, 0, plane).arrays;
  const [x, y, x2] = manifold?.data ?? [];
  assert.ok(x > -9 && x < -7 && x === y && Math.abs(x + x2) < 1e-6, `corner at ${x}, ${y}`);
  assert.deepEqual(manifold?.shape, [2, 2, 2]);
  assert.ok(fake && Math.abs(fake[0] - x) < 1e-5, "each fake stands at its noise");
  assert.equal(real, frame.arrays.real);
});

test("at 1 it is what the generator makes of it, at ½ it is half-way", () => {
  const morph = new Morph();
  const from = [...(morph.at(frame, 0, plane).arrays.manifold?.data ?? [])];
  const half = [...(morph.at(frame, 0.5, plane).arrays.manifold?.data ?? [])];
  assert.ok(half.every((value, i) => Math.abs(value - (from[i] + (frame.arrays.manifold?.data[i] ?? 0)) / 2) < 1e-5));
  const end = morph.at(frame, 1, plane).arrays;
  assert.deepEqual(end.manifold?.data, frame.arrays.manifold?.data);
  assert.deepEqual(end.fake, frame.arrays.fake);
});

test("a frame without the noise behind it is left as it is", () => {
  const { lattice: _without, ...arrays } = frame.arrays;
  const plain = frameWith(arrays);
  assert.equal(new Morph().at(plain, 0.5, plane), plain);
});

test("noise along a line stands on a line, and the frame itself is not touched", () => {
  const line = frameWith({
    manifold: { data: Float32Array.of(1, 2, 3, 4), shape: [2, 2] },
    lattice: { data: Float32Array.of(-1, 0, 1, 0), shape: [2, 2] },
    noise: { data: Float32Array.of(-1, 1), shape: [2, 1] },
  });
  const { data } = new Morph().at(line, 0, plane).arrays.manifold ?? { data: [] };
  assert.equal(data[1], data[3]);
  assert.deepEqual([...(line.arrays.manifold?.data ?? [])], [1, 2, 3, 4]);
});
