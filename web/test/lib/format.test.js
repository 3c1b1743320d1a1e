// Numbers, places and directions as people read them.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  directionWords,
  formatCount,
  formatNumber,
  formatPercent,
  formatPoint,
  formatTick,
} from "../../src/lib/format.js";

test("numbers keep two or three digits", () => {
  /** @type {[number, string][]} */
  const cases = [
    [0, "0.00"],
    [0.5804, "0.58"],
    [-0.5804, "−0.58"],
    [0.0723, "0.07"],
    [0.0095, "0.01"],
    [0.008, "0.008"],
    [0.00051, "0.00051"],
    [0.0000231, "2.3e−5"],
    [9.994, "9.99"],
    [9.996, "10.0"],
    [99.96, "100"],
    [1234.5, "1,235"],
    [2.5e6, "2.5e+6"],
    [NaN, "not a number"],
    [Infinity, "∞"],
    [-Infinity, "−∞"],
  ];
  for (const [value, text] of cases) assert.equal(formatNumber(value), text);
});

test("ticks are short", () => {
  assert.deepEqual([0, 0.5, 500, 1500, 25000, 2e6, 3e11, -2].map(formatTick), [
    "0",
    "0.5",
    "500",
    "1,500",
    "25k",
    "2M",
    "3e11",
    "−2",
  ]);
});

test("only none is 0% and only all is 100%", () => {
  assert.deepEqual([0, 0.001, 0.28, 0.999, 1].map(formatPercent), ["0%", "<1%", "28%", ">99%", "100%"]);
});

test("counts and places", () => {
  assert.equal(formatCount(1900), "1,900");
  assert.equal(formatPoint(0.314, -0.326), "(0.31, −0.33)");
});

test("a vector points in one of eight directions, y up", () => {
  /** @type {[number, number, string][]} */
  const cases = [
    [1, 0, "right"],
    [1, 1, "up and right"],
    [0, 2, "up"],
    [-1, 1, "up and left"],
    [-1, 0.1, "left"],
    [-1, -0.1, "left"],
    [-1, -1, "down and left"],
    [0, -1, "down"],
    [3, -3, "down and right"],
    [0, 0, "nowhere"],
  ];
  for (const [dx, dy, words] of cases) assert.equal(directionWords(dx, dy), words);
});
