// The markup of the article's sentences.
import assert from "node:assert/strict";
import { test } from "node:test";
import { piecesOf } from "../../src/lib/prose.js";

test("a sentence is taken apart in order", () => {
  assert.deepEqual(piecesOf("A **GAN** maps $z$ to *points*, see [Kahng](kahng-2018)."), [
    { kind: "text", text: "A " },
    { kind: "term", text: "GAN" },
    { kind: "text", text: " maps " },
    { kind: "formula", text: "z" },
    { kind: "text", text: " to " },
    { kind: "stress", text: "points" },
    { kind: "text", text: ", see " },
    { kind: "link", text: "Kahng", target: "kahng-2018" },
    { kind: "text", text: "." },
  ]);
});

test("formulas keep their stars and brackets", () => {
  const [star, , value] = piecesOf("$D^*(x)$ and $V(D^*,G)$");
  assert.deepEqual(star, { kind: "formula", text: "D^*(x)" });
  assert.deepEqual(value, { kind: "formula", text: "V(D^*,G)" });
});

test("marks that are not closed, and plain brackets, stay as they are", () => {
  for (const plain of ["2 * 3", "costs $5", "f(x) [see there]", ""]) {
    assert.deepEqual(piecesOf(plain), plain ? [{ kind: "text", text: plain }] : []);
  }
});
