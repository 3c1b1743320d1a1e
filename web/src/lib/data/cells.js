// One cell of a table: a number, or what it is instead.

/** @typedef {import("./table.js").Separator} Separator */

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const DECIMAL_COMMA = /^[+-]?\d*,\d+(e[+-]?\d+)?$/i;

/** How programs write that there is no number. */
const NO_NUMBER = /^([+-]?(nan|inf|infinity|∞)|na|n\/a|null|none|-|)$/i;

/**
 * @param {string} cell
 * @param {Separator} separator a comma within a number is its decimal point, unless commas separate
 * @returns {number|null} null when it is not a finite number
 */
export function readNumber(cell, separator) {
  let plain = cell.trim().replace("−", "-");
  if (separator !== "," && DECIMAL_COMMA.test(plain)) plain = plain.replace(",", ".");
  const value = NUMBER.test(plain) ? Number(plain) : NaN;
  return Number.isFinite(value) ? value : null;
}

/** Whether a cell that is no number stands for a missing or infinite one. @param {string} cell */
export function isNoNumber(cell) {
  const plain = cell.trim();
  return NO_NUMBER.test(plain) || NUMBER.test(plain); // a number, but beyond the largest
}

/** Whether a cell holds words. @param {string} cell */
export function isText(cell) {
  return !isNoNumber(cell);
}
