// Where there is no room for all columns beside each other: which of them is shown.
import { html } from "../../vendor/htm-preact.js";
import { explained } from "./explain.js";
import { UndoButtons } from "./undo-buttons.js";
import { narrow, twoColumns } from "./viewport.js";

/**
 * @typedef {object} TabProps
 * @property {import("../store.js").Store} store
 * @property {string} label of all of them
 * @property {{id: string, label: string, help: string}[]} tabs
 * @property {string} tab the one that is shown
 * @property {(id: any) => void} choose
 */

/** @param {TabProps} props */
export function Tabs({ store, label, tabs, tab, choose }) {
  return html`<div class="tabs" role="group" aria-label=${label}>
    ${tabs.map(
      ({ id, label: word, help }) => html`<button
        type="button"
        key=${id}
        class="tab"
        data-testid=${`tab-${id}`}
        aria-pressed=${tab === id}
        ...${explained(word, help)}
        onClick=${() => choose(id)}
      >
        ${word}
      </button>`,
    )}
    ${twoColumns.value && !narrow.value && html`<${UndoButtons} store=${store} />`}
  </div>`;
}
