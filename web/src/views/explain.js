// What explains a thing on the page: a tool-tip for every control, a question mark beside a number or a chart.
import { html } from "../../vendor/htm-preact.js";
import { texts } from "../texts.js";
import { formulaTip } from "./field.js";

const words = texts.picture;

/**
 * Attributes of a control that explains itself: the tool-tip, and the same words read aloud.
 * @param {string} title
 * @param {string} help
 * @param {string} [key] that does the same
 */
export function explained(title, help, key) {
  return { "data-tip-title": title, "data-tip": help, "data-tip-key": key, "aria-description": help };
}

/** The id of the words of a question mark: what it explains is described by them. @param {string} id */
export const explanationOf = (id) => `explain-${id}`;

/**
 * A question mark, for what cannot be focused itself: on hover, on focus, by a tap, and read aloud.
 * @param {{id: string, label: string, help: string, more?: string, formula?: string|null,
 *   registry?: string}} props
 */
export function Explain({ id, label, help, more, formula, registry }) {
  return html`<button
      type="button"
      class="explain"
      aria-label=${words.explain(label)}
      aria-describedby=${explanationOf(id)}
      data-tip-title=${label}
      data-tip=${help}
      data-tip-more=${more}
      ...${formulaTip({ formula, registry })}
    >
      ?
    </button>
    <span class="hidden" id=${explanationOf(id)}>${help} ${more}</span>`;
}
