// Halves against values of the IEEE 754 standard.
import assert from "node:assert/strict";
import { test } from "node:test";
import { halfToNumber, widenHalves } from "../../src/lib/half.js";

/** @type {[number, number, string][]} */
const KNOWN = [
  [0x0000, 0, "zero"],
  [0x8000, -0, "minus zero"],
  [0x0001, 2 ** -24, "the smallest subnormal"],
  [0x03ff, 1023 * 2 ** -24, "the largest subnormal"],
  [0x0400, 2 ** -14, "the smallest normal"],
  [0x3555, 0.333251953125, "nearest to a third"],
  [0x3c00, 1, "one"],
  [0xc000, -2, "minus two"],
  [0x7bff, 65504, "the largest"],
  [0x7c00, Infinity, "infinity"],
  [0xfc00, -Infinity, "minus infinity"],
  [0x7e00, NaN, "not a number"],
];

for (const [bits, value, name] of KNOWN) {
  test(`0x${bits.toString(16).padStart(4, "0")} is ${name}`, () => {
    assert.ok(Object.is(halfToNumber(bits), value));
    assert.ok(Object.is(widenHalves(Uint16Array.of(bits))[0], value));
  });
}

test("widening keeps length and order", () => {
  assert.deepEqual([...widenHalves(Uint16Array.of(0x3c00, 0xc000, 0x3800))], [1, -2, 0.5]);
});
