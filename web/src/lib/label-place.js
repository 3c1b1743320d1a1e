// Where words beside a level line hide least of the curves that cross it.

/** @typedef {(x: number) => number} Curve its height at x; NaN where it has none */
/** @typedef {{left: number, top: number, width: number, height: number}} Box */

/** A curve is looked at in so many places along the words. */
const LOOKS = 12;

/**
 * The lower left corner of the words: at the line's start or end, above it or, where there is no
 * room or less to hide, below; the first of these where they hide least.
 * @param {Box} box that the words must not leave
 * @param {number} line its height; y grows downwards
 * @param {{width: number, height: number, gap: number}} words gap is their distance from the line, and from the edges
 * @param {Curve[]} curves
 * @returns {{x: number, y: number}}
 */
export function placeLabel(box, line, { width, height, gap }, curves) {
  const start = box.left + gap;
  const end = box.left + box.width - gap - width;
  const above = line - gap;
  const below = line + gap + height;
  const places = [above, below]
    .filter((y) => y - height >= box.top && y <= box.top + box.height)
    .flatMap((y) => [{ x: start, y }, { x: end, y }]);
  /** @param {{x: number, y: number}} place */
  const hides = ({ x, y }) =>
    curves.reduce((sum, curve) => {
      for (let look = 0; look <= LOOKS; look += 1) {
        const at = curve(x + (width * look) / LOOKS);
        if (at >= y - height - gap / 2 && at <= y + gap / 2) sum += 1;
      }
      return sum;
    }, 0);
  return places.reduce((best, place) => (hides(place) < hides(best) ? place : best), places[0] ?? { x: start, y: above });
}

/**
 * The value of a curve between its points; NaN outside them.
 * @param {ArrayLike<number>} steps ascending
 * @param {ArrayLike<number>} values
 * @param {number} step
 */
export function valueAt(steps, values, step) {
  let [low, high] = [0, steps.length - 1];
  if (high < 0 || step < steps[low] || step > steps[high]) return NaN;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (steps[middle] <= step) low = middle;
    else high = middle;
  }
  if (steps[high] === steps[low]) return values[low];
  return values[low] + ((values[high] - values[low]) * (step - steps[low])) / (steps[high] - steps[low]);
}
