// The panels' names in the head.
import { html } from "../../vendor/htm-preact.js";
import { offeredPanels, shownPanel } from "../panels.js";
import { texts } from "../texts.js";
import { explained } from "./explain.js";

const words = texts.panels;

/** @typedef {import("../store.js").Store} Store */

/** @param {{store: Store}} props */
export function PanelNav({ store }) {
  const panels = offeredPanels(store);
  const shown = shownPanel(store);
  if (panels.length < 2) return null;
  return html`<nav class="panel-nav" aria-label=${words.label}>
    ${panels.map(
      (panel) => html`<button
        type="button"
        key=${panel}
        class="panel-name"
        data-testid=${`panel-${panel}`}
        aria-current=${panel === shown ? "page" : undefined}
        ...${explained(words[panel], words.help[panel])}
        onClick=${() => (store.panel.value = panel)}
      >
        ${words[panel]}
      </button>`,
    )}
  </nav>`;
}
