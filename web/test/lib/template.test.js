// Sentences of the server, filled with numbers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fillTemplate, printNumber } from "../../src/lib/template.js";

test("counts, measured numbers and shares are written as such", () => {
  const facts = { reached: 2, modes: 1200, js: 0.8765, moved: 0.414 };
  assert.equal(fillTemplate("{reached} of {modes}: {js} bits, {moved%} moved.", facts), "2 of 1,200: 0.88 bits, 41% moved.");
});

test("what is not known is a dash, and what is no place stays", () => {
  assert.equal(fillTemplate("{a} {b%} {not a place}", { b: null }), "– – {not a place}");
});

test("a share that is not all is not 100%", () => {
  assert.deepEqual([0.9991, 1, 0, 0.001].map((share) => printNumber(share, true)), [">99%", "100%", "0%", "<1%"]);
});
