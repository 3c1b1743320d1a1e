// A picture as a density: the darker a pixel, the more points stand on it.
import { DataProblem } from "./problem.js";

/** @typedef {{data: Uint8ClampedArray|Uint8Array, width: number, height: number}} Pixels r, g, b, a of each */

/**
 * How much of each pixel counts: 0 up to the threshold, then rising to 1.
 * @param {Pixels} pixels
 * @param {{threshold: number, inverted: boolean}} choices `threshold` is a darkness, 0 to 1;
 *   `inverted` takes the light parts instead of the dark ones
 * @returns {Float64Array} a weight for each pixel, row by row from the top
 */
export function inkOf({ data, width, height }, { threshold, inverted }) {
  const ink = new Float64Array(width * height);
  for (let pixel = 0; pixel < ink.length; pixel += 1) {
    const at = 4 * pixel;
    // Rec. 709; what is transparent shows white paper
    const light = (0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2]) / 255;
    const darkness = (1 - light) * (data[at + 3] / 255);
    const counted = inverted ? 1 - darkness : darkness;
    ink[pixel] = Math.max(0, (counted - threshold) / (1 - threshold));
  }
  return ink;
}

/**
 * Places on the ink, each pixel as often as its weight demands. The total weight is cut into as
 * many equal pieces as there are places, one drawn from each (stratified sampling), which makes
 * fewer clumps and holes than independent draws.
 * @param {Float64Array} ink
 * @param {number} width pixels in a row
 * @param {number} count
 * @param {() => number} random
 * @returns {Float64Array} x, y in turn, in pixels, y upwards; throws a DataProblem when all is blank
 */
export function placesOn(ink, width, count, random) {
  const height = ink.length / width;
  const total = ink.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw new DataProblem("picture-blank");
  const values = new Float64Array(2 * count);
  let pixel = 0;
  let reached = ink[0];
  for (let piece = 0; piece < count; piece += 1) {
    const wanted = ((piece + random()) / count) * total;
    while (reached < wanted && pixel < ink.length - 1) {
      pixel += 1;
      reached += ink[pixel];
    }
    values[2 * piece] = (pixel % width) + random();
    values[2 * piece + 1] = height - Math.floor(pixel / width) - random();
  }
  return values;
}
