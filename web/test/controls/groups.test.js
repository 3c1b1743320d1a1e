// Where fields stand in the control panel.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  GROUPS,
  arrange,
  groupFields,
  offersChoice,
} from "../../src/controls/groups.js";

/** @param {object} more @returns {any} */
const param = (more) => ({ kind: "float", scale: "linear", default: 1, low: 0, high: 10, ...more });

/** @param {string[]} names @returns {any} */
const catalogOf = (names) => ({
  fields: names.map((name) => ({ name, live: true, registry: null, param: param({}) })),
  registries: {},
});

test("known fields stand in their groups, unknown ones in a last group of their own", () => {
  const groups = groupFields(catalogOf(["batch_size", "loss", "novelty"]));
  assert.deepEqual(
    groups.map(({ group, fields }) => [group.id, fields.map(({ name }) => name)]),
    [["loss", ["loss"]], ["game", ["batch_size"]], ["more", ["novelty"]]],
  );
});

test("the scene is the panel's to decide, not a control's", () => {
  const choices = ["plane", "image"].map((id) => ({ id, label: id }));
  /** @param {string} name @returns {any} */
  const field = (name) => ({ name, param: param({ kind: "choice", choices }) });
  assert.equal(offersChoice(field("scene")), false);
  assert.equal(offersChoice(field("mood")), true);
});

test("a field with one choice leaves nothing to decide", () => {
  const mood = { name: "mood", param: param({ kind: "choice", choices: [{ id: "calm", label: "Calm" }] }) };
  assert.equal(offersChoice(/** @type {any} */ (mood)), false);
  const catalog = { fields: [mood], registries: {} };
  assert.deepEqual(groupFields(/** @type {any} */ (catalog)), []);
});

test("no field is placed twice", () => {
  const placed = GROUPS.flatMap(({ fields }) => fields);
  assert.equal(new Set(placed).size, placed.length);
});

test("the first controls of each field are shown, others complete the row, the rest is folded", () => {
  const group = /** @type {any} */ ({ columns: 4, each: 2 });
  const optimizer = { name: "optimizer", controls: ["optimizer", "lr", "beta1", "beta2"] };
  const steps = { name: "steps", controls: ["steps"] };
  const ema = { name: "ema", controls: ["ema"] };
  assert.deepEqual(arrange([optimizer, steps], group), {
    shown: ["optimizer", "lr", "steps", "beta1"],
    folded: ["beta2"],
  });
  assert.deepEqual(arrange([optimizer, steps, ema], group).folded, ["beta1", "beta2"]);
  const seldom = { ...group, folded: ["ema"] };
  assert.deepEqual(arrange([optimizer, steps, ema], seldom).folded, ["beta2", "ema"]);
});
