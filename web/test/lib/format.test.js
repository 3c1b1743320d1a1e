// Numbers, places and directions as people read them.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  directionOf,
  formatCount,
  formatLoss,
  formatNumber,
  formatPercent,
  formatPoint,
  formatTick,
  formatVector,
  numbersOf,
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
    [NaN, "NaN"],
    [Infinity, "∞"],
    [-Infinity, "−∞"],
  ];
  for (const [value, text] of cases) assert.equal(formatNumber(value), text);
});

test("losses keep three decimals until they run away", () => {
  assert.deepEqual([0.6931, -1.5, 99.9994, 1234].map(formatLoss), ["0.693", "−1.500", "99.999", "1,234"]);
});

test("a vector shows its first numbers, and that there are more", () => {
  assert.equal(formatVector([0.5]), "(0.50)");
  assert.equal(formatVector(Float32Array.of(0.314, -0.326, 1)), "(0.31, −0.33, 1.00)");
  assert.equal(formatVector(new Float32Array(16)), "(0.00, 0.00, 0.00, …)");
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

test("another language has its own marks", () => {
  const german = numbersOf("de");
  assert.equal(german.formatCount(1900), "1.900");
  assert.equal(german.formatNumber(-0.5804), "−0,58");
  assert.equal(german.formatNumber(0.0000231), "2,3e−5");
  assert.equal(german.formatTick(0.25), "0,25");
  assert.equal(german.formatFixed(1.2346, 3), "1,235");
  assert.equal(german.formatPercent(0.28), "28\u00a0%");
  assert.equal(german.formatPoint(0.314, -0.326), "(0,31; −0,33)");
});

test("typed numbers are read in the language's own marks", () => {
  assert.equal(numbersOf("en").toPlain("1,000.5"), "1000.5");
  const german = numbersOf("de");
  assert.equal(german.toPlain("1.000,5"), "1000.5");
  assert.equal(german.toPlain("−0,001"), "-0.001");
  assert.equal(german.toPlain("0.001"), "0.001");
  assert.equal(german.toTyped("0.001"), "0,001");
});

test("a vector points in one of eight directions, y up", () => {
  /** @type {[number, number, number|null][]} */
  const cases = [
    [1, 0, 0],
    [1, 1, 1],
    [0, 2, 2],
    [-1, 1, 3],
    [-1, 0.1, 4],
    [-1, -0.1, 4],
    [-1, -1, 5],
    [0, -1, 6],
    [3, -3, 7],
    [0, 0, null],
  ];
  for (const [dx, dy, direction] of cases) assert.equal(directionOf(dx, dy), direction);
});
