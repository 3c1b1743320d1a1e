// The panels' names in the head: buttons for those of this page, links to those of the other.
import { html } from "../../vendor/htm-preact.js";
import { addressOf, offeredPanels, shownPanel } from "../panels.js";
import { texts } from "../texts.js";
import { rememberedSession } from "../url.js";
import { explained } from "./explain.js";

const words = texts.panels;

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../panels.js").Panel} Panel */

/** @param {{store: Store}} props */
export function PanelNav({ store }) {
  const panels = offeredPanels(store);
  const shown = shownPanel(store);
  if (panels.length < 2) return null;
  return html`<nav class="panel-nav" aria-label=${words.label}>
    ${panels.map((panel) => html`<${PanelName} key=${panel} store=${store} panel=${panel} shown=${panel === shown} />`)}
  </nav>`;
}

/** @param {{store: Store, panel: Panel, shown: boolean}} props */
function PanelName({ store, panel, shown }) {
  const common = {
    class: "panel-name",
    "data-testid": `panel-${panel}`,
    "aria-current": shown ? "page" : undefined,
    ...explained(words[panel], words.help[panel]),
  };
  const address = addressOf(store, panel, (scene) => rememberedSession(sessionStorage, scene));
  if (address !== null) return html`<a href=${address} ...${common}>${words[panel]}</a>`;
  return html`<button type="button" ...${common} onClick=${() => !shown && (store.panel.value = panel)}>${words[panel]}</button>`;
}
