// The symbols of a formula: which of a glossary it uses, and the same TeX with each of them marked.

/** @typedef {[tex: string, meaning: string]} Symbol */

/** Commands that take the next thing as their argument, with or without braces. */
const TAKES_NEXT = new Set(["\\sqrt", "\\hat", "\\bar", "\\tilde", "\\frac", "\\tfrac", "\\dfrac"]);

/** What stands in the braces of these is a word, not symbols. */
const WORD = /^\\(?:mathrm|operatorname|text)\{[^{}]*\}/;

/** A command, or any one character. */
const TOKEN = /^(?:\\[a-zA-Z]+|\\.|[\s\S])/;

/**
 * The longest symbol that begins here; a letter is not one where it goes on as a longer command.
 * @param {string} rest
 * @param {readonly Symbol[]} symbols
 */
function symbolAt(rest, symbols) {
  const goesOn = (/** @type {string} */ tex) => /\\[a-zA-Z]+$/.test(tex) && /^[a-zA-Z]/.test(rest.slice(tex.length));
  const found = symbols.filter(([tex]) => rest.startsWith(tex) && !goesOn(tex));
  return found.sort(([one], [other]) => other.length - one.length)[0];
}

/**
 * Reads a formula from left to right.
 * @param {string} tex
 * @param {readonly Symbol[]} symbols
 * @returns {{tex: string, symbol: Symbol|null}[]} its parts, in order
 */
function partsOf(tex, symbols) {
  const parts = [];
  for (let at = 0; at < tex.length; ) {
    const rest = tex.slice(at);
    const symbol = symbolAt(rest, symbols) ?? null;
    const part = symbol?.[0] ?? (rest.match(WORD) ?? rest.match(TOKEN) ?? [rest])[0];
    parts.push({ tex: part, symbol });
    at += part.length;
  }
  return parts;
}

/**
 * The symbols that a formula uses, each once, in the order of the formula.
 * @param {string} tex
 * @param {readonly Symbol[]} symbols
 * @returns {Symbol[]}
 */
export function symbolsIn(tex, symbols) {
  return [...new Set(partsOf(tex, symbols).flatMap(({ symbol }) => (symbol ? [symbol] : [])))];
}

/**
 * The formula with its symbols marked: KaTeX puts the number of each into `data-symbol`.
 * @param {string} tex
 * @param {readonly Symbol[]} symbols
 * @returns {string}
 */
export function markSymbols(tex, symbols) {
  let before = "";
  return partsOf(tex, symbols)
    .map(({ tex: part, symbol }) => {
      const argument = before === "_" || before === "^" || TAKES_NEXT.has(before);
      if (part.trim()) before = part;
      if (!symbol) return part;
      const marked = `\\htmlData{symbol=${symbols.indexOf(symbol)}}{${part}}`;
      return argument ? `{${marked}}` : marked;
    })
    .join("");
}

/** @type {Record<string, string>} */
const PLAIN = {
  lambda: "λ", gamma: "γ", alpha: "α", beta: "β", sigma: "σ", mu: "μ", eta: "η", psi: "ψ", theta: "θ",
  epsilon: "ϵ", varepsilon: "ε", nabla: "∇", sum: "∑", lVert: "‖ ‖",
};

/** A symbol as plain text, as a tool-tip lists it: "λ", "L_D", "x̂". @param {string} tex */
export function plainSymbol(tex) {
  return tex
    .replace(/\\hat\s*(\w)/g, "$1\u0302")
    .replace(/\\(?:mathbb|mathcal|mathrm)\{(\w+)\}/g, "$1")
    .replace(/\\([a-zA-Z]+)/g, (_, name) => PLAIN[name] ?? name)
    .replace(/[{}]/g, "")
    .replace(/^\)_\+$/, "( )₊");
}
