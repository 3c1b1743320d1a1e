// A formula of the catalog, set by KaTeX; several, parted by \qquad, stand one to a line.
import katex from "../../vendor/katex.js";
import { html } from "../../vendor/htm-preact.js";
import { useLayoutEffect, useRef } from "../../vendor/preact-hooks.js";

/** @param {{tex: string}} props */
export function Formula({ tex }) {
  const box = useRef(/** @type {HTMLElement|null} */ (null));
  useLayoutEffect(() => {
    if (!box.current) return;
    const lines = tex.split("\\qquad").map((line) => {
      const element = document.createElement("div");
      katex.render(line.trim(), element, { throwOnError: false, output: "htmlAndMathml" });
      return element;
    });
    box.current.replaceChildren(...lines);
  }, [tex]);
  return html`<div class="formula" ref=${box}></div>`;
}
