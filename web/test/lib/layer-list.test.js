// Lists of layers: each edit against the list that it must make.
import assert from "node:assert/strict";
import { test } from "node:test";
import { freshLayer, insertAt, moved, ofKind, partnersIn, placeOfGap, sameLayers, without } from "../../src/lib/layer-list.js";
import { kind, layer } from "../support/layers.js";

const LIST = [1, 2, 3, 4].map((key) => freshLayer(kind("relu"), key));

/** @param {readonly {key: number}[]} list */
const keys = (list) => list.map(({ key }) => key).join("");

test("a layer is put anywhere, taken out and put elsewhere", () => {
  const other = freshLayer(kind("conv"), 9);
  assert.deepEqual([0, 2, 4].map((place) => keys(insertAt(LIST, place, other))), ["91234", "12934", "12349"]);
  assert.equal(keys(without(LIST, 3)), "124");
  assert.deepEqual([0, 1, 3].map((place) => keys(moved(LIST, 2, place))), ["2134", "1234", "1342"]);
  for (const [key, place] of [[2, 1], [2, -1], [2, 4], [7, 0]]) assert.equal(moved(LIST, key, place), LIST);
});

test("a layer that is dropped into a gap ends there, wherever it comes from", () => {
  for (const from of [0, 1, 2, 3]) {
    for (const gap of [0, 1, 2, 3, 4]) {
      const marked = keys(insertAt(LIST, gap, { ...LIST[0], key: 0 }));
      const left = marked.replace(String(from + 1), "");
      assert.equal(keys(moved(LIST, from + 1, placeOfGap(from, gap))), left.replace("0", String(from + 1)), `${from} to ${gap}`);
    }
  }
});

test("another kind keeps what both have, where it was chosen and is allowed", () => {
  const conv = { key: 5, ...layer("conv", { stride: 4, padding: 3, channels: 7 }) };
  const pool = ofKind(conv, kind("conv"), kind("max_pool"));
  assert.deepEqual(pool, { key: 5, ...layer("max_pool", { stride: 4, padding: 3 }) });
  const usual = ofKind({ key: 5, ...layer("conv") }, kind("conv"), kind("max_pool"));
  assert.deepEqual(usual, { key: 5, ...layer("max_pool") }); // its own stride 2, not conv's 1
  const wrong = ofKind({ key: 5, ...layer("conv", { stride: 99 }) }, kind("conv"), kind("max_pool"));
  assert.equal(wrong.params.stride, 2);
});

test("lists are the same by kinds and values alone", () => {
  assert.ok(sameLayers([layer("conv")], [{ id: "conv", params: Object.fromEntries(Object.entries(layer("conv").params).reverse()) }]));
  assert.ok(!sameLayers([layer("conv")], [layer("conv", { kernel: 4 })]));
  assert.ok(!sameLayers([layer("conv")], [layer("dense")]));
  assert.ok(!sameLayers([layer("relu")], [layer("relu"), layer("relu")]));
  assert.ok(!sameLayers([layer("relu")], [{ id: "relu", params: { slope: 1 } }]));
});

test("each join belongs to the last skip that is not taken yet", () => {
  const entries = /** @type {any} */ ({ skip: { remembers: true }, join: { joins: true } });
  const list = ["skip", "skip", "relu", "join", "join", "join"].map((id, at) => ({ key: 10 + at, id, params: {} }));
  const partners = partnersIn(list, (id) => entries[id]);
  assert.deepEqual([...partners].sort(), [[10, 4], [11, 3], [13, 1], [14, 0]]);
});
