// Points as a short text for an address: exact both ways, four URL-safe characters a point.

/** @typedef {[number, number]} Point x and y in plane units */

/** Points lie on a lattice this fine, so that a text can hold them exactly. */
export const PER_UNIT = 1000;

/** Twelve bits a coordinate: −2.048 to 2.047. */
const HALF_RANGE = 2048;

/** Base64 as addresses have it (RFC 4648, section 5). */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const DIGITS = new Map([...ALPHABET].map((character, digit) => [character, digit]));
const CHARACTERS_PER_POINT = 4;

/** The nearest place on the lattice. @param {number} coordinate */
export function snap(coordinate) {
  return Math.round(coordinate * PER_UNIT) / PER_UNIT + 0; // + 0: no negative zero
}

/**
 * @param {readonly (readonly number[])[]} points on the lattice, each coordinate within ±2.047
 * @returns {string} of A–Z, a–z, 0–9, "-" and "_"; throws on a point that it cannot hold exactly
 */
export function packPoints(points) {
  return points.map(([x, y], index) => twoDigits(x, index) + twoDigits(y, index)).join("");
}

/**
 * @param {string} text made by packPoints
 * @returns {Point[]} throws, in plain words, on any other text
 */
export function unpackPoints(text) {
  if (text.length % CHARACTERS_PER_POINT !== 0) {
    throw new Error(`The list of points is cut off: it ends within point ${Math.ceil(text.length / CHARACTERS_PER_POINT)}.`);
  }
  /** @type {Point[]} */
  const points = [];
  for (let at = 0; at < text.length; at += CHARACTERS_PER_POINT) {
    points.push([coordinateAt(text, at), coordinateAt(text, at + 2)]);
  }
  return points;
}

/** @param {number} coordinate @param {number} index of its point, for the message */
function twoDigits(coordinate, index) {
  const place = Math.round(coordinate * PER_UNIT);
  const code = place + HALF_RANGE;
  if (!(place / PER_UNIT === coordinate && code >= 0 && code < 2 * HALF_RANGE)) {
    throw new Error(
      `Point ${index + 1} cannot be put into an address: expected thousandths from −2.048 to 2.047, got ${coordinate}.`,
    );
  }
  return ALPHABET[code >> 6] + ALPHABET[code & 63];
}

/** @param {string} text @param {number} at */
function coordinateAt(text, at) {
  const high = digitAt(text, at);
  return (64 * high + digitAt(text, at + 1) - HALF_RANGE) / PER_UNIT;
}

/** @param {string} text @param {number} at */
function digitAt(text, at) {
  const digit = DIGITS.get(text[at]);
  if (digit !== undefined) return digit;
  throw new Error(`The list of points holds a character that does not belong there, at place ${at + 1}.`);
}
