// The diagnosis: what the findings say by the words of the catalog.
import assert from "node:assert/strict";
import { test } from "node:test";
import { detectors as german } from "../../src/texts/de/catalog/detectors.js";
import { signalOf, toldBy } from "../../src/views/diagnosis.js";

/** @type {import("../../src/protocol.js").Entry} */
const collapse = {
  id: "mode_collapse",
  label: "Mode collapse",
  help: "Few kinds of samples.",
  params: [],
  threshold: 0.5,
  below: true,
  share: true,
  says: ["Only {reached} of {modes} modes.", "Only {covered%} of the data."],
};

/** @param {object} [more] @returns {import("../../src/protocol.js").Finding} */
const finding = (more = {}) => ({ id: "mode_collapse", since: 300, level: 0.25, case: 0, facts: { reached: 2, modes: 8 }, ...more });

test("a finding says the sentence of its case, with its numbers", () => {
  const said = toldBy([collapse], [finding(), finding({ case: 1, facts: { covered: 0.4 } })]);
  assert.deepEqual(said.map(({ sentence }) => sentence), ["Only 2 of 8 modes.", "Only 40% of the data."]);
});

test("a case without a sentence is told by the help, an unknown detector not at all", () => {
  const said = toldBy([collapse], [finding({ case: 7 }), finding({ id: "of_tomorrow" })]);
  assert.deepEqual(said.map(({ sentence }) => sentence), ["Few kinds of samples."]);
});

test("the signal stands beside its threshold, in its own direction and unit", () => {
  assert.equal(signalOf(collapse, finding()), "Signal 25%; speaks at 50% or less");
  const { below: _below, share: _share, ...over } = collapse;
  assert.equal(signalOf({ ...over, threshold: 8 }, finding({ level: 12.34 })), "Signal 12.3; speaks at 8 or more");
  assert.equal(signalOf({ ...over, threshold: 8 }, finding({ level: null })), "Signal –; speaks at 8 or more");
});

test("German says of every detector all that English says", () => {
  for (const [id, words] of Object.entries(german)) {
    for (const key of /** @type {const} */ (["label", "help", "signal", "advice"])) assert.ok(words[key], `${id}.${key}`);
    assert.ok(words.says?.length, `${id}.says`);
  }
});
