// The menu: which item each key moves to.
import assert from "node:assert/strict";
import { test } from "node:test";
import { itemAfter } from "../../src/views/menu.js";

const LABELS = ["Save model", "Open model…", "Save picture"];

test("arrows go round, Home and End to the ends", () => {
  assert.equal(itemAfter("ArrowDown", 0, LABELS), 1);
  assert.equal(itemAfter("ArrowDown", 2, LABELS), 0);
  assert.equal(itemAfter("ArrowUp", 0, LABELS), 2);
  assert.equal(itemAfter("ArrowUp", -1, LABELS), 2);
  assert.equal(itemAfter("ArrowDown", -1, LABELS), 0);
  assert.equal(itemAfter("Home", 2, LABELS), 0);
  assert.equal(itemAfter("End", 0, LABELS), 2);
});

test("a letter goes to the next item that begins with it", () => {
  assert.equal(itemAfter("s", 0, LABELS), 2);
  assert.equal(itemAfter("S", 2, LABELS), 0);
  assert.equal(itemAfter("o", 1, LABELS), 1);
  assert.equal(itemAfter("x", 0, LABELS), null);
});

test("other keys move nothing", () => {
  for (const key of ["Enter", " ", "Tab", "Shift", "ArrowLeft"]) assert.equal(itemAfter(key, 0, LABELS), null);
});
