// The density model on the page: its picture comes once and goes with every frame that speaks of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "../src/store.js";
import { catalog } from "./support/catalog.js";
import { frameWith } from "./support/scene.js";

const FACTS = { fit: 1, id: "gaussian_mixture", params: { components: 8 }, status: /** @type {const} */ ("ready") };
const GRID = { data: new Float32Array(4), shape: [2, 2] };

/** @param {Partial<import("../src/protocol.js").Frame>} changes */
const frame = (changes) => ({ ...frameWith({}), ...changes });

/** @type {any} */
const DENSITIES = [
  { id: "gaussian_mixture", params: [{ name: "components", kind: "int", low: 1, high: 30, default: 8 }] },
  {
    id: "kernel_density",
    params: [
      { name: "factor", kind: "float", low: 0, exclusive: true, high: 2, default: 1 },
      { name: "kernel", kind: "choice", choices: [{ id: "gaussian" }, { id: "tophat" }], default: "gaussian" },
    ],
  },
];

function setUp() {
  const store = new Store();
  /** @type {any[]} */
  const sent = [];
  store.send = (message) => sent.push(message);
  return { store, sent };
}

test("a picture is put into later frames of the same fit, and into no others", () => {
  const { store } = setUp();
  store.density.take(frame({ density: FACTS, arrays: { density: GRID } }));
  const later = frame({ density: FACTS });
  store.density.take(later);
  assert.equal(later.arrays.density, GRID);
  for (const density of [{ ...FACTS, fit: 2 }, { ...FACTS, status: /** @type {const} */ ("fitting") }, null]) {
    const other = frame({ density });
    store.density.take(other);
    assert.equal(other.arrays.density, undefined);
  }
});

test("a changed parameter asks for the model anew, and its control hears the answer", () => {
  const { store, sent } = setUp();
  store.density.take(frame({ density: FACTS }));
  store.density.chooseParam("components", 3);
  assert.deepEqual(sent.at(-1), { type: "view", density: { id: "gaussian_mixture", params: { components: 3 } } });
  assert.equal(store.pending.value["density-components"], 3);
  store.density.take(frame({ density: { ...FACTS, params: { components: 3 } }, request: sent.length }));
  assert.equal(store.applied.value?.control, "density-components");
  assert.deepEqual(store.pending.value, {});
});

test("a hidden model is asked for again as it was", () => {
  const { store } = setUp();
  assert.equal(store.density.wanted(true), null); // without a catalog there is none
  store.density.take(frame({ density: FACTS }));
  store.density.take(frame({ density: null }));
  assert.equal(store.density.facts.value, null);
  assert.deepEqual(store.density.wanted(true), { id: FACTS.id, params: FACTS.params });
  assert.equal(store.density.wanted(false), null);
});

test("an address's model is asked for, without what the server would refuse, until another is chosen", () => {
  const { store } = setUp();
  store.catalog.value = { ...catalog, registries: { ...catalog.registries, densities: DENSITIES } };
  const asked = (/** @type {any} */ density) => {
    store.density.follow(density);
    return store.density.wanted(true);
  };
  const usual = { id: "gaussian_mixture", params: {} };
  assert.deepEqual(asked({ id: "kernel_density", params: { factor: 0.5, kernel: "tophat" } }), { id: "kernel_density", params: { factor: 0.5, kernel: "tophat" } });
  assert.deepEqual(asked({ id: "kernel_density", params: { factor: 0, kernel: "of_tomorrow", __proto__: 1 } }), { id: "kernel_density", params: {} });
  assert.deepEqual(asked({ id: "gaussian_mixture", params: { components: 2.5 } }), usual);
  assert.deepEqual([asked({ id: "of_tomorrow", params: {} }), asked(null)], [usual, usual]);
  store.density.take(frame({ density: FACTS }));
  assert.deepEqual(store.density.wanted(true), { id: FACTS.id, params: FACTS.params });
});

test("an address has the model that is shown, short, and none while none is", () => {
  const { store } = setUp();
  store.catalog.value = { ...catalog, registries: { ...catalog.registries, densities: DENSITIES } };
  store.density.follow({ id: "kernel_density", params: { factor: 1 } });
  assert.deepEqual(store.density.linked(true), { id: "kernel_density", params: {} }); // not heard of yet
  store.density.take(frame({ density: FACTS }));
  assert.equal(store.density.linked(true), null); // as at first
  store.density.take(frame({ density: { ...FACTS, params: { components: 3 } } }));
  assert.deepEqual([store.density.linked(true), store.density.linked(false)], [{ id: FACTS.id, params: { components: 3 } }, null]);
});
