// Pixels for a canvas: grey, colour, signed maps, and single images out of many.
import assert from "node:assert/strict";
import { test } from "node:test";
import { part, rgbaOf, signedRgba } from "../../src/lib/pixels.js";

test("one channel is grey, three are a colour", () => {
  assert.deepEqual([...rgbaOf({ data: [0, 200], shape: [1, 2, 1] })], [0, 0, 0, 255, 200, 200, 200, 255]);
  assert.deepEqual([...rgbaOf({ data: [7], shape: [1, 1] })], [7, 7, 7, 255]);
  assert.deepEqual([...rgbaOf({ data: [1, 2, 3], shape: [1, 1, 3] })], [1, 2, 3, 255]);
});

test("a signed map has a colour above 0, another below, and nothing at 0", () => {
  const pixels = signedRgba({ data: [1, -1, 0, 0.1], shape: [2, 2] }, [1, 2, 3], [4, 5, 6]);
  assert.deepEqual([...pixels.subarray(0, 8)], [1, 2, 3, 255, 4, 5, 6, 255]);
  assert.equal(pixels[11], 0);
  assert.ok(pixels[15] > 40 && pixels[15] < 64); // weak, and yet to be seen
});

test("an image is found among many by its place", () => {
  const values = { data: Uint8Array.from({ length: 24 }, (_, at) => at), shape: [2, 3, 2, 2] };
  assert.deepEqual(Array.from(part(values, 1).data).slice(0, 2), [12, 13]);
  const one = part(values, 1, 2);
  assert.deepEqual([Array.from(one.data), one.shape], [[20, 21, 22, 23], [2, 2]]);
});
