// The chosen instruments: what is asked for, what is kept, and the line beside D's loss.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Instruments } from "../src/instruments.js";
import { Store } from "../src/store.js";
import { bestLoss } from "../src/views/charts.js";
import { sharesOf } from "../src/views/instrument-detail.js";
import { missingFor, verdictOf } from "../src/views/instrument-words.js";
import { catalog } from "./support/catalog.js";

/** @param {Record<string, any>} instruments @returns {any} */
const frame = (instruments) => ({ instruments });

test("only instruments that the server knows are asked for", () => {
  const instruments = new Instruments();
  instruments.toggle("mmd");
  instruments.toggle("luck");
  const known = /** @type {any} */ ([{ id: "mmd" }, { id: "recall" }]);
  assert.deepEqual(instruments.wanted(known), ["mmd"]);
  instruments.toggle("mmd");
  assert.deepEqual(instruments.chosen.value, ["luck"]);
});

test("readings are kept with their past until another run begins", () => {
  const instruments = new Instruments();
  instruments.take(frame({ mmd: { value: 0.5, step: 0 } }));
  instruments.take(frame({ mmd: { value: 0.25, step: 100 }, recall: { value: 90, step: 100 } }));
  instruments.take({ ...frame({}), instruments: null });
  instruments.take(frame({ mmd: { value: 0.25, step: 100, floor: [0, 0.1] } }));
  assert.deepEqual(Array.from(instruments.past("mmd").steps), [0, 100]);
  assert.deepEqual(Array.from(instruments.past("mmd").values[0]), [0.5, 0.25]);
  assert.deepEqual(instruments.readings.value.mmd.floor, [0, 0.1]);
  instruments.forget();
  assert.deepEqual(instruments.readings.value, {});
  assert.equal(instruments.past("mmd").steps.length, 0);
});

test("p-values are said in words", () => {
  assert.match(verdictOf({ value: 1, step: 0, p: 0.002 }), /they differ/);
  assert.match(verdictOf({ value: 1, step: 0, p: 0.03 }), /may differ/);
  assert.match(verdictOf({ value: 1, step: 0, p: 0.4 }), /no difference/);
  assert.equal(verdictOf({ value: 1, step: 0 }), "");
});

/** @param {string} loss @param {string[]} regularizers @param {boolean} [chosen] @param {object} [more] of the configuration */
function bestLossOf(loss, regularizers, chosen = true, more = {}) {
  const store = new Store();
  const { registries } = catalog;
  store.catalog.value = {
    ...catalog,
    registries: {
      ...registries,
      losses: registries.losses.map((entry) => (entry.id === "minimax" ? { ...entry, cross_entropy: true } : entry)),
      regularizers: registries.regularizers.map((entry) => ({ ...entry, kind: entry.id === "r1" ? "penalty" : "labels" })),
    },
  };
  const config = { loss: { id: loss, params: {} }, regularizers: regularizers.map((id) => ({ id, params: {} })), ...more };
  store.session.value = /** @type {any} */ ({ config });
  if (chosen) store.instruments.toggle("optimal_value");
  store.instruments.take(frame({ optimal_value: { value: -1.25, step: 3 } }));
  return bestLoss(store);
}

test("the best D's loss stands beside the plain cross-entropy alone", () => {
  assert.equal(bestLossOf("minimax", []), 1.25);
  assert.equal(bestLossOf("minimax", ["r1"]), 1.25);
  assert.equal(bestLossOf("minimax", ["clipping"]), null);
  assert.equal(bestLossOf("hinge", []), null);
  assert.equal(bestLossOf("minimax", [], false), null);
  assert.equal(bestLossOf("minimax", [], true, { packing: 2 }), null);
  assert.equal(bestLossOf("minimax", [], true, { packing: 1 }), 1.25);
});

test("while a classifier learns there is no value, and no point on the curve", () => {
  const instruments = new Instruments();
  instruments.take(frame({ image_recall: { preparing: 0.25 } }));
  assert.equal(instruments.readings.value.image_recall.preparing, 0.25);
  assert.equal(instruments.past("image_recall").steps.length, 0);
  instruments.take(frame({ image_recall: { value: 80, step: 5, by: { accuracy: 99.5, tested: 2000, samples: 1000 } } }));
  assert.deepEqual(Array.from(instruments.past("image_recall").steps), [5]);
});

test("pictures come with the readings that speak of them and go with the run", () => {
  const instruments = new Instruments();
  const imagePairs = { data: new Uint8Array(8), shape: [1, 2, 2, 2, 1] };
  instruments.take({ ...frame({ image_pairs: { value: 3, step: 0, distances: [3] } }), arrays: { imagePairs } });
  assert.equal(instruments.pictures.value.image_pairs, imagePairs);
  instruments.forget();
  assert.deepEqual(instruments.pictures.value, {});
});

test("what data and model lack is said", () => {
  const images = { held_out: 300, names: ["a", "b"] };
  /** @param {Record<string, any>} entry @param {Record<string, any>} session */
  const missing = (entry, session) => missingFor({ of: "images", .../** @type {any} */ (entry) }, /** @type {any} */ (session));
  assert.equal(missing({ needs_classes: true }, { images }), "");
  assert.match(missing({ needs_classes: true }, { images: { ...images, names: [] } }), /have classes/);
  assert.match(missing({ needs_labels: true, needs_classes: true }, { images, classes: 0 }), /told which class/);
  assert.equal(missing({ needs_labels: true, needs_classes: true }, { images, classes: 2 }), "");
  assert.match(missing({}, { images: { ...images, held_out: 10 } }), /at least 40/);
});

test("who has chosen nothing sees two instruments of images, and none of the plane", () => {
  assert.deepEqual(new Instruments().chosen.value, []);
  assert.deepEqual(new Instruments("image").chosen.value, ["image_frechet", "image_classes"]);
});

test("bars of the classes have their room before anything is measured", () => {
  const empty = sharesOf(4);
  assert.deepEqual(empty, { bars: Array.from({ length: 4 }, () => ({ share: 0, due: 0.25 })), most: 0.5, line: 0.25 });
  const uneven = sharesOf(2, [0.9, 0.1], [0.6, 0.4]);
  assert.deepEqual(uneven.bars[0], { share: 0.9, due: 0.6 });
  assert.equal(uneven.line, null);
  assert.equal(sharesOf(2, [1, 0], [0.505, 0.495]).line, 0.5);
});
