// Sentences of the article with their terms, formulas, and ways to sections and sources.
import katex from "../../../vendor/katex.js";
import { html } from "../../../vendor/htm-preact.js";
import { useLayoutEffect, useRef } from "../../../vendor/preact-hooks.js";
import { piecesOf } from "../../lib/prose.js";
import { placeId } from "./places.js";

/** @typedef {import("../../lib/prose.js").Piece} Piece */

/** @typedef {(event: MouseEvent, target: string) => void} Go to a section or a source */

/** @param {{text: string, go: Go}} props */
export function Prose({ text, go }) {
  return piecesOf(text).map((piece) => KINDS[piece.kind](piece, go));
}

/** @type {Record<Piece["kind"], (piece: Piece, go: Go) => any>} */
const KINDS = {
  text: ({ text }) => text,
  term: ({ text }) => html`<b>${text}</b>`,
  stress: ({ text }) => html`<em>${text}</em>`,
  formula: ({ text }) => html`<${InlineFormula} tex=${text} />`,
  link: ({ text, target = "" }, go) =>
    html`<a href=${`#${placeId(target)}`} onClick=${(/** @type {MouseEvent} */ event) => go(event, target)}>${text}</a>`,
};

/** A formula in the line. @param {{tex: string}} props */
function InlineFormula({ tex }) {
  const box = useRef(/** @type {HTMLElement|null} */ (null));
  useLayoutEffect(() => {
    if (box.current) katex.render(tex, box.current, { throwOnError: false, output: "htmlAndMathml" });
  }, [tex]);
  return html`<span class="formula-inline" ref=${box}></span>`;
}
