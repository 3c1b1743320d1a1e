// The text of a file, in whichever of the usual encodings it was written.
import { DataProblem } from "./problem.js";

/** Zero bytes this far into a file mean that it is no text. */
const LOOKED_AT = 8192;

/**
 * @param {Uint8Array} bytes
 * @returns {string} throws a DataProblem when they are no text
 */
export function textOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, LOOKED_AT).includes(0)) throw new DataProblem("not-text");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes); // only names of columns can be told wrongly
  }
}
