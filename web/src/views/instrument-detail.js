// What some instruments of images show beside their number: shares of classes, and pairs that look like copies.
import { html } from "../../vendor/htm-preact.js";
import { formatNumber, formatPercent } from "../lib/format.js";
import { part } from "../lib/pixels.js";
import { texts } from "../texts.js";
import { Tile } from "./images/tile.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").Reading} Reading */

const words = texts.instruments;

/** @param {{store: Store, id: string, reading: Reading}} props */
export function InstrumentDetail({ store, id, reading }) {
  if (reading.shares && reading.due) return html`<${ClassShares} store=${store} shares=${reading.shares} due=${reading.due} />`;
  const pictures = store.instruments.pictures.value[id];
  return reading.distances && pictures ? html`<${Pairs} pictures=${pictures} distances=${reading.distances} />` : null;
}

/** A bar for each class, with a tick where the data have it. @param {{store: Store, shares: number[], due: number[]}} props */
function ClassShares({ store, shares, due }) {
  const names = store.session.value?.images?.names ?? [];
  const most = Math.max(...shares, ...due);
  return html`<ul class="class-shares" data-testid="class-shares">
    ${shares.map((share, index) => {
      const text = words.share(names[index] ?? String(index), formatPercent(share), formatPercent(due[index]));
      return html`<li key=${index} data-testid=${`class-share-${index}`} title=${text} aria-label=${text}>
        <span class="class-share-bar">
          <i style=${{ height: `${(100 * share) / most}%` }}></i>
          <b style=${{ bottom: `${(100 * due[index]) / most}%` }}></b>
        </span>
        <span aria-hidden="true">${names[index] ?? index}</span>
      </li>`;
    })}
  </ul>`;
}

/** @param {{pictures: import("../protocol.js").Grid, distances: number[]}} props */
function Pairs({ pictures, distances }) {
  return html`<ol class="closest-pairs" data-testid="closest-pairs">
    ${distances.map((distance, index) => {
      const pair = part(pictures, index);
      return html`<li key=${index} aria-label=${words.pair(index + 1, formatNumber(distance))}>
        <span class="closest-pair">
          <${Tile} images=${pair} index=${0} />
          <${Tile} images=${pair} index=${1} />
        </span>
        <span aria-hidden="true">${formatNumber(distance)}</span>
      </li>`;
    })}
  </ol>`;
}
