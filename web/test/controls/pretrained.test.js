// Pre-trained weights: which run began with them, and what a choice of data means then.
import assert from "node:assert/strict";
import { test } from "node:test";
import { couldBegin, pretrainedOf, turnToData, turnToPreset, weightsFor, weightsOf } from "../../src/controls/pretrained.js";

const catalog = /** @type {any} */ ({ pretrained: { ring: { step: 9000, js_divergence: 0.04, floor: 0.01 } } });

/** @param {any} origin @returns {any} */
const session = (origin) => ({ id: "a", origin, config: {} });

const trained = session({ kind: "pretrained", id: "grid", step: 9000 });
const others = [null, session(null), session(undefined), session({ kind: "file", id: "0123", step: 3 })];

test("only pre-trained weights are such", () => {
  assert.equal(pretrainedOf(trained), "grid");
  assert.deepEqual(weightsOf(trained), { pretrained: "grid" });
  for (const other of others) assert.equal(pretrainedOf(other), null);
  assert.deepEqual(weightsOf(session(null)), {});
});

test("the catalog knows what there is", () => {
  assert.equal(weightsFor(catalog, "ring")?.step, 9000);
  for (const unknown of [weightsFor(catalog, "points"), weightsFor(catalog, undefined), weightsFor(null, "ring")]) {
    assert.equal(unknown, undefined);
  }
});

test("other data come with their weights while the run has such", () => {
  assert.deepEqual(turnToData(catalog, trained, "ring"), { type: "load", pretrained: "ring" });
  assert.deepEqual(turnToData(catalog, trained, "points"), { type: "configure", changes: { data: { id: "points" } } });
  for (const other of others) {
    assert.deepEqual(turnToData(catalog, other, "ring"), { type: "configure", changes: { data: { id: "ring" } } });
  }
});

const preset = { id: "ring", label: "", help: "", params: [], config: { batch_size: 9 } };
const withPresets = { ...catalog, fields: [{ name: "batch_size", registry: null }], defaults: { batch_size: 5 }, registries: { presets: [preset] } };

test("weights belong to the data on the plane, and to the preset among images", () => {
  const run = /** @type {any} */ ({ config: { data: { id: "grid" }, batch_size: 9 } });
  assert.equal(couldBegin(withPresets, run, "plane"), "grid");
  assert.equal(couldBegin(withPresets, run, "image"), "ring");
  assert.equal(couldBegin(withPresets, { ...run, config: { ...run.config, batch_size: 8 } }, "image"), undefined);
  assert.equal(couldBegin(withPresets, null, "image"), undefined);
});

test("another preset of images comes with its weights while the run has such", () => {
  const anew = { type: "configure", changes: { batch_size: 9 }, anew: true };
  assert.deepEqual(turnToPreset(withPresets, trained, "image", preset), { type: "load", pretrained: "ring" });
  assert.deepEqual(turnToPreset(withPresets, trained, "image", { ...preset, id: "other" }), anew);
  assert.deepEqual(turnToPreset(withPresets, session(null), "image", preset), anew);
  assert.deepEqual(turnToPreset(withPresets, trained, "plane", preset), anew);
});
