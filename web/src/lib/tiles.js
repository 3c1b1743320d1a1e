// Images side by side: which of them, and in which order by D's verdict.

/** @typedef {"none"|"most"|"least"} Order by D's verdict: most real first, or least */
/** @typedef {"all"|"real"|"fake"} Filter only what D takes for real, or for fake */

/** From here on D takes an image for real. */
const BOUNDARY = 0.5;

/**
 * The indices to show, in order.
 * @param {number} count of images
 * @param {ArrayLike<number>|null} verdicts 0 to 1; without them nothing is sorted or left out
 * @param {Order} order
 * @param {Filter} filter
 * @returns {number[]}
 */
export function orderOf(count, verdicts, order, filter) {
  const all = Array.from({ length: count }, (_, index) => index);
  if (!verdicts) return all;
  const kept = filter === "all" ? all : all.filter((index) => verdicts[index] > BOUNDARY === (filter === "real"));
  if (order === "none") return kept;
  const sign = order === "most" ? -1 : 1;
  return kept.sort((one, other) => sign * (verdicts[one] - verdicts[other]) || one - other);
}

/** @param {ArrayLike<number>|null} verdicts @returns {number|null} their mean; null where there are none */
export function meanOf(verdicts) {
  if (!verdicts || verdicts.length === 0) return null;
  return Array.from(verdicts).reduce((sum, verdict) => sum + verdict, 0) / verdicts.length;
}
