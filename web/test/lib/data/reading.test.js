// From a table or a picture to points, with what a person chose, and what is said when it fails.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FIRST_CHOICES, problemIn, readingOfPicture, readingOfTable } from "../../../src/lib/data/reading.js";
import { readTable } from "../../../src/lib/data/table.js";
import { textOf } from "../../../src/lib/data/text-file.js";
import { DataProblem } from "../../../src/lib/data/problem.js";

const limits = { fewest: 2, most: 100 };
const text = "id;length;width\nA;1,5;10\nB;2,5;20\nC;3,5;30\n";

/** @param {string} source @param {Partial<typeof FIRST_CHOICES>} [choices] */
const read = (source, choices = {}) =>
  readingOfTable(readTable(source), { ...FIRST_CHOICES, ...choices }, limits);

test("a table becomes points, with what was understood of it", () => {
  const reading = read(text);
  assert.deepEqual(reading.points, [[-0.1, -1], [0, 0], [0.1, 1]]);
  const { x, y, named, separator, rows, cut, left, problem } = reading;
  assert.deepEqual({ x, y, named, separator, rows, cut, left, problem }, {
    x: 1, y: 2, named: true, separator: ";", rows: 3, cut: false, left: 0, problem: null,
  });
});

test("axes can be scaled apart, and other columns taken", () => {
  assert.deepEqual(read(text, { alike: false }).points, [[-1, -1], [0, 0], [1, 1]]);
  const wrong = read(text, { x: 0 });
  assert.deepEqual(wrong.points, []);
  assert.equal(wrong.problem?.kind, "not-a-number");
  assert.equal(wrong.columns.length, 3); // still there to choose others
});

test("a bad row is told, or left out if asked", () => {
  const bad = `${text}D;?;4\n`;
  assert.deepEqual(read(bad).problem, {
    kind: "not-a-number", facts: { line: 5, column: 2, count: 1, of: 4, text: "?" },
  });
  const { points, left } = read(bad, { leaveOut: true });
  assert.equal(points.length, 3);
  assert.equal(left, 1);
});

test("a picture becomes as many points as there may be, or says that it is blank", () => {
  const dark = { data: Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 255), width: 2, height: 1 };
  const reading = readingOfPicture(dark, { width: 200, height: 100 }, FIRST_CHOICES, limits);
  assert.equal(reading.points.length, 100);
  assert.equal(reading.width, 200);
  assert.ok(reading.scale && reading.scale.x.low >= 100 && reading.scale.x.high <= 200); // the dark half
  assert.ok(Math.max(...reading.points.flat()) > 0.9 && Math.min(...reading.points.flat()) < -0.9);
  const white = { data: new Uint8Array(8).fill(255), width: 2, height: 1 };
  const blank = readingOfPicture(white, { width: 2, height: 1 }, FIRST_CHOICES, limits);
  assert.deepEqual(blank.problem, { kind: "picture-blank", facts: {} });
});

test("text is read in the usual encodings, and what is no text is refused", () => {
  const utf16 = Uint8Array.of(0xff, 0xfe, 0x31, 0, 0x2c, 0, 0x32, 0);
  assert.equal(textOf(utf16), "1,2");
  assert.equal(textOf(Uint8Array.of(0xfe, 0xff, 0, 0x31)), "1");
  assert.equal(textOf(new TextEncoder().encode("größe,ß")), "größe,ß");
  assert.equal(textOf(Uint8Array.of(0x67, 0x72, 0xf6)), "grö");
  assert.throws(() => textOf(Uint8Array.of(0x31, 0, 0x32)), DataProblem);
});

test("an error that is no problem of the data is not hidden", () => {
  assert.throws(() => problemIn(new TypeError("a defect")), TypeError);
});
