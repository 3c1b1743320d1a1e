// Reads data in the background, so that the page stays quick whatever it is given.
import { MOST_BYTES } from "./lib/data/limits.js";
import { kindOf, pictureSize, reduce } from "./lib/data/picture-file.js";
import { DataProblem } from "./lib/data/problem.js";
import { noReading, problemIn, readingOfPicture, readingOfTable } from "./lib/data/reading.js";
import { readTable } from "./lib/data/table.js";
import { textOf } from "./lib/data/text-file.js";

/** @typedef {import("./lib/data/reading.js").Choices} Choices */
/** @typedef {import("./lib/data/reading.js").Limits} Limits */
/** @typedef {import("./lib/data/reading.js").Reading} Reading */
/** @typedef {{request: number, source: Blob|string|null, choices: Choices, limits: Limits}} Task `source` null: the last one */
/** @typedef {(choices: Choices, limits: Limits) => Reading} Reader of a source that has been opened */

/** Finer than the points that a picture becomes. */
const PICTURE_SIDE = 256;

/**
 * Opens a source once; its reader then answers every change of the choices.
 * @param {Blob|string} source
 * @returns {Promise<Reader>}
 */
async function open(source) {
  try {
    if (typeof source === "string") return tableReader(source);
    if (source.size > MOST_BYTES) throw new DataProblem("too-big", { count: source.size, limit: MOST_BYTES });
    const bytes = new Uint8Array(await source.arrayBuffer());
    if (bytes.length === 0) throw new DataProblem("empty");
    return kindOf(bytes) === "picture" ? await pictureReader(source, bytes) : tableReader(textOf(bytes));
  } catch (error) {
    const problem = problemIn(error);
    return () => noReading(problem);
  }
}

/** @param {string} text @returns {Reader} */
function tableReader(text) {
  const table = readTable(text);
  return (choices, limits) => readingOfTable(table, choices, limits);
}

/** @param {Blob} file @param {Uint8Array} bytes @returns {Promise<Reader>} */
async function pictureReader(file, bytes) {
  const size = pictureSize(bytes);
  const { width, height } = reduce(size, PICTURE_SIDE);
  const options = /** @type {const} */ ({ resizeWidth: width, resizeHeight: height, resizeQuality: "high" });
  const bitmap = await createImageBitmap(file, options).catch(() => {
    throw new DataProblem("picture-broken");
  });
  const ctx = new OffscreenCanvas(width, height).getContext("2d");
  if (!ctx) throw new Error("expected a 2D context for the picture, got none");
  ctx.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const pixels = ctx.getImageData(0, 0, width, height);
  return (choices, limits) => readingOfPicture(pixels, size, choices, limits);
}

/** Answers tasks in their order. */
class Desk {
  /** @type {Promise<Reader>|null} */
  reader = null;

  /** @param {Task} task */
  async answer({ request, source, choices, limits }) {
    if (source !== null) this.reader = open(source);
    const read = await this.reader;
    if (read) postMessage({ request, reading: read(choices, limits) });
  }
}

const desk = new Desk();
addEventListener("message", ({ data }) => desk.answer(data));
