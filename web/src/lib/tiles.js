// Images side by side: in which order, which of them, and their pixels as a canvas takes them.

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

/**
 * One image as red, green, blue and opacity, row by row.
 * @param {{data: ArrayLike<number>, shape: number[]}} images (n, height, width, channels) 0..255
 * @param {number} index
 * @param {Uint8ClampedArray} [into] height · width · 4 numbers
 * @returns {Uint8ClampedArray}
 */
export function pixelsOf({ data, shape }, index, into) {
  const [, height, width, channels] = shape;
  const count = height * width;
  const start = index * count * channels;
  const pixels = into ?? new Uint8ClampedArray(4 * count);
  const green = channels > 1 ? 1 : 0;
  const blue = channels > 2 ? 2 : 0;
  for (let pixel = 0; pixel < count; pixel += 1) {
    const from = start + pixel * channels;
    pixels[4 * pixel] = data[from];
    pixels[4 * pixel + 1] = data[from + green];
    pixels[4 * pixel + 2] = data[from + blue];
    pixels[4 * pixel + 3] = 255;
  }
  return pixels;
}
