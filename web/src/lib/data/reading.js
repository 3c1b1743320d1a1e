// What the page learns of someone's data: points for the plane, how they came about, or what is wrong.
import { seededRandom } from "../random.js";
import { columnsOf, firstTwo, readCoordinates } from "./columns.js";
import { inkOf, placesOn } from "./density.js";
import { measure, placePoints } from "./fit.js";
import { DataProblem } from "./problem.js";

/** @typedef {import("../point-codec.js").Point} Point */
/** @typedef {import("./columns.js").Column} Column */
/** @typedef {import("./density.js").Pixels} Pixels */
/** @typedef {import("./fit.js").Scale} Scale */
/** @typedef {import("./problem.js").Facts} Facts */
/** @typedef {import("./problem.js").Kind} ProblemKind */
/** @typedef {import("./table.js").Table} Table */
/** @typedef {{fewest: number, most: number}} Limits points that the server takes */

/**
 * @typedef {object} Choices what a person decides about their data
 * @property {number|null} x column from 0; null: the first that fits
 * @property {number|null} y
 * @property {boolean|null} named whether the first row holds names; null: as it seems
 * @property {boolean} alike one scale for both axes
 * @property {boolean} leaveOut drop rows with cells that are no numbers
 * @property {number} threshold of a picture's darkness, 0 to 1
 * @property {boolean} inverted a picture's light parts instead of its dark ones
 */

/** @typedef {{kind: ProblemKind, facts: Facts}} Problem */

/**
 * @typedef {object} TableReading
 * @property {"table"} kind
 * @property {Column[]} columns
 * @property {number} x the column in use, from 0
 * @property {number} y
 * @property {boolean} named
 * @property {import("./table.js").Separator} separator
 * @property {number} rows of data that were read
 * @property {boolean} cut whether there were more
 * @property {number} left rows left out
 * @property {Scale|null} scale null while there is a problem
 * @property {Point[]} points empty while there is a problem
 * @property {Problem|null} problem
 */

/**
 * @typedef {object} PictureReading
 * @property {"picture"} kind
 * @property {number} width of the file's picture, in pixels
 * @property {number} height
 * @property {Scale|null} scale in pixels of the file's picture; null while there is a problem
 * @property {Point[]} points
 * @property {Problem|null} problem
 */

/** @typedef {{kind: "none", points: Point[], problem: Problem}} NoReading */
/** @typedef {TableReading|PictureReading|NoReading} Reading */

/** @type {Choices} */
export const FIRST_CHOICES = Object.freeze({
  x: null,
  y: null,
  named: null,
  alike: true,
  leaveOut: false,
  threshold: 0.2,
  inverted: false,
});

/** The same data give the same points each time. */
const SEED = 20;

/** @param {Table} table @param {Choices} choices @param {Limits} limits @returns {TableReading} */
export function readingOfTable(table, choices, limits) {
  const named = choices.named ?? table.named;
  const columns = columnsOf(table, named);
  const [firstX, firstY] = firstTwo(columns);
  const [x, y] = [choices.x ?? firstX, choices.y ?? firstY];
  const rows = table.rows.length - (named ? 1 : 0);
  const { separator, cut } = table;
  const facts = { kind: /** @type {const} */ ("table"), columns, x, y, named, separator, rows, cut };
  try {
    const { values, left } = readCoordinates(table, { x, y, named, leaveOut: choices.leaveOut });
    const scale = measure(values, choices.alike);
    const points = placePoints(values, scale, { ...limits, random: seededRandom(SEED) });
    return { ...facts, left, scale, points, problem: null };
  } catch (error) {
    return { ...facts, left: 0, scale: null, points: [], problem: problemIn(error) };
  }
}

/**
 * @param {Pixels} pixels of the picture, reduced
 * @param {import("./picture-file.js").Size} size of the file's picture
 * @param {Choices} choices
 * @param {Limits} limits
 * @returns {PictureReading}
 */
export function readingOfPicture(pixels, size, choices, limits) {
  const facts = { kind: /** @type {const} */ ("picture"), ...size };
  try {
    const random = seededRandom(SEED);
    const values = placesOn(inkOf(pixels, choices), pixels.width, limits.most, random);
    const reduced = size.width / pixels.width;
    const original = values.map((value) => value * reduced);
    const scale = measure(original, true);
    const points = placePoints(original, scale, { ...limits, random });
    return { ...facts, scale, points, problem: null };
  } catch (error) {
    return { ...facts, scale: null, points: [], problem: problemIn(error) };
  }
}

/** @param {Problem} problem @returns {NoReading} */
export function noReading({ kind, facts }) {
  return { kind: "none", points: [], problem: { kind, facts } };
}

/** What a thrown problem says; any other error is thrown on. @param {unknown} error @returns {Problem} */
export function problemIn(error) {
  if (!(error instanceof DataProblem)) throw error;
  return { kind: error.kind, facts: error.facts };
}
