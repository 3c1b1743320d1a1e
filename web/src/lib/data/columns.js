// Two columns of a table as coordinates, and the first cell that is not one.
import { isNoNumber, readNumber } from "./cells.js";
import { DataProblem } from "./problem.js";

/** @typedef {import("./table.js").Table} Table */

/** Rows that show what a column holds. */
const SAMPLE_ROWS = 50;

/** As much of a cell, or of a column's name, as a sentence can hold. */
const LONGEST_TEXT = 40;

/**
 * @typedef {object} Column
 * @property {string|null} name null where no row names the columns
 * @property {boolean} numeric whether most of its first cells are numbers
 */

/**
 * @param {Table} table
 * @param {boolean} named whether the first row holds names
 * @returns {Column[]}
 */
export function columnsOf({ rows, separator }, named) {
  const data = rows.slice(named ? 1 : 0, SAMPLE_ROWS);
  const count = Math.max(2, ...rows.slice(0, SAMPLE_ROWS).map((row) => row.length));
  return Array.from({ length: count }, (_, index) => {
    const numbers = data.filter((row) => readNumber(row[index] ?? "", separator) !== null);
    const name = named ? shorten(rows[0][index] ?? "") : "";
    return { name: name || null, numeric: numbers.length > 0 && 2 * numbers.length >= data.length };
  });
}

/** The two columns to begin with: the first of numbers. @param {Column[]} columns @returns {[number, number]} */
export function firstTwo(columns) {
  const numeric = columns.flatMap(({ numeric }, index) => (numeric ? [index] : []));
  const others = columns.flatMap(({ numeric }, index) => (numeric ? [] : [index]));
  const [x, y] = [...numeric, ...others];
  return [x, y];
}

/**
 * @typedef {object} Coordinates
 * @property {Float64Array} values x, y of each row in turn
 * @property {number} left rows left out because a cell was not a number
 */

/**
 * @param {Table} table
 * @param {{x: number, y: number, named: boolean, leaveOut: boolean}} choices `leaveOut` drops the
 *   rows in which a cell is not a number, instead of refusing them
 * @returns {Coordinates} throws a DataProblem naming line and column of the first bad cell
 */
export function readCoordinates(table, { x, y, named, leaveOut }) {
  const { rows, separator } = table;
  const first = named ? 1 : 0;
  if (rows.length <= first) throw new DataProblem("no-rows");
  const values = new Float64Array(2 * (rows.length - first));
  let kept = 0;
  let bad = -1;
  let left = 0;
  for (let row = first; row < rows.length; row += 1) {
    const valueX = readNumber(rows[row][x] ?? "", separator);
    const valueY = readNumber(rows[row][y] ?? "", separator);
    if (valueX === null || valueY === null) {
      left += 1;
      if (bad < 0) bad = row;
    } else {
      values[2 * kept] = valueX;
      values[2 * kept + 1] = valueY;
      kept += 1;
    }
  }
  if (left > 0 && (!leaveOut || kept === 0)) throw badCell(table, bad, [x, y], left, rows.length - first);
  return { values: values.subarray(0, 2 * kept), left };
}

/**
 * @param {Table} table
 * @param {number} row
 * @param {number[]} columns
 * @param {number} count of such rows
 * @param {number} of all rows
 */
function badCell({ rows, lines, separator }, row, columns, count, of) {
  const cells = rows[row];
  const column = columns.find((index) => readNumber(cells[index] ?? "", separator) === null) ?? 0;
  const facts = { line: lines[row], column: column + 1, count, of };
  if (column >= cells.length) return new DataProblem("missing-cell", facts);
  const kind = isNoNumber(cells[column]) ? "not-finite" : "not-a-number";
  return new DataProblem(kind, { ...facts, text: shorten(cells[column]) });
}

/** @param {string} text */
function shorten(text) {
  const plain = text.trim().replace(/\s+/g, " ");
  return plain.length > LONGEST_TEXT ? `${plain.slice(0, LONGEST_TEXT)}…` : plain;
}
