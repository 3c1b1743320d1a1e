// Frames over refreshes: one each, none lost, answers at once.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { FramePacer } from "../src/frame-pacer.js";

/** @type {number[]} */
let shown;
/** @type {(() => void)[]} */
let turns;
/** @type {FramePacer} */
let pacer;

beforeEach(() => {
  shown = [];
  turns = [];
  pacer = new FramePacer((frame) => shown.push(frame.number), (turn) => turns.push(turn));
});

/** @param {number} number @param {number|null} [request] */
const push = (number, request = null) =>
  pacer.push(/** @type {import("../src/protocol.js").Frame} */ (/** @type {unknown} */ ({ number, request })));
const refresh = () => turns.splice(0).forEach((turn) => turn());

test("a frame is shown when it comes", () => {
  push(1);
  assert.deepEqual(shown, [1]);
  refresh();
  push(2);
  assert.deepEqual(shown, [1, 2]);
});

test("of two between two refreshes the second waits for the next one", () => {
  push(1);
  push(2);
  assert.deepEqual(shown, [1]);
  refresh();
  assert.deepEqual(shown, [1, 2]);
  push(3); // the refresh after this one is that of the second
  assert.deepEqual(shown, [1, 2]);
  refresh();
  assert.deepEqual(shown, [1, 2, 3]);
});

test("a third does not make the second late, nor lost", () => {
  for (const number of [1, 2, 3]) push(number);
  assert.deepEqual(shown, [1, 2]);
  refresh();
  assert.deepEqual(shown, [1, 2, 3]);
});

test("an answer is shown at once, after what came before it", () => {
  for (const number of [1, 2]) push(number);
  push(3, 7);
  assert.deepEqual(shown, [1, 2, 3]);
});

test("what waits is shown before something else is told", () => {
  for (const number of [1, 2]) push(number);
  pacer.flush();
  assert.deepEqual(shown, [1, 2]);
  refresh();
  assert.deepEqual(shown, [1, 2]);
});

test("one refresh is asked for at a time", () => {
  for (const number of [1, 2, 3, 4]) push(number);
  assert.equal(turns.length, 1);
  refresh();
  assert.equal(turns.length, 1);
  refresh();
  assert.equal(turns.length, 0);
});
