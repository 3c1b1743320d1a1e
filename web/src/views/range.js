// A slider with its name and value above it.
import { html } from "../../vendor/htm-preact.js";

/**
 * @param {{id: string, label: string, help?: string, position: number, last: number, shown: string,
 *   change: (position: number) => void}} props positions are whole numbers from 0 to `last`
 */
export function Range({ id, label, help, position, last, shown, change }) {
  return html`<label class="range" data-tip-title=${label} data-tip=${help}>
    <span class="label"><span>${label}</span><output class="number">${shown}</output></span>
    <input
      type="range"
      class="slider"
      data-testid=${id}
      min="0"
      max=${last}
      step="1"
      value=${position}
      aria-valuetext=${shown}
      style=${{ "--filled": `${(position / last) * 100}%` }}
      onInput=${(/** @type {any} */ event) => change(Number(event.currentTarget.value))}
    />
  </label>`;
}
