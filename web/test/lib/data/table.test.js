// Text as a table: separators, decimal commas, names, remarks, and what is wrong by line and column.
import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsOf, firstTwo, readCoordinates } from "../../../src/lib/data/columns.js";
import { DataProblem } from "../../../src/lib/data/problem.js";
import { readTable } from "../../../src/lib/data/table.js";

/** @param {string} text @param {Partial<Parameters<typeof readCoordinates>[1]>} [choices] */
function read(text, choices = {}) {
  const table = readTable(text);
  const named = choices.named ?? table.named;
  const [x, y] = firstTwo(columnsOf(table, named));
  return readCoordinates(table, { x, y, named, leaveOut: false, ...choices });
}

/** @param {string} text @param {Parameters<typeof read>[1]} [choices] */
const numbers = (text, choices) => [...read(text, choices).values];

/** @param {() => unknown} act @returns {DataProblem} */
function problemOf(act) {
  try {
    act();
  } catch (error) {
    if (error instanceof DataProblem) return error;
    throw error;
  }
  return assert.fail("expected a DataProblem, got none");
}

for (const [name, text] of /** @type {[string, string][]} */ ([
  ["commas", "1.5,-2\n3,4e1\n"],
  ["commas and spaces", "1.5, -2\n3, 4e1"],
  ["semicolons and decimal commas", "1,5;-2\n3,0;4e1"],
  ["tabs", "1.5\t-2\r\n3\t40\r\n"],
  ["tabs and decimal commas", "1,5\t-2\n3\t40"],
  ["spaces", "1.5 -2\n3 40\n"],
  ["padded columns of spaces", "  1.5   -2\n  3     40\n"],
  ["spaces and decimal commas", "1,5 -2,0\n3,0 40,0\n"],
  ["quotation marks", '"1.5","-2"\n"3","40"'],
  ["a byte order mark", "\uFEFF1.5,-2\n3,40"],
  ["blank lines and remarks", "# x y\n\n1.5,-2\n\n3,40\n\n"],
  ["old line ends", "1.5,-2\r3,40\r"],
  ["a typographic minus", "1.5,−2\n3,40"],
  ["names", "x,y\n1.5,-2\n3,40"],
  ["names of several lines", '"x\nin m","y"\n1.5,-2\n3,40'],
])) {
  test(`two columns: ${name}`, () => assert.deepEqual(numbers(text), [1.5, -2, 3, 40]));
}

test("names are recognised, and can be overruled", () => {
  const table = readTable("width,height\n1,2\n");
  assert.equal(table.named, true);
  assert.deepEqual(columnsOf(table, true).map(({ name }) => name), ["width", "height"]);
  assert.equal(readTable("1,2\n3,4").named, false);
  assert.deepEqual(numbers("1,2\n3,4", { named: true }), [3, 4]);
  assert.equal(readTable("1,abc\n3,4").named, false); // a bad row is no row of names
  assert.equal(readTable("NaN,NaN\n3,4").named, false);
});

test("the first two columns of numbers are taken, and others can be", () => {
  const text = "name,x,note,y\nanna,1,a,2\nbob,3,b,4\n";
  assert.deepEqual(numbers(text), [1, 2, 3, 4]);
  assert.deepEqual(numbers(text, { x: 3, y: 1 }), [2, 1, 4, 3]);
});

test("a name that is markup is a text like any other", () => {
  const markup = '"><img src=x onerror=alert(1)>';
  const table = readTable(`${markup},y\n1,2\n3,4\n`); // its quotation mark never closes
  assert.deepEqual(columnsOf(table, table.named).map(({ name }) => name), [markup, "y"]);
  assert.deepEqual(numbers(`${markup},y\n1,2\n3,4\n`), [1, 2, 3, 4]);
});

for (const [text, kind, facts] of /** @type {[string, string, object][]} */ ([
  ["1,2\n3,abc\n5,6", "not-a-number", { line: 2, column: 2, text: "abc", count: 1, of: 3 }],
  ["x,y\n1,2\n\n# remark\nNaN,4", "not-finite", { line: 5, column: 1, text: "NaN", count: 1, of: 2 }],
  ["1,2\n-inf,4", "not-finite", { line: 2, column: 1, text: "-inf", count: 1, of: 2 }],
  ["1,2\n1e999,4", "not-finite", { line: 2, column: 1, text: "1e999", count: 1, of: 2 }],
  ["1,2\n,4\n5,x", "not-finite", { line: 2, column: 1, text: "", count: 2, of: 3 }],
  ["1,2\n3\n5,6", "missing-cell", { line: 2, column: 2, count: 1, of: 3 }],
  ['"a\nb",y\n1,2\n3,0x1F', "not-a-number", { line: 4, column: 2, text: "0x1F", count: 1, of: 2 }],
  ["1.000,5;2\n3;4", "not-a-number", { line: 1, column: 1, text: "1.000,5", count: 1, of: 2 }],
  ["x,y", "no-rows", {}],
  ["", "empty", {}],
  [" \n\t\n ", "empty", {}],
  ["# only a remark", "empty", {}],
  ["1\n2\n3", "one-column", { line: 1 }],
  [`1,2\n${"1,".repeat(70)}1`, "many-columns", { line: 2, count: 71, limit: 64 }],
])) {
  test(`${JSON.stringify(text.slice(0, 24))} is refused: ${kind}`, () => {
    const problem = problemOf(() => read(text));
    assert.equal(problem.kind, kind);
    assert.deepEqual(problem.facts, facts);
  });
}

test("bad rows can be left out, but not all of them", () => {
  const { values, left } = read("1,2\nNaN,4\n5,x\n7,8", { leaveOut: true });
  assert.deepEqual([...values], [1, 2, 7, 8]);
  assert.equal(left, 2);
  assert.equal(problemOf(() => read("a,b\nc,d", { named: false, leaveOut: true })).facts.count, 2);
});

test("of a million rows the first 200,000 are read, and quickly", () => {
  const text = "1,2\n".repeat(1_000_000);
  const begin = performance.now();
  const table = readTable(text);
  assert.equal(table.rows.length, 200_000);
  assert.equal(table.cut, true);
  assert.ok(performance.now() - begin < 5000);
  assert.equal(readTable(`x,y\n${"1,2\n".repeat(200_000)}`).cut, false);
  assert.equal(readTable(`x,y\n${"1,2\n".repeat(200_001)}`).rows.length, 200_001);
});

test("a long cell is shortened in what is said of it", () => {
  const { text } = problemOf(() => read(`1,2\n3,${"z".repeat(5000)}`)).facts;
  assert.equal(text, `${"z".repeat(40)}…`);
});
