// Pixels by number in a palette, as a GIF has them: exact as long as there are no more than 256 colours.

/** @typedef {[number, number, number]} Rgb */

/** A GIF's palette has so many at most. */
const MOST = 256;

/**
 * @param {Uint8ClampedArray} rgba opaque
 * @returns {{palette: Rgb[], index: Uint8Array}|null} null where there are too many colours
 */
export function indexed(rgba) {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength / 4);
  const index = new Uint8Array(pixels.length);
  /** @type {Map<number, number>} */
  const places = new Map();
  for (let at = 0; at < pixels.length; at += 1) {
    let place = places.get(pixels[at]);
    if (place === undefined) {
      if (places.size === MOST) return null;
      place = places.size;
      places.set(pixels[at], place);
    }
    index[at] = place;
  }
  const palette = [...places.keys()].map((pixel) => /** @type {Rgb} */ ([pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255]));
  return { palette, index };
}
