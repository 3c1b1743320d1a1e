// What else changes with the model or the data, so that both fit.
import assert from "node:assert/strict";
import { test } from "node:test";
import { countsIn, modelOf, regularizersFor, turnToForm, turnToImages, turnToModel } from "../../src/controls/model.js";
import { Store } from "../../src/store.js";

const entry = (/** @type {string} */ id, more = {}) => /** @type {any} */ ({ id, label: id, help: "", params: [], ...more });
const field = (/** @type {string} */ name, list = false) => ({ name, label: name, help: "", live: false, registry: name, list });
const networks = { generator: { id: "stack", params: { of: "noise" } }, discriminator: { id: "stack", params: {} } };
const pairNetworks = { generator: { id: "stack", params: { of: "images" } }, discriminator: { id: "stack", params: {} } };
const PAIRS = entry("outlines", { shape: [3, 28, 28], networks, pair_networks: pairNetworks });
const DIGITS = entry("digits", { shape: [1, 16, 16], networks });
const TARGET = entry("l1", { kind: "target" });

/** @param {Record<string, any>} config */
function storeWith(config) {
  const store = new Store(undefined, "image");
  store.catalog.value = /** @type {any} */ ({
    fields: [field("data"), field("model"), field("regularizers", true)],
    registries: {
      data: [DIGITS, entry("shapes", { shape: [3, 28, 28], networks }), PAIRS],
      model: [entry("gan"), entry("bigan", { encodes: true }), entry("pix2pix", { paired: true })],
      regularizers: [entry("r1", { kind: "penalty" }), TARGET],
    },
    defaults: { model: { id: "gan" } },
  });
  store.session.value = /** @type {any} */ ({ config: { regularizers: [], ...config } });
  return store;
}

test("pix2pix brings pairs, networks for them and its part of the loss", () => {
  const store = storeWith({ data: { id: "digits" }, model: { id: "gan" }, regularizers: [{ id: "r1", params: {} }] });
  assert.deepEqual(turnToModel(store, "bigan"), { model: { id: "bigan" } });
  assert.deepEqual(turnToModel(store, "pix2pix"), {
    model: { id: "pix2pix" },
    data: { id: "outlines" },
    ...pairNetworks,
    regularizers: [{ id: "r1", params: {} }, { id: "l1", params: {} }],
  });
  const there = turnToModel(storeWith({ data: { id: "outlines" }, model: { id: "gan" } }), "pix2pix");
  assert.equal(there.data, undefined, "they are here");
});

test("another model, or data without pairs, takes them away again", () => {
  const config = { data: { id: "outlines" }, model: { id: "pix2pix" }, regularizers: [{ id: "r1", params: {} }, { id: "l1", params: {} }] };
  const rest = { regularizers: [{ id: "r1", params: {} }] };
  assert.deepEqual(turnToModel(storeWith(config), "bigan"), { model: { id: "bigan" }, ...networks, ...rest });
  assert.deepEqual(turnToImages(storeWith(config), DIGITS), { data: { id: "digits" }, model: { id: "gan" }, ...networks, ...rest });
  assert.deepEqual(turnToImages(storeWith(config), PAIRS), { data: { id: "outlines" }, ...pairNetworks });
});

test("noise is not set, nor a target offered, where there is none", () => {
  const gan = storeWith({ data: { id: "digits" }, model: { id: "gan" } });
  const pairs = storeWith({ data: { id: "outlines" }, model: { id: "pix2pix" } });
  assert.equal(modelOf(pairs)?.paired, true);
  assert.deepEqual([countsIn(gan, "prior"), countsIn(pairs, "prior"), countsIn(pairs, "seed")], [true, false, true]);
  const offered = (/** @type {any} */ store, /** @type {any[]} */ active = []) => regularizersFor(store, [TARGET], active).length;
  assert.deepEqual([offered(gan), offered(pairs), offered(gan, [{ id: "l1" }])], [0, 1, 1]);
});

test("images of another form bring networks for it, and only then", () => {
  const form = (/** @type {string} */ size, /** @type {boolean} */ colour, /** @type {number[]} */ shape) =>
    ({ params: { size, colour }, shape, networks: { generator: `${shape}` }, pair_networks: { generator: `pairs of ${shape}` } });
  const forms = [form("28", true, [3, 28, 28]), form("28", false, [1, 28, 28]), form("16", false, [1, 16, 16])];
  const store = storeWith({ data: { id: "drawn", params: { size: "28", colour: false, jitter: "some" } }, model: { id: "gan" } });
  const session = /** @type {any} */ (store.session.value);
  session.images = { shape: [1, 28, 28] };
  const registries = /** @type {any} */ (store.catalog.value).registries;
  registries.data.push(entry("drawn", { forms }));
  const data = (/** @type {object} */ params) => ({ data: { params } });
  assert.deepEqual(turnToForm(store, "jitter", "none"), data({ jitter: "none" }));
  assert.deepEqual(turnToForm(store, "size", "16"), { ...data({ size: "16" }), generator: "1,16,16" });
  session.config.model.id = "pix2pix";
  assert.deepEqual(turnToForm(store, "colour", true), { ...data({ colour: true }), generator: "pairs of 3,28,28" });
  assert.deepEqual(turnToForm(storeWith({ data: { id: "digits", params: {} }, model: { id: "gan" } }), "any", 1), data({ any: 1 }));
});
