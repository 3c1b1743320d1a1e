// The draft of image networks: edits and their past, what is trained in the end, and what the server's word does to it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { plain } from "../src/lib/layer-list.js";
import { TRAINED, drafting, layer, stateOf } from "./support/layers.js";

/** @param {import("../src/layer-draft.js").LayerDraft} draft @param {"generator"|"discriminator"} [player] */
const ids = (draft, player = "discriminator") => draft.stacks.value[player].map(({ id }) => id);

test("the draft begins as what is trained, and nothing can be taken back", () => {
  const { draft } = drafting();
  assert.deepEqual(plain(draft.stacks.value.discriminator), TRAINED.discriminator);
  assert.deepEqual(draft.changed.value, []);
  assert.equal(draft.canUndo.value, false);
});

test("layers are inserted, moved, changed and removed, and each edit is taken back alone", () => {
  const { draft } = drafting();
  const key = draft.insert("discriminator", "relu", 1);
  assert.deepEqual(ids(draft), ["conv", "relu", "dense"]);
  assert.equal(draft.open.value, key);
  draft.move("discriminator", key, 0);
  assert.deepEqual(ids(draft), ["relu", "conv", "dense"]);
  draft.changeKind("discriminator", draft.stacks.value.discriminator[0], "leaky_relu");
  assert.deepEqual(plain(draft.stacks.value.discriminator)[0], layer("leaky_relu"));
  draft.remove("discriminator", key);
  assert.deepEqual(draft.changed.value, []);
  for (const before of [["leaky_relu", "conv", "dense"], ["relu", "conv", "dense"], ["conv", "relu", "dense"], ["conv", "dense"]]) {
    draft.travel(-1);
    assert.deepEqual(ids(draft), before);
  }
  assert.equal(draft.canUndo.value, false);
  draft.travel(-1); // there is nothing before
  draft.travel(1);
  assert.deepEqual(ids(draft), ["conv", "relu", "dense"]);
  draft.insert("generator", "own", 0); // cuts off what lay ahead
  assert.equal(draft.canRedo.value, false);
});

test("steps of one number count as one edit, until another comes between", () => {
  const { draft } = drafting();
  const change = (/** @type {string} */ name, /** @type {number} */ value) =>
    draft.changeParam("discriminator", draft.stacks.value.discriminator[0], name, value);
  for (const kernel of [4, 5, 6]) change("kernel", kernel);
  change("stride", 2);
  change("kernel", 7);
  const kernels = [];
  while (draft.canUndo.value) {
    draft.travel(-1);
    kernels.push(draft.stacks.value.discriminator[0].params.kernel);
  }
  assert.deepEqual(kernels, [6, 6, 3]);
});

test("what does not change anything is no edit", () => {
  const { draft } = drafting();
  const [{ key }] = draft.stacks.value.discriminator;
  draft.move("discriminator", key, 0);
  draft.move("discriminator", key, -1);
  draft.move("discriminator", key, 2);
  draft.insert("discriminator", "magic", 0);
  assert.equal(draft.canUndo.value, false);
});

test("only the players that differ are trained, in one change", () => {
  const { draft, sent } = drafting();
  draft.insert("generator", "relu", 0);
  draft.train();
  assert.deepEqual(sent.at(-1).changes, { generator: { params: { layers: [layer("relu"), ...TRAINED.generator] } } });
  draft.insert("discriminator", "relu", 0);
  draft.train();
  assert.deepEqual(Object.keys(sent.at(-1).changes), ["generator", "discriminator"]);
});

test("what is wrong is said in a sentence, of a number with its name", () => {
  const { draft } = drafting();
  const about = (/** @type {string} */ field, /** @type {string} */ reason) => draft.reasonOf("discriminator", { layer: 0, field, reason });
  assert.equal(about("", "it takes an image"), "It takes an image.");
  assert.equal(about("params.kernel", "expected …"), "“kernel”: Must be a whole number from 1 to 16.");
  assert.equal(about("id", "so it is."), "So it is.");
});

test("another network takes the place of a player's, its parameters filled in", () => {
  const { draft } = drafting();
  draft.replace("discriminator", { layers: [{ id: "conv", params: { kernel: 5 } }, { id: "relu", params: {} }] }, "Other");
  assert.deepEqual(plain(draft.stacks.value.discriminator), [layer("conv", { kernel: 5 }), layer("relu")]);
  assert.deepEqual(draft.changed.value, ["discriminator"]);
  draft.travel(-1);
  assert.deepEqual(draft.changed.value, []);
});

test("what belongs to a network beside its layers is trained with it, taken back with it, and forgotten once it is set", () => {
  const { store, draft, sent } = drafting();
  const params = { layers: TRAINED.generator, init: "he" };
  draft.replace("generator", params, "Other");
  assert.deepEqual(draft.changed.value, ["generator"]);
  draft.travel(-1);
  assert.deepEqual(draft.changed.value, []);
  draft.travel(1);
  draft.train();
  assert.deepEqual(sent.at(-1).changes, { generator: { params } });
  const trained = (/** @type {string} */ init) => {
    const state = stateOf(TRAINED);
    state.config.generator.params.init = init;
    return state;
  };
  store.pushState(trained("he"));
  assert.deepEqual(draft.changed.value, []);
  store.pushState(trained("dcgan")); // by its own control
  assert.deepEqual(draft.changed.value, []);
});

test("once it is trained it is no draft any more, and it can be taken back", () => {
  const { store, draft, sent } = drafting();
  draft.insert("generator", "relu", 0);
  draft.train();
  const { generator } = sent.at(-1).changes;
  store.pushState(stateOf({ ...TRAINED, generator: generator.params.layers }, { request: sent.length }));
  assert.deepEqual(draft.changed.value, []);
  draft.travel(-1);
  assert.deepEqual(draft.changed.value, ["generator"]);
});

test("edits made while the server was busy stay", () => {
  const { store, draft, sent } = drafting();
  draft.insert("generator", "relu", 0);
  draft.train();
  const { layers } = sent.at(-1).changes.generator.params;
  draft.insert("generator", "relu", 0);
  store.pushState(stateOf({ ...TRAINED, generator: layers }, { request: sent.length }));
  assert.equal(draft.stacks.value.generator.length, layers.length + 1);
  assert.deepEqual(draft.changed.value, ["generator"]);
});

test("layers that come from elsewhere take the draft's place, which can be had back", () => {
  const { store, draft } = drafting();
  draft.insert("generator", "relu", 0);
  draft.insert("discriminator", "own", 0);
  store.pushState(stateOf({ ...TRAINED, generator: [layer("dense", { units: 784 })] }));
  assert.deepEqual(draft.changed.value, ["discriminator"]); // of this player nothing new was heard
  draft.travel(-1);
  assert.deepEqual(ids(draft, "generator"), ["relu", "dense", "relu"]);
});

test("the same layers again, or another order of their parameters, change nothing", () => {
  const { store, draft } = drafting();
  draft.insert("generator", "relu", 0);
  const [conv, dense] = TRAINED.discriminator;
  const turned = { ...conv, params: Object.fromEntries(Object.entries(conv.params).reverse()) };
  store.pushState(stateOf({ ...TRAINED, discriminator: [turned, dense] }, { step: 5 }));
  assert.deepEqual(draft.changed.value, ["generator"]);
});

test("back to what is trained is an edit like any other", () => {
  const { draft } = drafting();
  const key = draft.insert("discriminator", "relu", 1);
  draft.revert();
  assert.deepEqual(draft.changed.value, []);
  draft.travel(-1);
  assert.equal(draft.stacks.value.discriminator[1].key, key);
});

test("an answer counts for the list that it is about, and no other", () => {
  const { draft } = drafting();
  draft.insert("discriminator", "relu", 0);
  const problem = { layer: 1, field: "", reason: "no" };
  assert.equal(draft.possible, false); // nobody knows yet
  draft.verdicts.value = { ...draft.verdicts.value, discriminator: { of: draft.stacks.value.discriminator, rows: [], weights: 0, problem } };
  assert.deepEqual(draft.obstacle, { player: "discriminator", ...problem });
  draft.insert("discriminator", "relu", 0);
  assert.equal(draft.obstacle, null);
  assert.equal(draft.possible, false);
  draft.verdicts.value = { ...draft.verdicts.value, discriminator: { of: draft.stacks.value.discriminator, rows: [], weights: 0, problem: null } };
  assert.equal(draft.possible, true);
});

test("a parameter out of its range is refused at its control, while its layer is open", () => {
  const { draft } = drafting();
  const [conv] = draft.stacks.value.discriminator;
  draft.changeParam("discriminator", conv, "kernel", 99);
  const problem = { layer: 0, field: "params.kernel", reason: "expected …" };
  draft.verdicts.value = { ...draft.verdicts.value, discriminator: { of: draft.stacks.value.discriminator, rows: [], weights: 0, problem } };
  assert.deepEqual(draft.errors.value, {});
  draft.open.value = conv.key;
  assert.deepEqual(draft.errors.value, { "card-kernel": "Must be a whole number from 1 to 16." });
  draft.setError("card-stride", "Must be a number.");
  assert.deepEqual(Object.keys(draft.errors.value).sort(), ["card-kernel", "card-stride"]);
  draft.changeParam("discriminator", conv, "kernel", 3);
  assert.deepEqual(draft.errors.value, {});
});
