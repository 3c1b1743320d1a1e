// The drawing board: what it begins with, what waits on it, and what figures were called.
import assert from "node:assert/strict";
import { test } from "node:test";
import { OwnData } from "../src/own-data.js";

const limits = { fewest: 20, most: 100 };
const brush = { radius: 0.05, erases: false, pressure: 0.5 };
const points = /** @type {[number, number][]} */ ([[0, 0], [0.5, 0.5], [1, -1]]);

/** @param {OwnData} own */
const boardOf = (own) => own.drawing.value;

test("the board begins empty, or with the figure to be changed", () => {
  const own = new OwnData();
  own.openBoard(null, 0.02, limits);
  assert.deepEqual(own.drawing.value?.points, []);
  own.openBoard({ points, spread: 0.1 }, 0.02, limits);
  assert.deepEqual(own.drawing.value?.points, points);
  assert.equal(own.spread.value, 0.1);
});

test("what is on the board when it is put away waits there", () => {
  const own = new OwnData();
  own.openBoard(null, 0.02, limits);
  own.change((drawing) => drawing.begin(0, 0, brush));
  own.spread.value = 0.05;
  const drawn = own.drawing.value?.points;
  own.closeBoard();
  assert.equal(boardOf(own), null);
  own.openBoard(null, 0.02, limits);
  assert.deepEqual(boardOf(own)?.points, drawn);
  assert.equal(own.spread.value, 0.05);
});

test("every change is counted", () => {
  const own = new OwnData();
  own.change((drawing) => drawing.clear()); // no board: nothing to change
  assert.equal(own.changed.value, 0);
  own.openBoard(null, 0.02, limits);
  own.change((drawing) => drawing.begin(0, 0, brush));
  assert.equal(own.changed.value, 1);
});

test("a figure from elsewhere is brought to the board's plane", () => {
  const own = new OwnData();
  own.openBoard({ points: [[500, 0], [900, 400], [700, 200]], spread: 0.02 }, 0.02, limits);
  assert.deepEqual(own.drawing.value?.points, [[-1, -1], [1, 1], [0, 0]]);
});

test("how a figure came about is remembered, of the newest thirty", () => {
  const own = new OwnData();
  own.name(points, "drawing");
  assert.equal(own.originOf(points), "drawing");
  assert.equal(own.originOf([[0, 0.001]]), undefined);
  for (let i = 0; i < 30; i += 1) own.name([[i / 1000, 0]], "data");
  assert.equal(own.originOf([[0.029, 0]]), "data");
  assert.equal(own.originOf(points), undefined);
  assert.equal(Object.keys(own.origins.value).length, 30);
});
