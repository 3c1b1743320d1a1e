// What some instruments of images show beside their number: shares of classes, and pairs that look like copies.
import { html } from "../../vendor/htm-preact.js";
import { formatNumber, formatPercent } from "../lib/format.js";
import { part } from "../lib/pixels.js";
import { texts } from "../texts.js";
import { Tile } from "./images/tile.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").Reading} Reading */

const words = texts.instruments;

/** What is shown in the place of a curve. */
export const SHARES = "shares";

/**
 * Its room is there from the start, so that nothing moves when there is something to show.
 * @param {{store: Store, entry: import("../protocol.js").Entry, reading: Reading|undefined}} props
 */
export function InstrumentDetail({ store, entry: { id, shows }, reading }) {
  if (shows === SHARES) return html`<${ClassShares} store=${store} shares=${reading?.shares} due=${reading?.due} />`;
  const pictures = store.instruments.pictures.value[id];
  return html`<${Pairs} pictures=${pictures} distances=${pictures ? (reading?.distances ?? []) : []} />`;
}

/** Shares that differ by less are said to be the same. */
const ALIKE = 0.02;

/**
 * A bar for each class, with a line where the data have it.
 * @param {{store: Store, shares: number[]|undefined, due: number[]|undefined}} props
 */
function ClassShares({ store, shares, due }) {
  const names = store.session.value?.images?.names ?? [];
  const { bars, most, line } = sharesOf(names.length, shares, due);
  return html`<div class="class-shares">
    <p class="class-shares-line">${line === null ? words.perfectAsData : words.perfectShare(formatPercent(line))}</p>
    <ul data-testid="class-shares" data-measured=${shares !== undefined}>
      ${bars.map(({ share, due: wanted }, index) => {
        const text = words.share(names[index] ?? String(index), formatPercent(share), formatPercent(wanted));
        return html`<li key=${index} data-testid=${`class-share-${index}`} title=${text} aria-label=${text}>
          <span class="class-share-bar">
            <i style=${{ height: `${(100 * share) / most}%` }}></i>
            <b style=${{ bottom: `${(100 * wanted) / most}%` }}></b>
          </span>
          <span aria-hidden="true">${names[index] ?? index}</span>
        </li>`;
      })}
    </ul>
  </div>`;
}

/**
 * The bars, and how high the highest may be; as long as nothing is measured, none of them.
 * @param {number} classes
 * @param {number[]} [shares]
 * @param {number[]} [due]
 * @returns {{bars: {share: number, due: number}[], most: number, line: number|null}} `line` is what a
 *   perfect generator has of each class, where that is the same of all
 */
export function sharesOf(classes, shares, due) {
  const equal = 1 / Math.max(1, classes);
  const bars = Array.from({ length: classes }, (_, index) => ({ share: shares?.[index] ?? 0, due: due?.[index] ?? equal }));
  const dues = bars.map((bar) => bar.due);
  const alike = Math.max(0, ...dues) - Math.min(1, ...dues) < ALIKE;
  const most = Math.max(2 * equal, ...bars.map(({ share }) => share), ...dues);
  return { bars, most, line: alike ? equal : null };
}

/** @param {{pictures: import("../protocol.js").Grid|undefined, distances: number[]}} props */
function Pairs({ pictures, distances }) {
  return html`<ol class="closest-pairs" data-testid="closest-pairs">
    ${distances.map((distance, index) => {
      const pair = pictures ? part(pictures, index) : null;
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
