// Contours of a grid of numbers: the levels worth drawing, and each level's lines (marching squares).

/** @typedef {{data: ArrayLike<number>, shape: number[]}} Grid row-major, row 0 at the bottom */
/** @typedef {{level: number, lines: Float32Array[]}} Contour x, y in turn, in 0..1 across the grid, y up */

/** Whole levels above the lowest number, before the steps begin to grow. */
const EVEN_LEVELS = 3;
const STEPS = [1, 2, 5];
const MOST_LEVELS = 14;

/** What the server writes where there is no density at all, and a little below. */
const NOTHING = 59_000;

/**
 * Levels for a negative log-likelihood: whole numbers near its minimum, where the data is, then
 * 1, 2, 5, 10, 20 … as in the figure of scikit-learn's documentation, whose levels are powers, too.
 * @param {ArrayLike<number>} data
 * @returns {number[]} rising; none for a grid that is nothing but flat
 */
export function levelsOf(data) {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < data.length; i += 1) {
    if (data[i] >= NOTHING) continue;
    low = Math.min(low, data[i]);
    high = Math.max(high, data[i]);
  }
  const first = Math.ceil(low + 0.25); // a line around less than a quarter of a nat is a speck
  const levels = [];
  for (let k = 0; k < EVEN_LEVELS; k += 1) levels.push(first + k);
  const last = first + EVEN_LEVELS - 1;
  for (let power = 1; power <= high; power *= 10) {
    levels.push(...STEPS.map((step) => step * power).filter((level) => level > last));
  }
  return levels.filter((level) => level < high).slice(0, MOST_LEVELS);
}

/**
 * The lines of one level.
 * @param {Grid} grid square; its numbers stand at the centres of its cells
 * @param {number} level
 * @returns {Float32Array[]} closed ones end where they begin
 */
export function contourOf({ data, shape }, level) {
  const size = shape[0];
  /** @type {Map<number, number[]>} the crossings next to each crossing, by number of their edge */
  const links = new Map();
  for (let row = 0; row < size - 1; row += 1) {
    for (let column = 0; column < size - 1; column += 1) linkCell(links, data, size, row, column, level);
  }
  return trace(links, data, size, level);
}

/** The edge from a number to the next in its row; one more is the edge to the next row. @param {number} at */
const edge = (at) => 2 * at;

/**
 * Joins the crossings of a cell's edges in pairs.
 * @param {Map<number, number[]>} links
 * @param {ArrayLike<number>} data
 * @param {number} size
 * @param {number} row
 * @param {number} column
 * @param {number} level
 */
function linkCell(links, data, size, row, column, level) {
  const at = row * size + column;
  const corners = [data[at], data[at + 1], data[at + size + 1], data[at + size]];
  const above = corners.map((value) => value >= level);
  if (above.every((one) => one === above[0])) return;
  const edges = [edge(at), edge(at + 1) + 1, edge(at + size), edge(at) + 1]; // below, right, top, left
  const crossed = edges.filter((_, side) => above[side] !== above[(side + 1) % 4]);
  if (crossed.length === 2) return join(links, crossed[0], crossed[1]);
  // a saddle: the middle says which corners belong together
  const middle = corners.reduce((sum, value) => sum + value, 0) / 4 >= level;
  const shift = middle === above[0] ? 0 : 1;
  join(links, edges[shift], edges[1 + shift]);
  return join(links, edges[2 + shift], edges[(3 + shift) % 4]);
}

/** @param {Map<number, number[]>} links @param {number} one @param {number} other */
function join(links, one, other) {
  for (const [from, to] of [[one, other], [other, one]]) {
    const found = links.get(from);
    if (found) found.push(to);
    else links.set(from, [to]);
  }
}

/**
 * Follows the links, first from the ends at the border, then round what is closed.
 * @param {Map<number, number[]>} links
 * @param {ArrayLike<number>} data
 * @param {number} size
 * @param {number} level
 */
function trace(links, data, size, level) {
  const lines = [];
  const ends = [...links].filter(([, next]) => next.length === 1).map(([from]) => from);
  for (const start of [...ends, ...links.keys()]) {
    if (!links.get(start)?.length) continue;
    /** @type {number[]} */
    const line = [];
    for (let here = start, next = step(links, here); ; here = next, next = step(links, here)) {
      line.push(...place(here, data, size, level));
      if (next === undefined) break;
    }
    lines.push(Float32Array.from(line));
  }
  return lines;
}

/** Goes along a link and takes it away. @param {Map<number, number[]>} links @param {number} from @returns {any} the crossing at its other end */
function step(links, from) {
  const next = links.get(from)?.pop();
  if (next === undefined) return undefined;
  const back = /** @type {number[]} */ (links.get(next));
  back.splice(back.indexOf(from), 1);
  return next;
}

/**
 * Where the level crosses an edge, between the numbers at its ends.
 * @param {number} crossing
 * @param {ArrayLike<number>} data
 * @param {number} size
 * @param {number} level
 * @returns {[number, number]}
 */
function place(crossing, data, size, level) {
  const upwards = crossing % 2;
  const at = (crossing - upwards) / 2;
  const from = data[at];
  const to = data[upwards ? at + size : at + 1];
  const part = (level - from) / (to - from);
  const column = at % size;
  const row = (at - column) / size;
  return [(column + 0.5 + (upwards ? 0 : part)) / size, (row + 0.5 + (upwards ? part : 0)) / size];
}
