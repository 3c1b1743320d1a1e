// Noise vectors as places in a picture: their first two numbers, whatever their dimension.

/** @typedef {import("../protocol.js").Grid} Grid */

/** Part of the span that is left free on each side. */
const MARGIN = 0.06;

/**
 * Writes the place of each vector; with one number they stand on a line.
 * @param {Grid} noise (n, dimension)
 * @param {Float32Array} points (2n) filled in
 */
export function placeNoise({ data, shape }, points) {
  const [count, dimension] = shape;
  for (let i = 0; i < count; i += 1) {
    points[2 * i] = data[i * dimension];
    points[2 * i + 1] = dimension > 1 ? data[i * dimension + 1] : 0;
  }
}

/**
 * The square that holds these vectors, with a margin.
 * @param {Grid} noise (n, dimension)
 * @returns {[number, number, number, number]} x_min, x_max, y_min, y_max
 */
export function noiseExtent(noise) {
  const points = new Float32Array(2 * noise.shape[0]);
  placeNoise(noise, points);
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    left = Math.min(left, points[i]);
    right = Math.max(right, points[i]);
    bottom = Math.min(bottom, points[i + 1]);
    top = Math.max(top, points[i + 1]);
  }
  const half = Math.max(right - left, top - bottom, Number.MIN_VALUE) * (0.5 + MARGIN);
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  return [x - half, x + half, y - half, y + half];
}
