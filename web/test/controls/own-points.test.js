// One's own points as a distribution: found in the catalog, sent, and recognised.
import assert from "node:assert/strict";
import { test } from "node:test";
import { changesFor, figureIn, limitsOf, ownEntry } from "../../src/controls/own-points.js";

const points = { name: "spots", kind: "points", label: "Spots", help: "", default: [], low: 20, high: 1200 };
const spread = { name: "blur", kind: "float", label: "Blur", help: "", default: 0.02, low: 0, high: 1 };
const count = { name: "modes", kind: "int", label: "Modes", help: "", default: 8 };
const entries = [{ id: "ring", params: [count] }, { id: "mine", params: [points, spread] }];
const catalog = /** @type {any} */ ({
  fields: [{ name: "data", registry: "distributions" }],
  registries: { distributions: entries },
});
const own = /** @type {import("../../src/controls/own-points.js").OwnEntry} */ (ownEntry(catalog));

test("the entry is found by its kinds of parameters, not by its name", () => {
  assert.equal(own.entry.id, "mine");
  assert.deepEqual(limitsOf(own), { fewest: 20, most: 1200 });
  assert.equal(ownEntry({ ...catalog, registries: { distributions: [entries[0]] } }), null);
});

test("a figure goes out and is recognised when it comes back", () => {
  const figure = { points: /** @type {[number, number][]} */ ([[0, 1]]), spread: 0.1 };
  const changes = changesFor(own, figure);
  assert.deepEqual(changes, { data: { id: "mine", params: { spots: [[0, 1]], blur: 0.1 } } });
  assert.deepEqual(figureIn(own, changes), figure);
  assert.equal(figureIn(own, { data: { id: "ring", params: {} } }), null);
});
