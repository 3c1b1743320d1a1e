// A formula of the catalog, set by KaTeX, its symbols explained on hover and on focus; parts between \qquad stand one to a line.
import katex from "../../vendor/katex.js";
import { html } from "../../vendor/htm-preact.js";
import { useLayoutEffect, useRef } from "../../vendor/preact-hooks.js";
import { markSymbols, plainSymbol, symbolsIn } from "../lib/symbols.js";
import { texts } from "../texts.js";

/** @typedef {import("../lib/symbols.js").Symbol} Symbol */

/** `trust` and `strict`: marks of symbols are attributes, which KaTeX sets only if told to. */
const OPTIONS = {
  throwOnError: false,
  output: /** @type {const} */ ("htmlAndMathml"),
  trust: (/** @type {{command: string}} */ { command }) => command === "\\htmlData",
  strict: (/** @type {string} */ code) => (code === "htmlExtension" ? "ignore" : "warn"),
};

/** The symbols of a registry's formulas. @param {string} registry @returns {readonly Symbol[]} */
const symbolsOf = (registry) => texts.glossary.registries[registry] ?? [];

/** @param {string} tex @returns {string[]} */
export const formulaLines = (tex) => tex.split("\\qquad").map((line) => line.trim());

/**
 * What a formula's symbols mean, one to a line.
 * @param {string} tex
 * @param {string} registry
 */
export function symbolWords(tex, registry) {
  const found = symbolsIn(tex, symbolsOf(registry));
  return found.map(([symbol, meaning]) => `${plainSymbol(symbol)}: ${meaning}`).join("\n");
}

/**
 * Sets a formula and gives each symbol its tool-tip.
 * @param {HTMLElement} box
 * @param {string} tex
 * @param {string} registry
 */
export function setFormula(box, tex, registry) {
  const symbols = symbolsOf(registry);
  const lines = formulaLines(tex).map((line) => {
    const element = document.createElement("div");
    katex.render(markSymbols(line, symbols), element, OPTIONS);
    return element;
  });
  box.replaceChildren(...lines);
  for (const element of box.querySelectorAll("[data-symbol]")) {
    const [symbol, meaning] = symbols[Number(element.getAttribute("data-symbol"))];
    element.setAttribute("data-tip-title", plainSymbol(symbol));
    element.setAttribute("data-tip", meaning);
  }
}

/**
 * @param {{tex: string, registry: string, focusable?: boolean}} props `registry` is whose glossary holds;
 *   where focus cannot go, inside a tool-tip, the words are left to whoever shows it
 */
export function Formula({ tex, registry, focusable = true }) {
  const box = useRef(/** @type {HTMLElement|null} */ (null));
  useLayoutEffect(() => {
    if (box.current) setFormula(box.current, tex, registry);
  }, [tex, registry]);
  if (!focusable) return html`<div class="formula" ref=${box}></div>`;
  return html`<div
    class="formula"
    ref=${box}
    tabindex="0"
    role="group"
    aria-label=${texts.glossary.formula}
    aria-description=${symbolWords(tex, registry)}
    data-tip-title=${texts.glossary.symbols}
    data-tip=${symbolWords(tex, registry)}
  ></div>`;
}
