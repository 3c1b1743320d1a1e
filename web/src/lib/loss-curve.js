// What a loss asks of the generator, as curves to be drawn: its value and its pull over D's output.

/** @typedef {import("../protocol.js").Entry} Entry */
/** @typedef {"probability"|"raw"} Axis what D's output is drawn over */

/**
 * @typedef {object} Curve
 * @property {number[]} x along the axis: 0 to 1, or D's raw output
 * @property {(number|null)[]} loss G's loss for one fake; null where it is not a number
 * @property {(number|null)[]} pull minus its derivative by D's raw output: how hard the fake is pushed
 *   to look more real
 */

/** Raw outputs that are drawn where they are no probabilities. */
export const RAW_WINDOW = Object.freeze([-4, 4]);

/** Losses run to infinity: no more than this is drawn. */
const MOST = 5;

/** Bars of the histogram. */
export const BINS = 20;

/** @param {Entry} entry @returns {Axis} */
export function axisOf(entry) {
  return entry.probability ? "probability" : "raw";
}

/** @param {Axis} axis @returns {readonly [number, number]} its ends */
export function endsOf(axis) {
  return axis === "probability" ? [0, 1] : [RAW_WINDOW[0], RAW_WINDOW[1]];
}

/**
 * @param {Entry} entry
 * @param {Axis} axis
 * @returns {Curve|null} null for a loss without curves
 */
export function curveOf({ curves }, axis) {
  if (!curves) return null;
  const { low, high, g_loss: loss, g_slope: slope } = curves;
  const raw = loss.map((_, k) => low + ((high - low) * k) / (loss.length - 1));
  const x = axis === "probability" ? raw.map((output) => 1 / (1 + Math.exp(-output))) : raw;
  return { x, loss, pull: slope.map((value) => (value === null ? null : -value)) };
}

/**
 * Whole numbers that hold the curves, 0 among them.
 * @param {Curve[]} curves
 * @param {Axis} axis
 * @returns {[number, number]}
 */
export function rangeOf(curves, axis) {
  const [left, right] = endsOf(axis);
  const seen = curves.flatMap(({ x, loss, pull }) =>
    x.flatMap((at, k) => (at >= left && at <= right ? [loss[k] ?? 0, pull[k] ?? 0] : [])),
  );
  const low = Math.max(-MOST, Math.floor(Math.min(0, ...seen)));
  const high = Math.min(MOST, Math.ceil(Math.max(0, ...seen)));
  return [low, Math.max(high, low + 1)];
}

/**
 * The SVG path of a curve in the unit square, y down; it breaks where the curve leaves the range.
 * @param {number[]} x
 * @param {(number|null)[]} y
 * @param {readonly [number, number]} across ends of the axis
 * @param {readonly [number, number]} range
 * @param {{width: number, height: number}} box
 */
export function pathOf(x, y, [left, right], [low, high], { width, height }) {
  let path = "";
  let drawing = false;
  x.forEach((at, k) => {
    const value = y[k];
    const inside = value !== null && value >= low && value <= high && at >= left && at <= right;
    if (inside) {
      const px = ((at - left) / (right - left)) * width;
      const py = (1 - (value - low) / (high - low)) * height;
      path += `${drawing ? "L" : "M"}${px.toFixed(1)} ${py.toFixed(1)}`;
    }
    drawing = inside;
  });
  return path;
}

/**
 * Share of the values in each of BINS equal parts of the axis; those beyond its ends are in the last.
 * @param {ArrayLike<number>} values
 * @param {readonly [number, number]} across
 * @returns {number[]}
 */
export function histogram(values, [left, right]) {
  const shares = new Array(BINS).fill(0);
  for (let i = 0; i < values.length; i += 1) {
    const bin = Math.floor(((values[i] - left) / (right - left)) * BINS);
    if (bin === bin) shares[Math.min(BINS - 1, Math.max(0, bin))] += 1 / values.length;
  }
  return shares;
}

/** @param {ArrayLike<number>} values @returns {number|null} */
export function mean(values) {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i];
  return values.length > 0 ? sum / values.length : null;
}
