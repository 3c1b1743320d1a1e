// Presets: what they stand for, and when a configuration is one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isUsual, presetGroups, presetOf, wholeConfig } from "../../src/controls/presets.js";

/** @param {string} id @param {Record<string, any>} defaults @returns {any} */
const entry = (id, defaults) => ({
  id,
  params: Object.entries(defaults).map(([name, value]) => ({ name, default: value })),
});

const catalog = /** @type {any} */ ({
  fields: [
    { name: "loss", registry: "losses" },
    { name: "regularizers", registry: "regularizers", list: true },
    { name: "optimizer", registry: "optimizers" },
    { name: "batch_size", registry: null },
    { name: "seed", registry: null },
  ],
  registries: {
    losses: [entry("hinge", {}), entry("least_squares", { label: 1 })],
    regularizers: [entry("r1", { weight: 0.1 })],
    optimizers: [entry("adam", { lr: 0.001, beta1: 0.9 })],
    presets: [
      { id: "soft", config: { loss: { id: "least_squares" }, regularizers: [{ id: "r1" }] } },
      { id: "fast", config: { optimizer: { params: { lr: 0.01 } } } },
    ],
  },
  defaults: {
    loss: { id: "hinge", params: {} },
    regularizers: [],
    // what a session starts with may differ from the entry's own default
    optimizer: { id: "adam", params: { lr: 0.001, beta1: 0.5 } },
    batch_size: 128,
    seed: 0,
  },
});

const soft = {
  loss: { id: "least_squares", params: { label: 1 } },
  regularizers: [{ id: "r1", params: { weight: 0.1 } }],
  optimizer: { id: "adam", params: { lr: 0.001, beta1: 0.5 } },
  batch_size: 128,
};

test("a preset stands for a whole configuration, but not for a seed", () => {
  assert.deepEqual(wholeConfig(catalog, catalog.registries.presets[0].config), soft);
  assert.equal(wholeConfig(catalog, { seed: 7 }).seed, 7);
});

test("parameters alone change the usual entry and keep its other parameters", () => {
  const { optimizer } = wholeConfig(catalog, { optimizer: { params: { lr: 0.01 } } });
  assert.deepEqual(optimizer, { id: "adam", params: { lr: 0.01, beta1: 0.5 } });
});

test("a configuration is a preset until something is changed by hand", () => {
  assert.equal(presetOf(catalog, { ...soft, seed: 5 })?.id, "soft");
  assert.equal(presetOf(catalog, { ...soft, batch_size: 64, seed: 5 }), undefined);
  assert.equal(presetOf(catalog, { ...catalog.defaults }), undefined);
});

test("a new session has the usual configuration, whatever its seed", () => {
  assert.equal(isUsual(catalog, { ...catalog.defaults, seed: 9 }), true);
  assert.equal(isUsual(catalog, { ...soft, seed: 0 }), false);
});

test("presets are listed by group, in their order", () => {
  const presets = [{ id: "a", group: "Good" }, { id: "b", group: "Bad" }, { id: "c", group: "Good" }, { id: "d" }];
  const found = presetGroups(/** @type {any} */ (presets));
  assert.deepEqual(
    found.map(({ label, entries }) => [label, entries.map(({ id }) => id)]),
    [["Good", ["a", "c"]], ["Bad", ["b"]], ["", ["d"]]],
  );
});
