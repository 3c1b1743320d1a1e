// Ways into the guided tour: in the help sheet, and over the picture for who is new here.
import { html } from "../../../vendor/htm-preact.js";
import { texts } from "../../texts.js";
import { explained } from "../explain.js";

/** @typedef {import("../../store.js").Store} Store */

const words = texts.tour;

/** @param {{store: Store}} props */
export function TourStart({ store }) {
  return html`<button
    type="button"
    class="button"
    data-testid="tour-start"
    ...${explained(words.start, words.startHelp)}
    onClick=${() => store.tour?.start()}
  >
    ${words.start}
  </button>`;
}

/** Only until it was taken once. @param {{store: Store}} props */
export function TourOffer({ store }) {
  const { tour } = store;
  if (!tour || tour.known.value || tour.stop.value) return null;
  return html`<button
    type="button"
    class="tour-offer"
    data-testid="tour-offer"
    ...${explained(words.start, words.startHelp)}
    onClick=${() => tour.start()}
  >
    ${words.offer}
  </button>`;
}
