// Every language says everything, and nothing is empty.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGUAGES } from "../src/lib/language.js";
import { TEXTS } from "../src/texts.js";

const { en, ...others } = TEXTS;

/** Laid over the server's words; a language may leave there what it likes. */
const OVERLAY = "catalog";

/**
 * Every leaf of a tree of texts as "path: kind", functions with their number of arguments. A list
 * of words may be as long as a language needs unless its places have a meaning.
 * @param {any} value
 * @param {string} [path]
 * @returns {string[]}
 */
function shape(value, path = "") {
  if (typeof value === "function") return [`${path}: function of ${value.length}`];
  if (typeof value !== "object" || value === null) return [`${path}: ${typeof value}`];
  return Object.entries(value)
    .filter(([key]) => path !== "" || key !== OVERLAY)
    .flatMap(([key, inner]) => shape(inner, `${path}.${key}`));
}

/** @param {any} value @param {string} [path] @returns {string[]} the paths of empty texts */
function empty(value, path = "") {
  if (typeof value === "string") return value.trim() === "" ? [path] : [];
  if (typeof value !== "object" || value === null || value instanceof RegExp) return [];
  return Object.entries(value).flatMap(([key, inner]) => empty(inner, `${path}.${key}`));
}

test("every language of the menu has texts", () => {
  assert.deepEqual(Object.keys(TEXTS).sort(), Object.keys(LANGUAGES).sort());
});

for (const [language, texts] of Object.entries(others)) {
  test(`${language} has the keys and the functions of English`, () => {
    assert.deepEqual(shape(texts).sort(), shape(en).sort());
  });
}

for (const [language, texts] of Object.entries(TEXTS)) {
  test(`${language} has no empty text`, () => {
    assert.deepEqual(empty(texts), []);
  });
}

test("the comparison notices what is missing", () => {
  const whole = { a: "x", say: (/** @type {string} */ name) => name, deep: { b: "y" } };
  assert.notDeepEqual(shape({ a: "x", say: whole.say, deep: {} }), shape(whole));
  assert.notDeepEqual(shape({ ...whole, say: () => "" }), shape(whole));
  assert.deepEqual(empty({ a: " ", deep: ["y", ""] }), [".a", ".deep.1"]);
});
