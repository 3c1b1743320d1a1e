// The training images nearest to one, and whether it is a copy.
import { html } from "../../../vendor/htm-preact.js";
import { formatCount, formatNumber } from "../../lib/format.js";
import { part } from "../../lib/pixels.js";
import { texts } from "../../texts.js";
import { Heading } from "./inspect-parts.js";
import { Pixels } from "./inspect-pixels.js";

const words = texts.inspect;

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").Inspection} Inspection */
/** @typedef {import("../../inspecting.js").Side} Side */

/** Beyond so many times the usual distance an image is unlike the data. */
const STRANGE = 1.5;

/** @param {{store: Store, side: Side, found: Inspection}} props */
export function Neighbours({ store, side, found }) {
  const { neighbours } = found.arrays;
  const distances = found.distances ?? [];
  return html`<section class="inspect-neighbours">
    <${Heading} store=${store} id="inspect-neighbours-help" title=${words.neighbours} help=${words.neighboursHelp} entry="image" />
    <ol class="inspect-row">
      ${distances.map(
        (distance, at) => html`<li key=${at}>
          <${Pixels} image=${part(neighbours, at)} label=${words.neighbour(at + 1, formatNumber(distance))} testid=${`inspect-neighbour-${at}`} />
          <span class="number" aria-hidden="true">${formatNumber(distance)}</span>
        </li>`,
      )}
    </ol>
    <p class="inspect-say" data-testid="inspect-memorized">${sayNearest(side, found)}</p>
    ${found.yardstick && html`<p class="inspect-note">${words.measured(formatCount(found.yardstick.samples))}</p>`}
  </section>`;
}

/**
 * Whether the image is a copy, in a sentence.
 * @param {Side} side
 * @param {Pick<Inspection, "distances"|"yardstick">} found
 */
export function sayNearest(side, { distances, yardstick }) {
  const nearest = distances?.[0];
  if (nearest === undefined || !yardstick || yardstick.samples === 0) return "";
  const { median, low } = yardstick;
  const [distance, usual] = [formatNumber(nearest), formatNumber(median)];
  if (side === "real") return words.realNearest(distance, usual);
  if (nearest < low) return words.copied(distance, formatNumber(low));
  return (nearest > STRANGE * median ? words.strange : words.usual)(distance, usual);
}
