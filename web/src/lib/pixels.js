// Pixels of an image as a canvas wants them: grey or in colour, or a signed map in two colours.

/** @typedef {{data: ArrayLike<number>, shape: number[]}} Values an array with its shape */

/** Weak values of a signed map stay visible. */
const POWER = 0.7;

/**
 * One of several arrays that lie behind each other.
 * @param {{data: Float32Array|Uint8Array, shape: number[]}} values (n, …)
 * @param {...number} place along the first axes
 * @returns {Values} of the axes that are left
 */
export function part({ data, shape }, ...place) {
  const inner = shape.slice(place.length);
  const size = inner.reduce((product, length) => product * length, 1);
  const index = place.reduce((sum, at, axis) => sum * shape[axis] + at, 0);
  return { data: data.subarray(index * size, (index + 1) * size), shape: inner };
}

/**
 * @param {Values} image (height, width, channels) or (height, width), 0 to 255; one channel is grey, three a colour
 * @returns {Uint8ClampedArray<ArrayBuffer>} red, green, blue, 255 of each pixel, row by row
 */
export function rgbaOf({ data, shape }) {
  const [height, width, channels = 1] = shape;
  const pixels = new Uint8ClampedArray(4 * height * width);
  for (let pixel = 0; pixel < height * width; pixel += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      pixels[4 * pixel + channel] = data[pixel * channels + Math.min(channel, channels - 1)];
    }
    pixels[4 * pixel + 3] = 255;
  }
  return pixels;
}

/**
 * A signed map to lie over an image: one colour where it is above 0, another where it is below, and
 * nothing at 0.
 * @param {Values} map (height, width), −1 to 1
 * @param {[number, number, number]} above
 * @param {[number, number, number]} below
 * @returns {Uint8ClampedArray<ArrayBuffer>} red, green, blue, opacity of each pixel, row by row
 */
export function signedRgba({ data, shape }, above, below) {
  const [height, width] = shape;
  const pixels = new Uint8ClampedArray(4 * height * width);
  for (let pixel = 0; pixel < height * width; pixel += 1) {
    pixels.set(data[pixel] < 0 ? below : above, 4 * pixel);
    pixels[4 * pixel + 3] = 255 * Math.abs(data[pixel]) ** POWER;
  }
  return pixels;
}
