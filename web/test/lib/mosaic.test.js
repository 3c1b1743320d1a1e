// Images beside each other: where each stands, and that none of its pixels is lost or blurred.
import assert from "node:assert/strict";
import { test } from "node:test";
import { indexed } from "../../src/lib/indexed.js";
import { enlarged, evenly, joined, layOutTiles, thereAndBack } from "../../src/lib/mosaic.js";

test("each image is enlarged by a whole number and has a place of its own", () => {
  const mosaic = layOutTiles({ count: 10, columns: 8, size: [28, 28, 1], side: 84, under: 26, foot: 24 });
  assert.deepEqual([mosaic.scale, mosaic.tileWidth, mosaic.tileHeight], [3, 84, 84]);
  assert.deepEqual(mosaic.places.slice(7, 10), [[3 + 7 * 87, 3], [3, 3 + 84 + 26 + 3], [90, 116]]);
  assert.deepEqual([mosaic.width, mosaic.height], [700, 254]);
});

test("images of several channels are joined from left to right", () => {
  const grey = { data: [1, 2], shape: [2, 1, 1] };
  const colour = { data: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14], shape: [2, 2, 3] };
  const { data, shape } = joined([grey, colour]);
  assert.deepEqual(shape, [2, 3, 3]);
  assert.deepEqual(Array.from(data), [1, 1, 1, 3, 4, 5, 6, 7, 8, 2, 2, 2, 9, 10, 11, 12, 13, 14]);
});

test("there is room above all images for what their columns are", () => {
  const [bare, headed] = [0, 20].map((head) => layOutTiles({ count: 4, columns: 2, size: [2, 2], side: 2, head }));
  assert.deepEqual(headed.places, bare.places.map(([x, y]) => [x, y + 20]));
  assert.equal(headed.height, bare.height + 20);
});

test("a film's measures are even, and no image is so large that it would be made smaller", () => {
  const odd = layOutTiles({ count: 1, columns: 1, size: [27, 25], side: 27, gap: 0 });
  assert.deepEqual([odd.scale, odd.width, odd.height], [1, 26, 28]);
  assert.equal(layOutTiles({ count: 1, columns: 1, size: [300, 300], side: 84 }).scale, 1);
});

test("an enlarged pixel is a square of itself", () => {
  const { data, width, height } = enlarged({ data: [10, 20, 30, 40], shape: [2, 2, 1] }, 3);
  assert.deepEqual([width, height], [6, 6]);
  const at = (/** @type {number} */ x, /** @type {number} */ y) => [...data.slice(4 * (y * width + x), 4 * (y * width + x) + 4)];
  assert.deepEqual([at(0, 0), at(2, 2), at(3, 2), at(2, 3), at(5, 5)], [10, 10, 20, 30, 40].map((grey) => [grey, grey, grey, 255]));
});

test("of many things so many are taken, evenly, from the first to the last", () => {
  assert.deepEqual(evenly([...Array(121).keys()], 3), [0, 60, 120]);
  assert.deepEqual(evenly([4, 5], 60), [4, 5]);
  assert.deepEqual(evenly([4], 60), [4]);
  assert.deepEqual(evenly([], 60), []);
});

test("there and back says neither end twice", () => {
  assert.deepEqual(thereAndBack(4), [0, 1, 2, 3, 2, 1]);
  assert.deepEqual(thereAndBack(1), [0]);
});

test("up to 256 colours are exact, more are too many", () => {
  const colours = (/** @type {number} */ count) => new Uint8ClampedArray(Array.from({ length: count }, (_, at) => [at & 255, at >> 8, 7, 255]).flat());
  const found = indexed(colours(256));
  assert.deepEqual([...(found?.index ?? [])].map((place) => found?.palette[place]), Array.from({ length: 256 }, (_, at) => [at, 0, 7]));
  assert.equal(indexed(colours(257)), null);
});
