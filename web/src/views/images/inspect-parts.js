// Small parts that all looks inside share: segments, an error or a hint, a heading with its explanation.
import { html } from "../../../vendor/htm-preact.js";
import { texts } from "../../texts.js";
import { Explain, explained } from "../explain.js";

const words = texts.inspect;

/** @typedef {import("../../store.js").Store} Store */

/**
 * A few choices of which one holds.
 * @param {{label: string, id: string, options: {id: string, label: string, help: string}[], chosen: string,
 *   choose: (id: string) => void}} props
 */
export function Segments({ label, id, options, chosen, choose }) {
  return html`<span class="segments small" role="group" aria-label=${label}>
    ${options.map(
      (option) => html`<button
        type="button"
        key=${option.id}
        class="segment"
        data-testid=${`${id}-${option.id}`}
        ...${explained(option.label, option.help)}
        aria-pressed=${option.id === chosen}
        onClick=${() => choose(option.id)}
      >
        ${option.label}
      </button>`,
    )}
  </span>`;
}

/** What there is instead of an answer. @param {{error: string|null}} props */
export function Waiting({ error }) {
  return html`<p class=${`inspect-note ${error ? "inspect-refused" : ""}`} role=${error ? "alert" : undefined}>${error ?? words.waiting}</p>`;
}

/** @typedef {{store: Store, id: string, title: string, help: string, entry?: string}} Explained */

/** A question mark: what something is, and the formula and source of its inspection. @param {Explained} props */
export function Why({ store, id, title, help, entry }) {
  const found = store.catalog.value?.registries.inspections?.find((other) => other.id === entry);
  return html`<${Explain} id=${id} label=${title} help=${help} more=${found?.source ?? ""} formula=${found?.formula} registry="inspections" />`;
}

/** A heading with its question mark. @param {Explained} props */
export function Heading(props) {
  return html`<div class="inspect-heading"><h3>${props.title}</h3><${Why} ...${props} /></div>`;
}
