// What was understood of the data, how they were scaled, and what is wrong with them.
import { html } from "../../../vendor/htm-preact.js";
import { texts } from "../../texts.js";

/** @typedef {import("../../upload.js").Upload} Upload */
/** @typedef {import("../../lib/data/reading.js").Reading} Reading */
/** @typedef {import("../../lib/data/reading.js").TableReading} TableReading */
/** @typedef {import("../../lib/data/reading.js").PictureReading} PictureReading */
/** @typedef {import("../../lib/data/reading.js").Problem} Problem */
/** @typedef {import("../../lib/data/fit.js").Scale} Scale */

const words = texts.data.sheet;

/** @param {{upload: Upload}} props */
export function Notes({ upload }) {
  const reading = upload.reading.value;
  const lines = reading ? notesOn(reading, upload.choices.value.alike) : [];
  return html`<div class="upload-notes" role="status" data-testid="upload-notes">
    ${lines.map((line) => html`<p key=${line}>${line}</p>`)}
  </div>`;
}

/** @param {Reading} reading @param {boolean} alike @returns {string[]} */
function notesOn(reading, alike) {
  if (reading.kind === "table") return [...tableNotes(reading), ...(reading.scale ? scaleNotes(reading.scale, alike) : [])];
  return reading.kind === "picture" ? pictureNotes(reading) : [];
}

/** @param {TableReading} reading */
function tableNotes({ rows, columns, separator, cut, left, points }) {
  const notes = [words.table(rows, columns.length, words.separators[separator])];
  if (cut) notes.push(words.cut(rows));
  if (left > 0) notes.push(words.left(left));
  const used = rows - left;
  if (points.length > 0 && points.length < used) notes.push(words.thinned(points.length, used));
  return notes;
}

/** @param {Scale} scale @param {boolean} alike */
function scaleNotes({ x, y }, alike) {
  const [noteX, noteY] = /** @type {const} */ ([["x", x], ["y", y]]).map(([name, { low, high, half, unit }]) =>
    words.axis(name, low, high, half / unit),
  );
  return [words.both(noteX, noteY), alike ? words.unitAlike(x.unit) : words.unitApart(x.unit, y.unit)];
}

/** @param {PictureReading} reading */
function pictureNotes({ width, height, scale }) {
  const notes = [words.picture(width, height)];
  if (scale) notes.push(words.drawnPart(Math.ceil(2 * scale.x.half), Math.ceil(2 * scale.y.half), scale.x.unit));
  return notes;
}

/** @param {{upload: Upload, refused: string|undefined}} props `refused` is the server's objection */
export function ProblemLine({ upload, refused }) {
  const problem = upload.reading.value?.problem;
  if (refused) return html`<p class="refusal" role="alert" data-testid="upload-problem">${refused}</p>`;
  if (!problem || upload.waiting.value) return null;
  return html`<p class="refusal" role="alert" data-testid="upload-problem">
    ${told(problem)} ${words.nothingChanged}
    ${canLeaveOut(problem) &&
    html`<button
      type="button"
      class="button small"
      data-testid="upload-leave-out"
      data-tip-title=${words.leaveOut}
      data-tip=${words.leaveOutHelp}
      onClick=${() => upload.choose({ leaveOut: true })}
    >
      ${words.leaveOut}
    </button>`}
  </p>`;
}

/** @param {Problem} problem */
function told({ kind, facts }) {
  const { column, count = 0, of = 0 } = facts;
  const others = column !== undefined && of > 1 ? ` ${words.such(count, of)}` : "";
  return texts.data.problems[kind](facts) + others;
}

/** Whether rows would remain without the bad ones. @param {Problem} problem */
function canLeaveOut({ facts: { column, count = 0, of = 0 } }) {
  return column !== undefined && count < of;
}
