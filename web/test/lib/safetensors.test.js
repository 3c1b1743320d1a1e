// Reading containers, and refusing what is none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SafetensorsError, parseMetadata, parseSafetensors } from "../../src/lib/safetensors.js";
import { container, rawContainer } from "../support/container.js";

const eightBytes = Uint8Array.of(0, 0, 128, 63, 0, 0, 0, 192); // 1 and −2 as float32

test("metadata and arrays come back by name", () => {
  const header = {
    __metadata__: { step: "7" },
    pair: { dtype: "F32", shape: [2], data_offsets: [0, 8] },
    bytes: { dtype: "U8", shape: [2, 2], data_offsets: [4, 8] },
  };
  const { metadata, tensors } = parseSafetensors(container(header, eightBytes));
  assert.deepEqual(metadata, { step: "7" });
  assert.deepEqual([...(tensors.get("pair")?.data ?? [])], [1, -2]);
  assert.deepEqual(tensors.get("bytes")?.shape, [2, 2]);
  assert.deepEqual([...(tensors.get("bytes")?.data ?? [])], [0, 0, 0, 192]);
});

test("aligned arrays are views, others are copies", () => {
  const header = {
    aligned: { dtype: "U16", shape: [2], data_offsets: [0, 4] },
    askew: { dtype: "U16", shape: [1], data_offsets: [5, 7] },
  };
  const buffer = container(header, Uint8Array.of(1, 0, 2, 0, 9, 3, 1, 9));
  const { tensors } = parseSafetensors(buffer);
  assert.equal(tensors.get("aligned")?.data.buffer, buffer);
  assert.notEqual(tensors.get("askew")?.data.buffer, buffer);
  assert.deepEqual([...(tensors.get("askew")?.data ?? [])], [259]);
});

test("an array may be empty, or a single number without a shape", () => {
  const header = {
    none: { dtype: "F32", shape: [0, 2], data_offsets: [0, 0] },
    one: { dtype: "F32", shape: [], data_offsets: [0, 4] },
  };
  const { tensors } = parseSafetensors(container(header, eightBytes));
  assert.equal(tensors.get("none")?.data.length, 0);
  assert.deepEqual([...(tensors.get("one")?.data ?? [])], [1]);
});

const tensor = { dtype: "F32", shape: [2], data_offsets: [0, 8] };

/** @type {[string, ArrayBuffer, RegExp][]} */
const MALFORMED = [
  ["too few bytes", new ArrayBuffer(3), /at least 8 bytes, got 3/],
  ["a header longer than the bytes", rawContainer("{}").slice(0, 12), /header within 12 bytes/],
  ["a giant header length", Uint8Array.from({ length: 16 }, () => 255).buffer, /a header within/],
  ["no JSON", rawContainer("not json"), /header of JSON, got "not json/],
  ["JSON that is no object", rawContainer("[1]"), /a JSON object as header/],
  ["metadata that is no text", container({ __metadata__: { step: 7 } }), /strings alone/],
  ["an entry that is no object", container({ x: 3 }), /x to be one of/],
  ["an unknown dtype", container({ x: { ...tensor, dtype: "F4" } }, eightBytes), /x to be one of .*F4/],
  ["an inherited name as dtype", container({ x: { ...tensor, dtype: "toString" } }, eightBytes), /toString/],
  ["a negative shape", container({ x: { ...tensor, shape: [-2] } }, eightBytes), /shape of x/],
  ["a shape that is no list", container({ x: { ...tensor, shape: "2" } }, eightBytes), /shape of x/],
  ["offsets the wrong way round", container({ x: { ...tensor, data_offsets: [8, 0] } }, eightBytes), /\[begin, end\] of x/],
  ["offsets of one number", container({ x: { ...tensor, data_offsets: [8] } }, eightBytes), /\[begin, end\] of x/],
  ["offsets that do not fit the shape", container({ x: { ...tensor, shape: [3] } }, eightBytes), /12 bytes for x \[3\] of F32, got 8/],
  ["data that end early", container({ x: tensor }, eightBytes.slice(0, 6)), /x to end by byte/],
];

for (const [name, bytes, message] of MALFORMED) {
  test(`${name} is refused with a reason`, () => {
    assert.throws(
      () => parseSafetensors(bytes),
      (error) => error instanceof SafetensorsError && message.test(error.message),
    );
  });
}

test("metadata are read whatever the arrays are", () => {
  const header = { __metadata__: { step: "3" }, steps: { dtype: "I64", shape: [], data_offsets: [0, 8] } };
  assert.deepEqual(parseMetadata(container(header, new Uint8Array(8))), { step: "3" });
  assert.deepEqual(parseMetadata(container({})), {});
});
