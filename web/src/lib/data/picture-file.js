// What a file is, and how large a picture it holds, by its first bytes: nothing is decoded.
import { JPG } from "../../../vendor/image-size-jpg.js";
import { PNG } from "../../../vendor/image-size-png.js";
import { MOST_PIXELS } from "./limits.js";
import { DataProblem } from "./problem.js";

/** @typedef {{width: number, height: number}} Size as it is seen, after any turn that the file asks for */

/** First bytes by which files are known that the page does not read. @type {[import("./problem.js").Kind, number[]][]} */
const OTHERS = [
  ["archive", [0x50, 0x4b, 0x03, 0x04]], // zip, so also .xlsx and .ods
  ["archive", [0x1f, 0x8b]], // gzip
  ["archive", [0xd0, 0xcf, 0x11, 0xe0]], // .xls
  ["archive", [0x25, 0x50, 0x44, 0x46]], // PDF
  ["other-picture", [0x47, 0x49, 0x46, 0x38]], // GIF
  ["other-picture", [0x52, 0x49, 0x46, 0x46]], // WebP
  ["other-picture", [0x42, 0x4d]], // BMP
  ["other-picture", [0x49, 0x49, 0x2a, 0x00]], // TIFF
  ["other-picture", [0x4d, 0x4d, 0x00, 0x2a]],
];
const PNG_START = [0x89, 0x50, 0x4e, 0x47];
const JPG_START = [0xff, 0xd8, 0xff];

/** From here on, a JPEG's file says that width and height are to be exchanged. */
const FIRST_TURNED = 5;

/**
 * @param {Uint8Array} bytes
 * @returns {"picture"|"text"} throws a DataProblem on files of other kinds
 */
export function kindOf(bytes) {
  const startsWith = (/** @type {number[]} */ start) => start.every((byte, index) => bytes[index] === byte);
  if (startsWith(PNG_START) || startsWith(JPG_START)) return "picture";
  const other = OTHERS.find(([, start]) => startsWith(start));
  if (other) throw new DataProblem(other[0]);
  return "text";
}

/**
 * The size of a PNG or JPEG.
 * @param {Uint8Array} bytes
 * @returns {Size} throws a DataProblem when it is too large, or says none
 */
export function pictureSize(bytes) {
  const { width, height } = readSize(bytes);
  if (!(width > 0 && height > 0)) throw new DataProblem("picture-broken");
  if (width * height > MOST_PIXELS) throw new DataProblem("picture-size", { width, height, limit: MOST_PIXELS });
  return { width, height };
}

/** @param {Uint8Array} bytes @returns {Size} */
function readSize(bytes) {
  try {
    const format = bytes[0] === PNG_START[0] ? PNG : JPG;
    if (!format.validate(bytes)) throw new DataProblem("picture-broken");
    const { width, height, orientation = 1 } = format.calculate(bytes);
    return orientation < FIRST_TURNED ? { width, height } : { width: height, height: width };
  } catch {
    throw new DataProblem("picture-broken");
  }
}

/** The largest size of the same shape, its longer side at most `side`. @param {Size} size @param {number} side @returns {Size} */
export function reduce({ width, height }, side) {
  const factor = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}
