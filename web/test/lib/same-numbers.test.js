// Same numbers, whatever array holds them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sameNumbers } from "../../src/lib/same-numbers.js";

test("the same numbers in other arrays are the same", () => {
  assert.ok(sameNumbers(Float32Array.of(1, NaN), Float32Array.of(1, NaN)));
  assert.ok(sameNumbers([], []));
  assert.ok(sameNumbers(undefined, undefined));
});

test("another number, another length, or none at all are not", () => {
  assert.ok(!sameNumbers([1, 2], [1, 3]));
  assert.ok(!sameNumbers([1, 2], [1, 2, 3]));
  assert.ok(!sameNumbers([1], [NaN]));
  assert.ok(!sameNumbers([1], null));
  assert.ok(!sameNumbers(undefined, [1]));
});
