// Symbols of formulas: found, marked where KaTeX can set them, and never inside words.
import assert from "node:assert/strict";
import { test } from "node:test";
import katex from "../../vendor/katex.js";
import { markSymbols, plainSymbol, symbolsIn } from "../../src/lib/symbols.js";

const raw = String.raw;

/** @type {[string, string][]} */
const SYMBOLS = [
  ["x", "a sample"],
  [raw`\hat x`, "a point between"],
  [raw`\mathbb{E}_x`, "a mean"],
  [raw`\mathbb{E}`, "another mean"],
  [raw`\eta`, "a rate"],
  ["v", "a memory"],
  ["L_D", "D's loss"],
];

/** @param {string} tex */
const used = (tex) => symbolsIn(tex, SYMBOLS).map(([symbol]) => symbol);

test("the longest symbol counts, each once, in the order of the formula", () => {
  assert.deepEqual(used(raw`L_D=\mathbb{E}_x[x]+\mathbb{E}_z[x]`), ["L_D", raw`\mathbb{E}_x`, "x", raw`\mathbb{E}`]);
  assert.deepEqual(used(raw`\hat x`), [raw`\hat x`]);
});

test("a letter inside a command or a word is no symbol", () => {
  assert.deepEqual(used(raw`\max(1,\mathrm{vx})+\operatorname{max}`), []);
  assert.deepEqual(used(raw`\etax`), []);
  assert.deepEqual(used(raw`\eta v`), [raw`\eta`, "v"]);
});

test("a symbol that is an argument keeps its place", () => {
  assert.equal(markSymbols(raw`\sqrt v`, SYMBOLS), raw`\sqrt {\htmlData{symbol=5}{v}}`);
  assert.equal(markSymbols("a_x", SYMBOLS), raw`a_{\htmlData{symbol=0}{x}}`);
});

test("KaTeX sets what is marked, and carries the marks", () => {
  const options = { throwOnError: true, trust: true, strict: /** @type {const} */ ("ignore") };
  for (const tex of [raw`L_D=\mathbb{E}_x[\sqrt v]-\eta\hat x`, raw`\frac{x^2}{v_x}`]) {
    const set = katex.renderToString(markSymbols(tex, SYMBOLS), options);
    for (const symbol of symbolsIn(tex, SYMBOLS)) assert.match(set, new RegExp(`data-symbol="${SYMBOLS.indexOf(symbol)}"`));
  }
});

test("symbols as plain text", () => {
  const plain = [raw`\lambda`, raw`\hat x`, raw`\mathbb{E}_{\hat x}`, "L_D", raw`\mathrm{KL}`, raw`y_{\mathrm{real}}`];
  assert.deepEqual(plain.map(plainSymbol), ["λ", "x̂", "E_x̂", "L_D", "KL", "y_real"]);
});
