// The sentences of a person's own data: the drawing board, the upload sheet, and what can be wrong.
import { formatCount, formatFixed, formatNumber, formatTick } from "../../lib/format.js";

/** @typedef {import("../../lib/data/problem.js").Facts} Facts */

const MEBI = 2 ** 20;

/** @param {Facts} facts */
const place = ({ line = 0, column = 0 }) => `Line ${formatCount(line)}, column ${column}`;

/** @param {number} count */
const points = (count) => `${formatCount(count)} ${count === 1 ? "point" : "points"}`;

export const data = {
  names: { drawing: "Your drawing", data: "Your data", picture: "Your picture" },
  draw: "Draw your own",
  drawHelp: "With mouse, pen, finger or keyboard. The present run goes on until you use the drawing.",
  /** @param {string} name */
  change: (name) => `${name}: change it`,
  upload: "Use your own data",
  uploadHelp: "A table of two columns, or the dark parts of a picture.",

  board: {
    /** @param {number} fewest */
    subtitle: (fewest) => `mouse, touch or keyboard; needs ${points(fewest)}`,
    canvas: "Drawing board",
    roleDescription: "drawing board",
    keys:
      "Arrow keys move the brush, Space puts points down, Shift with an arrow draws a line, " +
      "Delete erases, Ctrl Z undoes, Escape puts the board away.",
    hint: "Draw here",
    hintKeys: "or with the arrow keys and Space",
    /** @param {number} x @param {number} y @param {number} count */
    at: (x, y, count) => `x ${formatFixed(x, 2)}, y ${formatFixed(y, 2)}; ${points(count)}`,
    tools: "Brush",
    brush: "Draw",
    eraser: "Erase",
    size: "Size",
    sizeHelp: "How wide the brush is. A wide one puts down more points.",
    spread: "Spread",
    undo: "Undo",
    redo: "Redo",
    clear: "Clear",
    /** @param {number} count */
    use: (count) => `Use ${points(count)}`,
    useHelp: "Starts a new run with the drawing as its data.",
    cancel: "Cancel",
    cancelHelp: "The drawing waits here until you come back.",
    /** @param {number} count @param {number} fewest */
    tooFew: (count, fewest) => `${points(count)} so far; at least ${formatCount(fewest)} are needed.`,
    /** @param {number} most */
    full: (most) => `${points(most)} are the most. Erase some to draw on.`,
    /** @param {number} count @param {number} most */
    count: (count, most) => `${points(count)} of at most ${formatCount(most)}.`,
  },

  sheet: {
    title: "Use your own data",
    close: "Close",
    intro: "It stays in your browser until you use it; then the server gets the points, not the file.",
    file: "Choose a file, or drop one here",
    fileHelp: "A table as CSV or text, or a picture as PNG or JPEG; up to 10 MiB.",
    text: "Or paste two columns",
    remove: "Remove",
    /** @param {number} bytes */
    size: (bytes) =>
      bytes < MEBI / 10 ? `${formatCount(Math.ceil(bytes / 1024))} KiB` : `${formatFixed(bytes / MEBI, 1)} MiB`,
    pasted: "Pasted text",
    waiting: "Reading…",
    preview: "Preview",
    empty: "The points appear here.",
    use: "Use the points",
    /** @param {number} count */
    useCount: (count) => `Use ${points(count)}`,
    useHelp: "Starts a new run with these points as its data.",
    cancel: "Cancel",

    columns: { x: "Across", y: "Up" },
    /** @param {number} index @param {string|null} name */
    column: (index, name) => (name === null ? `Column ${index + 1}` : `${index + 1}: ${name}`),
    named: "First row is names",
    namedHelp: "Whether the first row names the columns instead of holding numbers.",
    axes: "Scale of the axes",
    alike: "Alike",
    alikeHelp: "One scale for both axes: the shape is kept.",
    apart: "Each its own",
    apartHelp: "Each axis has its own scale, so that both fill the plane.",
    leaveOut: "Leave such rows out",
    leaveOutHelp: "Rows in which a cell is not a number are not used.",

    threshold: "Threshold",
    thresholdHelp: "Only what is darker than this becomes points.",
    inverted: "Light parts instead",
    invertedHelp: "Takes the light parts of the picture instead of the dark ones.",

    separators: { ",": "commas", ";": "semicolons", "\t": "tabs", " ": "spaces" },
    /** @param {number} rows @param {number} columns @param {string} separator */
    table: (rows, columns, separator) =>
      `${formatCount(rows)} ${rows === 1 ? "row" : "rows"}, ${columns} columns between ${separator}.`,
    /** @param {number} rows */
    cut: (rows) =>
      `There are more: only the first ${formatCount(rows)} rows are read. If they are sorted, mix them before.`,
    /** @param {number} left */
    left: (left) => `${formatCount(left)} ${left === 1 ? "row is" : "rows are"} left out.`,
    /** @param {number} used @param {number} all */
    thinned: (used, all) => `Using ${formatCount(used)} of ${formatCount(all)} rows, chosen at random.`,
    /** @param {number} width @param {number} height */
    picture: (width, height) =>
      `A picture of ${formatCount(width)} × ${formatCount(height)} pixels. The darker a place, the more points.`,
    /** @param {number} width @param {number} height @param {number} perUnit */
    drawnPart: (width, height, perUnit) =>
      `What is drawn in it, ${formatCount(width)} × ${formatCount(height)} pixels, fills −1 to 1: one unit ` +
      `here is ${formatCount(perUnit)} pixels, so the shape is kept.`,
    /**
     * @param {"x"|"y"} axis
     * @param {number} low
     * @param {number} high
     * @param {number} reach where they came to lie, on both sides of 0
     */
    axis: (axis, low, high, reach) =>
      `${axis} from ${formatNumber(low)} to ${formatNumber(high)} became −${formatTick(reach)} to ${formatTick(reach)}`,
    /** @param {string} x @param {string} y */
    both: (x, y) => `${x}; ${y}.`,
    /** @param {number} unit */
    unitAlike: (unit) =>
      `One unit here is ${formatNumber(unit)} of yours; both axes alike, so the shape is kept.`,
    /** @param {number} x @param {number} y */
    unitApart: (x, y) => `One unit here is ${formatNumber(x)} of yours across and ${formatNumber(y)} up.`,
    nothingChanged: "Nothing was changed.",
    /** @param {number} count @param {number} of */
    such: (count, of) =>
      `${formatCount(count)} of ${formatCount(of)} rows ${count === 1 ? "has" : "have"} such a cell.`,
  },

  /** @type {Record<import("../../lib/data/problem.js").Kind, (facts: Facts) => string>} */
  problems: {
    empty: () => "There is nothing in it.",
    "too-big": ({ count = 0 }) => `It has ${formatFixed(count / MEBI, 1)} MiB; the page reads up to 10 MiB.`,
    archive: () => "This is a spreadsheet, a document or an archive. Save it as CSV first.",
    "other-picture": () => "Pictures are read as PNG or JPEG. Save it as one of them first.",
    "not-text": () => "This is neither a text nor a picture as PNG or JPEG.",
    "one-column": ({ line = 0 }) =>
      `Line ${formatCount(line)} has one column, but two are needed. Commas, semicolons, tabs or spaces separate them.`,
    "many-columns": ({ line = 0, count = 0, limit = 0 }) =>
      `Line ${formatCount(line)} has ${formatCount(count)} columns; the page reads up to ${limit}.`,
    "missing-cell": (facts) => `${place(facts)} is missing.`,
    "not-finite": (facts) =>
      facts.text ? `${place(facts)}: “${facts.text}” is not a finite number.` : `${place(facts)} is empty.`,
    "not-a-number": (facts) => `${place(facts)}: “${facts.text}” is not a number.`,
    "no-rows": () => "There are names of columns, but no rows under them.",
    "too-few": ({ count = 0, limit = 0 }) =>
      `${points(count)} ${count === 1 ? "is" : "are"} too few; at least ${formatCount(limit)} are needed.`,
    "one-place": () => "All points lie on one and the same place.",
    "picture-size": ({ width = 0, height = 0 }) =>
      `The picture has ${formatCount(width)} × ${formatCount(height)} pixels; the page reads up to 16 million.`,
    "picture-broken": () => "The picture cannot be read; its file seems to be damaged.",
    "picture-blank": () => "No part of the picture is darker than the threshold. Lower it, or take the light parts.",
    slow: () => "Reading it took too long and was stopped.",
  },
};
