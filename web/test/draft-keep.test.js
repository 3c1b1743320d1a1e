// A draft of layers outlives a reload, as long as what is trained is the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import { keepDraft } from "../src/draft-keep.js";
import { plain } from "../src/lib/layer-list.js";
import { TRAINED, drafting, layer, stateOf } from "./support/layers.js";

/** @returns {any} a storage that holds what it is given */
const boxOf = () => {
  const held = new Map();
  return {
    held,
    getItem: (/** @type {string} */ key) => held.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => held.set(key, value),
    removeItem: (/** @type {string} */ key) => held.delete(key),
  };
};

test("what was drafted is there after a reload, and can be taken back", () => {
  const box = boxOf();
  const before = drafting();
  const end = keepDraft(before.draft, box);
  assert.equal(box.held.size, 0);
  before.draft.replace("generator", { layers: [layer("dense"), layer("own")], init: "he" }, "Other");
  end();
  const { draft, sent } = drafting((store) => void keepDraft(store.draft, box));
  assert.deepEqual(plain(draft.stacks.value.generator), [layer("dense"), layer("own")]);
  draft.train();
  assert.equal(sent.at(-1).changes.generator.params.init, "he");
  draft.travel(-1);
  assert.deepEqual(draft.changed.value, []);
  assert.equal(box.held.size, 0);
});

test("the draft of another network is dropped, and so is what cannot be read", () => {
  const box = boxOf();
  const before = drafting();
  const end = keepDraft(before.draft, box);
  before.draft.insert("generator", "relu", 0);
  end();
  const other = drafting();
  other.store.pushState(stateOf({ ...TRAINED, generator: [layer("own")] }));
  keepDraft(other.draft, box);
  assert.deepEqual(other.draft.changed.value, []);
  assert.equal(box.held.size, 0);
  for (const text of ["{", "[]", '{"trained": {}, "lists": {}}']) {
    box.setItem("ganlab.draft", text);
    const { draft } = drafting();
    keepDraft(draft, box);
    assert.deepEqual(draft.changed.value, []);
  }
});
