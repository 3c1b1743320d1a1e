// Every language says everything, and nothing is empty.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLES } from "../src/article-texts.js";
import { LANGUAGES } from "../src/lib/language.js";
import { piecesOf } from "../src/lib/prose.js";
import { TEXTS } from "../src/texts.js";
import { LIVE_FIGURES } from "../src/views/learn/figures.js";
import { SOURCES } from "../src/views/learn/sources.js";

/** @param {keyof typeof LANGUAGES} language @returns {any} all that the page says in it */
const saidIn = (language) => ({ ...TEXTS[language], article: ARTICLES[language] });

const LANGUAGE_IDS = /** @type {(keyof typeof LANGUAGES)[]} */ (Object.keys(LANGUAGES));

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

for (const language of LANGUAGE_IDS) {
  test(`${language} has the keys and the functions of English`, () => {
    assert.deepEqual(shape(saidIn(language)).sort(), shape(saidIn("en")).sort());
  });

  test(`${language} has no empty text`, () => {
    assert.deepEqual(empty(saidIn(language)), []);
  });

  test(`${language}: every figure and every way in the article leads somewhere`, () => {
    const { sections, figures } = ARTICLES[language];
    const blocks = Object.values(sections).flatMap((section) => section.blocks);
    const places = [...Object.keys(sections), ...SOURCES.map(({ id }) => id)];
    const sentences = blocks.flatMap((block) => (typeof block === "string" ? [block] : "text" in block ? [block.text] : []));
    const ways = sentences.flatMap(piecesOf).flatMap(({ target }) => target ?? []);
    assert.ok(ways.length > 5);
    for (const way of ways) assert.ok(places.includes(way), way);
    const shown = blocks.flatMap((block) => (typeof block === "object" && "figure" in block ? [block.figure] : []));
    assert.deepEqual(shown.sort(), Object.keys(figures).sort());
    for (const id of Object.keys(LIVE_FIGURES)) assert.ok(shown.includes(id), id);
  });
}

test("the comparison notices what is missing", () => {
  const whole = { a: "x", say: (/** @type {string} */ name) => name, deep: { b: "y" } };
  assert.notDeepEqual(shape({ a: "x", say: whole.say, deep: {} }), shape(whole));
  assert.notDeepEqual(shape({ ...whole, say: () => "" }), shape(whole));
  assert.deepEqual(empty({ a: " ", deep: ["y", ""] }), [".a", ".deep.1"]);
});
