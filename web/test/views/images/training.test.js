// What stands in the left column of the panel of images: rules in words, and what is always in sight.
import assert from "node:assert/strict";
import { test } from "node:test";
import { IMAGE_FIRST, IMAGE_GROUPS } from "../../../src/controls/groups.js";
import { controlId } from "../../../src/controls/ids.js";
import { rulesInWords } from "../../../src/views/images/rules.js";

/** @param {string} id @param {string} label @param {string[]} params @returns {any} */
const entry = (id, label, params) => ({ id, label, help: "", params: params.map((name) => ({ name, kind: "float" })) });
const entries = [entry("r1", "R1", ["weight"]), entry("noise", "Noise", ["std", "steps"])];

test("rules that are on are said with what they take", () => {
  assert.equal(rulesInWords(entries, []), "None");
  assert.equal(rulesInWords(entries, [{ id: "r1", params: { weight: 0.5 } }]), "R1, 0.5");
  const both = [{ id: "noise", params: { std: 0.1, steps: 200 } }, { id: "r1", params: { weight: 2 } }];
  assert.equal(rulesInWords(entries, both), "Noise, 0.1, 200 + R1, 2");
});

test("controls that are always in sight are of fields that some group has", () => {
  const fields = IMAGE_GROUPS.flatMap((group) => group.fields).map((field) => controlId(field));
  for (const id of IMAGE_FIRST) assert.ok(fields.some((field) => id.startsWith(field)), id);
  assert.equal(new Set(fields).size, fields.length);
});
