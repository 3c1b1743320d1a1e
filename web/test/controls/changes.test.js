// Differences of configurations: what is sent, and how they are named.
import assert from "node:assert/strict";
import { test } from "node:test";
import { changesBetween, difference } from "../../src/controls/changes.js";
import { texts } from "../../src/texts.js";

const lr = { name: "lr", label: "Learning rate", kind: "float" };
const weight = { name: "weight", label: "Weight", kind: "float" };
const activation = {
  name: "activation",
  label: "Activation",
  kind: "choice",
  choices: [{ id: "relu", label: "ReLU" }, { id: "tanh", label: "Tanh" }],
};
const norm = { name: "spectral_norm", label: "Spectral norm", kind: "bool" };

const CATALOG = /** @type {any} */ ({
  fields: [
    { name: "generator", label: "Generator", live: false, registry: "generators" },
    { name: "loss", label: "Loss", live: true, registry: "losses" },
    { name: "regularizers", label: "Regularizers", live: true, registry: "regularizers", list: true },
    { name: "g_optimizer", label: "Optimizer", live: true, registry: "optimizers" },
    { name: "novelty", label: "Novelty", live: true, registry: null, param: { kind: "int" } },
  ],
  registries: {
    generators: [{ id: "mlp", label: "MLP", params: [activation, norm] }],
    losses: [{ id: "hinge", label: "Hinge", params: [] }, { id: "minimax", label: "Minimax", params: [weight] }],
    regularizers: [{ id: "r1", label: "R1", params: [weight] }, { id: "r2", label: "R2", params: [weight] }],
    optimizers: [{ id: "adam", label: "Adam", params: [lr] }],
  },
});

const BEFORE = {
  generator: { id: "mlp", params: { activation: "relu", spectral_norm: false } },
  loss: { id: "hinge", params: {} },
  regularizers: /** @type {any[]} */ ([]),
  g_optimizer: { id: "adam", params: { lr: 0.001 } },
  novelty: 3,
};

/** What became of BEFORE with these changes. @param {object} changes */
const changes = (changes) => changesBetween(CATALOG, BEFORE, { ...BEFORE, ...changes });

/** @param {object} after */
const words = (after) => changes(after).map(texts.edit.change);

test("a parameter is named by its label and both values", () => {
  const after = { g_optimizer: { id: "adam", params: { lr: 0.002 } } };
  assert.deepEqual(words(after), ["Learning rate 0.001 → 0.002"]);
  assert.deepEqual(changes(after)[0], {
    control: "g-optimizer-lr", group: "g-updates", label: "Learning rate", from: "0.001", to: "0.002", live: true,
  });
});

test("choices and switches are named in words", () => {
  assert.deepEqual(words({ generator: { id: "mlp", params: { activation: "tanh", spectral_norm: true } } }), [
    "Activation ReLU → Tanh",
    "Spectral norm off → on",
  ]);
});

test("another entry is one change, whatever parameters come with it", () => {
  assert.deepEqual(words({ loss: { id: "minimax", params: { weight: 2 } } }), ["Loss Hinge → Minimax"]);
});

test("regularizers are switched on and off, or changed in a parameter", () => {
  const on = [{ id: "r1", params: { weight: 1 } }];
  assert.deepEqual(words({ regularizers: on }), ["R1 off → on"]);
  const both = [{ id: "r1", params: { weight: 5 } }, { id: "r2", params: { weight: 1 } }];
  const from = { ...BEFORE, regularizers: on };
  const found = changesBetween(CATALOG, from, { ...BEFORE, regularizers: both });
  assert.deepEqual(found.map(texts.edit.change), ["R1, Weight 1 → 5", "R2 off → on"]);
  assert.deepEqual(found.map(({ control }) => control), ["regularizer-r1-weight", "regularizer-r2"]);
});

test("a field that no group places is named as well, without a place", () => {
  const [change] = changes({ novelty: 4 });
  assert.deepEqual([change.group, texts.edit.change(change)], [null, "Novelty 3 → 4"]);
});

test("points are said to have changed, not printed", () => {
  const change = /** @type {any} */ ({ label: "Points", from: null, to: null });
  assert.equal(texts.edit.change(change), "Points");
});

test("only fields that differ are sent, whole", () => {
  const after = { ...BEFORE, loss: { id: "minimax", params: { weight: 2 } }, novelty: 3 };
  assert.deepEqual(difference(BEFORE, after), { loss: { id: "minimax", params: { weight: 2 } } });
});
