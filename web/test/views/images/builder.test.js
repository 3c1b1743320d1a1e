// What a card says of its layer, where a dragged one would go, where the menu opens, and how it is grouped.
import assert from "node:assert/strict";
import { test } from "node:test";
import { besideButton } from "../../../src/views/floating.js";
import { gapAt } from "../../../src/views/images/builder-drag.js";
import { byKind } from "../../../src/views/images/builder-menu.js";
import { countWords, shapeWords, summaryOf } from "../../../src/views/images/builder-words.js";
import { readyMade } from "../../../src/views/images/ready-made.js";
import { catalog } from "../../support/catalog.js";
import { KINDS, kind, layer } from "../../support/layers.js";

/** @param {string} id @param {Record<string, any>} [params] @param {any} [row] */
const said = (id, params = {}, row = null) => summaryOf(kind(id), layer(id, params).params, row);

test("shapes and numbers of weights are short", () => {
  assert.equal(shapeWords([64, 14, 14]), "64 × 14 × 14");
  assert.equal(shapeWords([6272]), "6,272");
  assert.deepEqual([812, 9430, 107_265, 1_234_567].map(countWords), ["812", "9,430", "107k", "1.23M"]);
});

test("a card says the main parameters, and what is unusual", () => {
  const row = { input: [1, 28, 28], output: [64, 14, 14] };
  assert.equal(said("conv", { channels: 64, kernel: 4, stride: 2 }, row), "1 → 64, 4×4, stride 2");
  assert.equal(said("conv", { padding: 2, bias: false }), "→ 32, 3×3, padding 2, no bias");
  assert.equal(said("dense", { units: 6272 }, { input: [64], output: [6272] }), "64 → 6,272");
  assert.equal(said("reshape", { channels: 128, height: 7, width: 7 }), "→ 128 × 7 × 7");
  assert.equal(said("leaky_relu"), "slope 0.2");
  assert.equal(said("relu"), "");
});

test("networks of presets are offered once each, where their pictures have the size", () => {
  const [one, other] = [[layer("dense")], [layer("conv")]];
  const preset = (/** @type {string} */ id, /** @type {string} */ data, /** @type {any} */ layers) => /** @type {any} */ ({ id, label: id, help: "", params: [], config: { data: { id: data }, generator: { params: { layers } } } });
  const registries = {
    datasets: [{ id: "small", label: "", help: "", params: [], shape: [1, 16, 16] }, { id: "large", label: "", help: "", params: [], shape: [1, 28, 28] }],
    image_presets: [preset("a", "large", one), preset("b", "small", other), preset("c", "large", one), preset("d", "large", other), preset("e", "large", undefined)],
  };
  const found = readyMade({ ...catalog, registries }, "generator", [1, 28, 28], false);
  assert.deepEqual(found.map(({ id }) => id), ["a", "d"]);
  assert.deepEqual(readyMade({ ...catalog, registries }, "discriminator", [1, 28, 28], false), []);
  const paired = { ...catalog, registries: { ...registries, image_models: [{ id: "p", label: "", help: "", params: [], paired: true }] } };
  registries.image_presets.push({ ...preset("f", "large", one), config: { data: { id: "large" }, model: { id: "p" }, generator: { params: { layers: one } } } });
  assert.deepEqual(readyMade(paired, "generator", [1, 28, 28], true).map(({ id }) => id), ["f"]);
});

test("the menu has every layer once, in the groups of their kinds, unknown kinds last", () => {
  const groups = byKind(KINDS);
  assert.deepEqual(groups.map((group) => group.kind), ["weights", "size", "activation", "form", "other"]);
  assert.deepEqual(groups.flatMap(({ entries }) => entries).length, KINDS.length);
  assert.deepEqual(groups.at(-1)?.entries.map(({ id }) => id), ["own"]);
});

test("a dragged card goes between the middles of the others", () => {
  const cards = [0, 50, 100].map((top) => ({ top, bottom: top + 40 }));
  assert.deepEqual([-5, 19, 21, 69, 71, 500].map((y) => gapAt(cards, y)), [0, 0, 1, 1, 2, 3]);
});

test("a list opens where there is room for it", () => {
  const room = { width: 400, height: 800 };
  const list = { width: 300, height: 300 };
  assert.deepEqual(besideButton({ left: 20, top: 100, bottom: 120 }, list, room), { left: 20, top: 124, height: 300 });
  assert.deepEqual(besideButton({ left: 350, top: 700, bottom: 720 }, list, room), { left: 92, top: 396, height: 300 });
  const tall = besideButton({ left: 0, top: 300, bottom: 320 }, { width: 300, height: 900 }, room);
  assert.deepEqual(tall, { left: 8, top: 324, height: 468 });
});
