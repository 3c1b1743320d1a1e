// The configuration of an address: short, and whole again with what it leaves out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { wholeConfig } from "../src/controls/presets.js";
import { changesOf, packed, same, shortScript, unpacked } from "../src/link-config.js";
import { catalog } from "./support/catalog.js";

test("the usual configuration changes nothing", () => {
  assert.deepEqual(changesOf(catalog, catalog.defaults), {});
});

test("only what differs is named, and what is named makes the whole again", () => {
  const configs = [
    { ...catalog.defaults, seed: 3, batch_size: 64 },
    { ...catalog.defaults, data: { id: "ring", params: { modes: 8, radius: 2 } } },
    { ...catalog.defaults, data: { id: "grid", params: { side: 5 } }, loss: { id: "softened", params: { margin: 1 } } },
    { ...catalog.defaults, regularizers: [{ id: "r1", params: { weight: 1 } }, { id: "clipping", params: { limit: 0.01 } }] },
  ];
  const short = configs.map((config) => changesOf(catalog, config));
  assert.deepEqual(short, [
    { batch_size: 64, seed: 3 },
    { data: { id: "ring", params: { radius: 2 } } },
    { data: { id: "grid" }, loss: { id: "softened" } },
    { regularizers: [{ id: "r1", params: { weight: 1 } }, { id: "clipping" }] },
  ]);
  short.forEach((changes, i) => assert.deepEqual(wholeConfig(catalog, { seed: 0, ...changes }), configs[i]));
});

test("values are alike whatever the order of their keys", () => {
  assert.ok(same({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }));
  for (const [a, b] of [[1, "1"], [[1], { 0: 1 }], [{ a: 1 }, { a: 1, b: 2 }], [null, {}], [{ a: undefined }, { b: undefined }]]) {
    assert.ok(!same(a, b));
  }
});

test("points are packed and unpacked wherever they stand; others stay as they are", () => {
  const exact = { params: { points: [[0.5, -0.25]] }, name: "x" };
  assert.match(packed(exact).params.points, /^~[\w-]{4}$/);
  assert.deepEqual(unpacked(packed(exact)), exact);
  const fine = { points: [[0.12345, 9]] };
  assert.deepEqual(packed(fine), fine);
  assert.throws(() => unpacked({ points: "~AAA" }));
});

test("a script leaves out what stays, but never a value that goes back to the usual one", () => {
  const start = catalog.defaults;
  const softened = (/** @type {number} */ margin) => ({ loss: { id: "softened", params: { margin } } });
  const entries = [
    [5, softened(1)],
    [7, "generator", 3],
    [10, { ...softened(2), batch_size: 64 }],
    [12, softened(1)],
    [12, { regularizers: [{ id: "r1", params: { weight: 10 } }] }],
  ];
  assert.deepEqual(shortScript(catalog, start, entries), [
    [5, { loss: { id: "softened" } }],
    [7, "generator", 3],
    [10, { loss: { params: { margin: 2 } }, batch_size: 64 }],
    [12, { loss: { params: { margin: 1 } } }],
    [12, { regularizers: [{ id: "r1" }] }],
  ]);
});

test("of layers, too, only what differs is told", () => {
  const stack = { name: "layers", label: "", help: "", kind: /** @type {const} */ ("layers"), default: [{ id: "relu", params: {} }], registry: "layers" };
  const layered = {
    ...catalog,
    fields: [{ name: "generator", label: "G", help: "", live: false, registry: "generators", list: false }],
    registries: {
      generators: [{ id: "stack", label: "", help: "", params: [stack] }],
      layers: [
        { id: "dense", label: "", help: "", params: [{ ...stack, name: "units", kind: /** @type {const} */ ("int"), default: 128, registry: null }] },
        { id: "relu", label: "", help: "", params: [] },
      ],
    },
    defaults: { generator: { id: "stack", params: { layers: [{ id: "relu", params: {} }] } } },
  };
  const layers = [{ id: "dense", params: { units: 64 } }, { id: "dense", params: { units: 128 } }, { id: "relu", params: {} }];
  assert.deepEqual(changesOf(layered, { generator: { id: "stack", params: { layers } } }), {
    generator: { id: "stack", params: { layers: [{ id: "dense", params: { units: 64 } }, { id: "dense" }, { id: "relu" }] } },
  });
  assert.deepEqual(changesOf(layered, layered.defaults), {});
});
