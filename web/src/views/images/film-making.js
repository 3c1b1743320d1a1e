// While a film is being made: how far it is, and the way out.
import { html } from "../../../vendor/htm-preact.js";
import { formatPercent } from "../../lib/format.js";
import { texts } from "../../texts.js";

/** @typedef {import("../../store.js").Store} Store */

/** @param {{store: Store}} props */
export function FilmMaking({ store }) {
  const words = texts.saveImages;
  const making = store.gallery.making.value;
  if (!making) return null;
  return html`<div class="banner" data-testid="film-making">
    <span>${words.making(formatPercent(making.share))}</span>
    <span class="spacer"></span>
    <button type="button" class="button small" data-testid="film-cancel" onClick=${making.cancel}>${words.cancel}</button>
  </div>`;
}
