// Numbers in controls: reading, printing, stepping, speeds.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  FULL_SPEED,
  printValue,
  nextValue,
  parseNumber,
  positionOf,
  speedAt,
} from "../../src/controls/numbers.js";

/** @param {object} more @returns {any} */
const param = (more) => ({ kind: "float", scale: "linear", default: 1, low: 0, high: 10, ...more });

test("typed numbers are read as people write them", () => {
  const cases = /** @type {[string, number|null][]} */ ([
    ["0.001", 0.001], [" 1e-3 ", 0.001], [".5", 0.5], ["5.", 5], ["−3", -3], ["1,000", 1000],
    ["", null], ["abc", null], ["1e999", null], ["0x10", null], ["1 2", null], ["NaN", null],
  ]);
  for (const [text, value] of cases) assert.equal(parseNumber(text), value, text);
});

test("values are printed without the noise of binary fractions", () => {
  assert.equal(printValue(0.1 + 0.2), "0.3");
  assert.equal(printValue(1e-8), "1e-8");
  assert.equal(printValue(4294967295), "4294967295");
});

test("whole numbers go one by one, or ten by ten", () => {
  const layers = param({ kind: "int", low: 0, high: 5 });
  assert.equal(nextValue(1, 1, layers), 2);
  assert.equal(nextValue(0, -1, layers), 0);
  assert.equal(nextValue(5, 1, layers), 5);
  assert.equal(nextValue(2, 1, layers, 10), 5);
});

test("logarithmic values climb 1, 2, 5", () => {
  const lr = param({ scale: "log", low: 0, high: 10, default: 0.001 });
  const up = [0.001];
  for (let i = 0; i < 4; i += 1) up.push(nextValue(/** @type {number} */ (up.at(-1)), 1, lr));
  assert.deepEqual(up, [0.001, 0.002, 0.005, 0.01, 0.02]);
  const down = [0.01];
  for (let i = 0; i < 4; i += 1) down.push(nextValue(/** @type {number} */ (down.at(-1)), -1, lr));
  assert.deepEqual(down, [0.01, 0.005, 0.002, 0.001, 0.0005]);
  assert.equal(nextValue(0.0003, 1, lr), 0.0005);
  assert.equal(nextValue(0.0003, -1, lr), 0.0002);
  assert.equal(nextValue(0, 1, lr), 0.001);
  assert.equal(nextValue(1e-6, -1, lr), 0);
  assert.equal(nextValue(8, 1, lr), 10);
  assert.equal(nextValue(10, 1, lr), 10);
});

test("a range that leaves out its lower end is never stepped onto it", () => {
  const weight = param({ scale: "log", low: 0, high: 10, exclusive: true });
  assert.equal(nextValue(1e-6, -1, weight), 1e-6);
});

test("linear values go in round steps of their range", () => {
  const spread = param({ low: 0, high: 0.5 });
  assert.equal(nextValue(0.05, 1, spread), 0.06);
  assert.equal(nextValue(0.055, 1, spread), 0.06);
  assert.equal(nextValue(0.055, -1, spread), 0.04);
  assert.equal(nextValue(0, -1, spread), 0);
});

test("decays step closer to 1 by ever smaller steps", () => {
  const beta = param({ low: 0, high: 0.9999 });
  assert.equal(nextValue(0.9, 1, beta), 0.95);
  assert.equal(nextValue(0.999, 1, beta), 0.9995);
  assert.equal(nextValue(0.9999, 1, beta), 0.9999);
  assert.equal(nextValue(0.5, -1, beta), 0);
});

test("the speed slider runs from 1 to 1000 a second and ends without a limit", () => {
  assert.equal(speedAt(0), 1);
  assert.equal(speedAt(FULL_SPEED - 1), 1000);
  assert.equal(speedAt(FULL_SPEED), null);
  for (let position = 0; position <= FULL_SPEED; position += 1) {
    assert.equal(positionOf(speedAt(position)), position);
  }
  assert.equal(speedAt(positionOf(110)), 100);
  assert.equal(speedAt(positionOf(0.1)), 1);
});
