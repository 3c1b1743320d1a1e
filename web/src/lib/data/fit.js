// Bringing coordinates of any size to the plane, and the points that stand for them there.
import { snap } from "../point-codec.js";
import { chooseIndices } from "../random.js";
import { DataProblem } from "./problem.js";

/** @typedef {import("../point-codec.js").Point} Point */

/**
 * @typedef {object} Axis how one axis was brought to the plane
 * @property {number} low smallest coordinate in the data
 * @property {number} high largest
 * @property {number} half of the distance between the two; the middle comes to 0
 * @property {number} unit how much of theirs is one of the plane's
 */

/** @typedef {{x: Axis, y: Axis}} Scale */

/**
 * The scale that brings the data to −1 … 1.
 * @param {Float64Array} values x, y in turn
 * @param {boolean} alike one scale for both axes, which keeps the shape, or one for each
 * @returns {Scale}
 */
export function measure(values, alike) {
  const [x, y] = [0, 1].map((offset) => {
    let low = Infinity;
    let high = -Infinity;
    for (let i = offset; i < values.length; i += 2) {
      low = Math.min(low, values[i]);
      high = Math.max(high, values[i]);
    }
    return { low, high, half: high / 2 - low / 2 }; // the whole may be beyond the largest number
  });
  const widest = Math.max(x.half, y.half) || 1;
  const withUnit = (/** @type {typeof x} */ axis) => ({ ...axis, unit: (alike ? 0 : axis.half) || widest });
  return { x: withUnit(x), y: withUnit(y) };
}

/** Where a coordinate comes to lie. @param {number} value @param {Axis} axis */
function place(value, { low, half, unit }) {
  return 2 * ((value / 2 - low / 2) / unit) - half / unit;
}

/**
 * The points that stand for the data: on the lattice, and no more than `most` of them.
 * @param {Float64Array} values x, y in turn
 * @param {Scale} scale
 * @param {{fewest: number, most: number, random: () => number}} limits `random` chooses among too many
 * @returns {Point[]} throws a DataProblem when they make no figure
 */
export function placePoints(values, scale, { fewest, most, random }) {
  const count = values.length / 2;
  if (count < fewest) throw new DataProblem("too-few", { count, limit: fewest });
  const points = chooseIndices(count, most, random).map((index) => {
    const [x, y] = [place(values[2 * index], scale.x), place(values[2 * index + 1], scale.y)];
    return /** @type {Point} */ ([snap(x), snap(y)]);
  });
  const [[x, y]] = points;
  if (points.every((point) => point[0] === x && point[1] === y)) throw new DataProblem("one-place", { count });
  return points;
}
