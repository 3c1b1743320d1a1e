// The question mark beside a number or a chart: what it means, on hover, on focus, and read aloud.
import { html } from "../../vendor/htm-preact.js";
import { texts } from "../texts.js";

const words = texts.picture;

/** @param {{id: string, label: string, help: string, more?: string}} props */
export function Explain({ id, label, help, more }) {
  return html`<button
      type="button"
      class="explain"
      aria-label=${words.explain(label)}
      aria-describedby=${`explain-${id}`}
      data-tip-title=${label}
      data-tip=${help}
      data-tip-more=${more}
    >
      ?
    </button>
    <span class="hidden" id=${`explain-${id}`}>${help} ${more}</span>`;
}
