// Text as a table: which character separates the columns, which row names them, where each row stood.
import Papa from "../../../vendor/papaparse.js";
import { MOST_COLUMNS, MOST_ROWS } from "./limits.js";
import { isText, readNumber } from "./cells.js";
import { DataProblem } from "./problem.js";

/** @typedef {","|";"|"\t"|" "} Separator */

/**
 * @typedef {object} Table
 * @property {Separator} separator
 * @property {string[][]} rows cells as they stood, the row of names included
 * @property {Int32Array} lines where each row begins, from 1
 * @property {boolean} named whether the first row seems to name the columns
 * @property {boolean} cut whether there were more rows than the page reads
 */

/** In the order of trust: a tab is never part of a number, a comma may be, a space may be anywhere. */
const SEPARATORS = /** @type {Separator[]} */ (["\t", ";", ",", " "]);

/** Enough of a text to see how it is made. */
const SAMPLE_CHARACTERS = 20_000;
const SAMPLE_ROWS = 40;

/** A quotation mark that no text holds, for texts whose own are out of balance. */
const NO_QUOTES = "\u0000";

/**
 * @param {string} text
 * @returns {Table} throws a DataProblem when there is nothing, or too much
 */
export function readTable(text) {
  const plain = text.replace(/^\uFEFF/, "");
  if (plain.trim() === "") throw new DataProblem("empty");
  const separator = guessSeparator(plain);
  const { rows: all, more } = split(plain, separator, MOST_ROWS + 2); // names and a last line break
  const { rows, lines } = withoutRemarks(all, separator);
  if (rows.length === 0) throw new DataProblem("empty");
  const wide = rows.findIndex((row) => row.length > MOST_COLUMNS);
  if (wide >= 0) {
    throw new DataProblem("many-columns", { line: lines[wide], count: rows[wide].length, limit: MOST_COLUMNS });
  }
  if (rows.every((row) => row.length < 2)) throw new DataProblem("one-column", { line: lines[0] });
  const named = namesColumns(rows[0], separator);
  const most = MOST_ROWS + (named ? 1 : 0);
  return { separator, rows: rows.slice(0, most), lines, named, cut: more || rows.length > most };
}

/**
 * @param {string} text
 * @param {Separator} separator
 * @param {number} most rows to be read, blank ones included
 * @returns {{rows: string[][], more: boolean}}
 */
function split(text, separator, most) {
  const options = { delimiter: separator, preview: most, skipEmptyLines: false };
  const read = Papa.parse(text, options);
  const broken = read.errors.some(({ type }) => type === "Quotes");
  const { data, meta } = broken ? Papa.parse(text, { ...options, quoteChar: NO_QUOTES }) : read;
  return { rows: /** @type {string[][]} */ (data), more: meta.truncated };
}

/** The separator that makes most of the first rows' cells numbers. @param {string} text @returns {Separator} */
function guessSeparator(text) {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const scores = SEPARATORS.map((separator) => {
    const { rows } = split(sample, separator, SAMPLE_ROWS);
    const scored = withoutRemarks(rows, separator).rows.map((row) => scoreOf(row, separator));
    return scored.reduce((sum, score) => sum + score, 0);
  });
  return SEPARATORS[scores.indexOf(Math.max(...scores))];
}

/** The share of numbers, where there are two; a little for any two columns. @param {string[]} row @param {Separator} separator */
function scoreOf(row, separator) {
  const numbers = row.filter((cell) => readNumber(cell, separator) !== null).length;
  if (numbers >= 2) return numbers / row.length;
  return row.length >= 2 ? 1e-3 : 0;
}

/**
 * Leaves out blank lines and those that begin with "#", and finds the line of each that stays.
 * @param {string[][]} all
 * @param {Separator} separator
 */
function withoutRemarks(all, separator) {
  const rows = [];
  const lines = new Int32Array(all.length);
  let line = 1;
  for (const cells of all) {
    // columns of spaces are often padded
    const row = separator === " " ? cells.filter((cell) => cell.trim() !== "") : cells;
    if (row.some((cell) => cell.trim() !== "") && !row[0].trimStart().startsWith("#")) {
      lines[rows.length] = line;
      rows.push(row);
    }
    line += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
  }
  return { rows, lines: lines.subarray(0, rows.length) };
}

/** A cell in quotation marks may hold line breaks. @param {string} cell */
function breaksIn(cell) {
  return cell.includes("\n") ? cell.split("\n").length - 1 : 0;
}

/** Names are words: no number among them. @param {string[]} row @param {Separator} separator */
function namesColumns(row, separator) {
  return row.some(isText) && row.every((cell) => readNumber(cell, separator) === null);
}
