// Curves for the charts: the running mean, and a calm range with three ticks.

/** The mean looks back over this part of the curve, so that it is as smooth in a long run. */
const SMOOTHED_PART = 1 / 40;
const LEAST_WINDOW = 7;

/**
 * Exponential running mean, with the start unbiased (Kingma & Ba 2015, section 3) and values that
 * are not finite left out.
 * @param {ArrayLike<number>} values
 * @param {number} [window] values that the mean looks back over: the weight of the newest is 2/(w+1)
 * @returns {Float64Array} of the same length; NaN before the first finite value
 */
export function runningMean(values, window = Math.max(LEAST_WINDOW, values.length * SMOOTHED_PART)) {
  const keep = 1 - 2 / (window + 1);
  const means = new Float64Array(values.length);
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < values.length; i += 1) {
    if (Number.isFinite(values[i])) {
      sum = keep * sum + (1 - keep) * values[i];
      weight = keep * weight + (1 - keep);
    }
    means[i] = weight > 0 ? sum / weight : NaN;
  }
  return means;
}

/**
 * The part of the numbers that a chart should hold: all but the given share at either end, so that
 * one spike does not flatten the rest.
 * @param {ArrayLike<number>} values
 * @param {number} share left out at either end
 * @returns {[number, number]|null} null when no value is finite
 */
export function middleRange(values, share) {
  const sorted = Float64Array.from(Array.from(values).filter(Number.isFinite)).sort();
  if (sorted.length === 0) return null;
  const out = Math.floor(sorted.length * share);
  return [sorted[out], sorted[sorted.length - 1 - out]];
}

/** What counts as round. */
const VALUE_DIGITS = [1, 1.5, 2, 2.5, 3, 4, 5];
const STEP_DIGITS = [1, 2, 2.5, 5];

/**
 * Three round ticks around a range: from, between, to. A range that is not negative starts at 0.
 * @param {number} low
 * @param {number} high
 * @returns {[number, number, number]} evenly spaced; from ≤ low and to ≥ high
 */
export function threeTicks(low, high) {
  const from = low >= 0 ? 0 : low;
  const span = Math.max(high - from, 1e-9 * Math.max(1, Math.abs(high)));
  let step = roundUp(span / 2, VALUE_DIGITS);
  // rounding the start down may leave too little above: then the next round step holds it
  while (Math.floor(from / step) * step + 2 * step < high) step = roundUp(step * 1.01, VALUE_DIGITS);
  const start = Math.floor(from / step) * step;
  return [start, start + step, start + 2 * step];
}

/** The last tick would be cut off at the chart's edge, were it nearer to it than this part. */
const EDGE = 0.05;

/**
 * Round whole ticks from 0 to a step.
 * @param {number} last step of the axis, at least 1
 * @param {number} most ticks
 * @returns {number[]}
 */
export function stepTicks(last, most) {
  const apart = Math.max(1, Math.ceil(roundUp(last / most, STEP_DIGITS)));
  const ticks = [0];
  for (let tick = apart; tick <= last * (1 - EDGE); tick += apart) ticks.push(tick);
  return ticks;
}

/**
 * The next round number: one of the digits times a power of ten.
 * @param {number} size above 0
 * @param {number[]} digits from 1 to below 10, ascending
 */
function roundUp(size, digits) {
  const power = 10 ** Math.floor(Math.log10(size));
  const digit = size / power;
  return (digits.find((candidate) => candidate >= digit - 1e-9) ?? 10) * power;
}

/** Spikes beyond this share of the values leave a chart at its edge. */
const SPIKES = 0.01;

/** What a chart spans at least, so that the first steps do not fill it. */
export const LEAST_STEPS = 100;

/**
 * Three ticks that hold curves but for their rare spikes, and some marks.
 * @param {ArrayLike<number>[]} curves
 * @param {number[]} marks last means and floors; those that are not finite are left out
 * @returns {[number, number, number]}
 */
export function chartTicks(curves, marks) {
  const ends = curves.flatMap((values) => middleRange(values, SPIKES) ?? []);
  if (ends.length === 0) return [0, 0.5, 1];
  ends.push(...marks.filter(Number.isFinite));
  return threeTicks(Math.min(...ends), Math.max(...ends));
}
