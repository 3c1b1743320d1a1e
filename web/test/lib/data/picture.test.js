// Pictures: their size by their first bytes, and their dark pixels as a density.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inkOf, placesOn } from "../../../src/lib/data/density.js";
import { kindOf, pictureSize, reduce } from "../../../src/lib/data/picture-file.js";
import { DataProblem } from "../../../src/lib/data/problem.js";
import { seededRandom } from "../../../src/lib/random.js";

/** The first bytes of a PNG. @param {number} width @param {number} height */
function pngHeader(width, height) {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

/** A JPEG up to its size, turned on its side if asked. @param {number} width @param {number} height @param {boolean} [turned] */
function jpgHeader(width, height, turned = false) {
  const exif = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const jfif = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
  const size = [0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
  return Uint8Array.from([0xff, 0xd8, ...(turned ? exif : jfif), ...size, 0xff, 0xd9]);
}

/** @param {() => unknown} act @param {string} kind */
const refused = (act, kind) =>
  assert.throws(act, (error) => error instanceof DataProblem && error.kind === kind);

test("files are known by their first bytes, whatever their names", () => {
  assert.equal(kindOf(pngHeader(1, 1)), "picture");
  assert.equal(kindOf(jpgHeader(1, 1)), "picture");
  assert.equal(kindOf(new TextEncoder().encode("1,2\n3,4")), "text");
  refused(() => kindOf(Uint8Array.of(0x50, 0x4b, 3, 4)), "archive");
  refused(() => kindOf(new TextEncoder().encode("GIF89a")), "other-picture");
});

test("sizes are read from the header alone", () => {
  assert.deepEqual(pictureSize(pngHeader(640, 480)), { width: 640, height: 480 });
  assert.deepEqual(pictureSize(jpgHeader(640, 480)), { width: 640, height: 480 });
  assert.deepEqual(pictureSize(jpgHeader(640, 480, true)), { width: 480, height: 640 });
  assert.deepEqual(pictureSize(pngHeader(4096, 4096)), { width: 4096, height: 4096 });
});

test("a picture of 100 megapixels is refused by its header, with its size", () => {
  for (const bytes of [pngHeader(10_000, 10_000), jpgHeader(20_000, 20_000), pngHeader(2 ** 31, 2 ** 31)]) {
    refused(() => pictureSize(bytes), "picture-size");
  }
});

test("a header that is cut off, or says no size, is a broken picture", () => {
  const broken = [pngHeader(0, 5), pngHeader(5, 5).slice(0, 20), pngHeader(5, 5).slice(0, 4), jpgHeader(5, 5).slice(0, 9), jpgHeader(0, 0)];
  for (const bytes of broken) refused(() => pictureSize(bytes), "picture-broken");
});

test("reducing keeps the shape and never enlarges", () => {
  assert.deepEqual(reduce({ width: 4000, height: 1000 }, 256), { width: 256, height: 64 });
  assert.deepEqual(reduce({ width: 20, height: 10 }, 256), { width: 20, height: 10 });
  assert.deepEqual(reduce({ width: 9000, height: 1 }, 256), { width: 256, height: 1 });
});

const plain = { threshold: 0, inverted: false };

test("dark counts, light and transparent do not; inverted it is the other way", () => {
  const data = Uint8Array.of(0, 0, 0, 255, 255, 255, 255, 255, 0, 0, 0, 0, 128, 128, 128, 255);
  const ink = inkOf({ data, width: 4, height: 1 }, plain);
  assert.deepEqual([...ink].map((weight) => +weight.toFixed(2)), [1, 0, 0, 0.5]);
  const light = inkOf({ data, width: 4, height: 1 }, { threshold: 0, inverted: true });
  assert.deepEqual([...light].map((weight) => +weight.toFixed(2)), [0, 1, 1, 0.5]);
  const dark = inkOf({ data, width: 4, height: 1 }, { threshold: 0.6, inverted: false });
  assert.deepEqual([...dark].map((weight) => +weight.toFixed(2)), [1, 0, 0, 0]);
});

test("places stand on the ink, as many as it is dark, with y up", () => {
  const ink = new Float64Array(8 * 4);
  ink[0] = 3; // top left
  ink[8 * 4 - 1] = 1; // bottom right
  const values = placesOn(ink, 8, 400, seededRandom(1));
  const within = (/** @type {number} */ left, /** @type {number} */ bottom) =>
    Array.from({ length: 400 }, (_, i) => [values[2 * i] - left, values[2 * i + 1] - bottom]).filter(
      (place) => place.every((offset) => offset >= 0 && offset <= 1),
    ).length;
  assert.equal(within(0, 3), 300);
  assert.equal(within(7, 0), 100);
  assert.deepEqual(values, placesOn(ink, 8, 400, seededRandom(1)));
});

test("a picture without ink is told so", () => {
  refused(() => placesOn(new Float64Array(16), 4, 100, seededRandom(1)), "picture-blank");
});
