// How many images a way through the noise has, on the page and in what is saved of it.

/** Steps of the whole way, about. */
const STEPS = 12;

/** Images a side of a slice. */
export const SLICE_SIDE = 7;

/** @param {number} stops @returns {number} steps from each to the next */
export function stepsBetween(stops) {
  return Math.max(1, Math.round(STEPS / Math.max(1, stops - 1)));
}
