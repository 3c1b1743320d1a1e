// Small images beside each other as one picture: each enlarged by a whole number, so that no pixel is blurred.
import { rgbaOf } from "./pixels.js";

/** @typedef {import("./pixels.js").Values} Values */

/**
 * @typedef {object} Mosaic where each image stands, in pixels of the picture
 * @property {number} scale pixels of the picture in one of an image
 * @property {number} tileWidth
 * @property {number} tileHeight
 * @property {number} width even, as films want it
 * @property {number} height even, too
 * @property {[number, number][]} places x, y of each image
 */

/**
 * @param {object} wanted
 * @param {number} wanted.count of images
 * @param {number} wanted.columns
 * @param {number[]} wanted.size height and width of each
 * @param {number} wanted.side about as many pixels high is each to be
 * @param {number} [wanted.gap] pixels of an image between two, and around all
 * @param {number} [wanted.head] pixels of the picture above all of them
 * @param {number} [wanted.under] under each image, for words
 * @param {number} [wanted.foot] and below all of them
 * @returns {Mosaic}
 */
export function layOutTiles({ count, columns, size: [rows, across], side, gap = 1, head = 0, under = 0, foot = 0 }) {
  const scale = Math.max(1, Math.round(side / rows));
  const between = gap * scale;
  const [tileWidth, tileHeight] = [across * scale, rows * scale];
  const lines = Math.ceil(count / columns);
  const wide = Math.min(count, columns);
  /** @type {[number, number][]} */
  const places = Array.from({ length: count }, (_, at) => [
    between + (at % columns) * (tileWidth + between),
    head + between + Math.floor(at / columns) * (tileHeight + under + between),
  ]);
  return {
    scale,
    tileWidth,
    tileHeight,
    width: even(between + wide * (tileWidth + between)),
    height: even(head + between + lines * (tileHeight + under + between) + foot),
    places,
  };
}

/** @param {number} length */
const even = (length) => length + (length % 2);

/**
 * An image with each pixel as a square of them.
 * @param {Values} image (height, width, channels) or (height, width), 0 to 255
 * @param {number} scale
 * @returns {{data: Uint8ClampedArray<ArrayBuffer>, width: number, height: number}} red, green, blue, 255
 */
export function enlarged(image, scale) {
  const [rows, across] = image.shape;
  const small = new Uint32Array(rgbaOf(image).buffer);
  const [width, height] = [across * scale, rows * scale];
  const large = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const from = Math.floor(y / scale) * across;
    for (let x = 0; x < width; x += 1) large[y * width + x] = small[from + Math.floor(x / scale)];
  }
  return { data: new Uint8ClampedArray(large.buffer), width, height };
}

/**
 * So many of several things at most, the first and the last among them.
 * @template T
 * @param {readonly T[]} things
 * @param {number} most
 */
export function evenly(things, most) {
  const count = Math.min(most, things.length);
  return Array.from({ length: count }, (_, at) => things[Math.round((at * (things.length - 1)) / Math.max(1, count - 1))]);
}

/**
 * Several images of one height as one, from left to right.
 * @param {readonly Values[]} images (height, width, channels)
 * @returns {Values}
 */
export function joined(images) {
  const height = images[0].shape[0];
  const widths = images.map(({ shape }) => shape[1]);
  const width = widths.reduce((sum, one) => sum + one, 0);
  const data = new Uint8ClampedArray(3 * height * width);
  let left = 0;
  for (const [at, image] of images.entries()) {
    const channels = image.shape[2] ?? 1;
    for (let pixel = 0; pixel < height * widths[at]; pixel += 1) {
      const to = 3 * (Math.floor(pixel / widths[at]) * width + left + (pixel % widths[at]));
      for (let colour = 0; colour < 3; colour += 1) data[to + colour] = image.data[pixel * channels + Math.min(colour, channels - 1)];
    }
    left += widths[at];
  }
  return { data, shape: [height, width, 3] };
}

/** There and back: the places of frames whose end leads to their beginning. @param {number} count */
export function thereAndBack(count) {
  const there = Array.from({ length: count }, (_, at) => at);
  return [...there, ...there.slice(1, -1).reverse()];
}
