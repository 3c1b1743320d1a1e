// Sliders whose positions stand for chosen numbers, evenly spaced to the eye.

/** Widths of the brush, in plane units. */
export const RADII = [0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.4];

/** Spreads of a figure's points, as shares of its width. */
const SPREADS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2];

/** Those within a range. @param {number} low @param {number} high */
export function spreadsWithin(low, high) {
  return SPREADS.filter((spread) => spread >= low && spread <= high);
}

/** The position of the number nearest to a value, in ratio. @param {number[]} rungs @param {number} value */
export function nearestRung(rungs, value) {
  const distances = rungs.map((rung) => Math.abs(Math.log(rung / value)));
  return distances.indexOf(Math.min(...distances));
}
