// The two ways to data of one's own, at the end of the thumbnails: draw, and upload.
import { html } from "../../../vendor/htm-preact.js";
import { controlId } from "../../controls/ids.js";
import { figureIn, limitsOf, ownEntry } from "../../controls/own-points.js";
import { texts } from "../../texts.js";
import { Icon } from "../icons.js";
import { PointsThumbnail } from "../thumbnail.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../controls/own-points.js").Figure} Figure */
/** @typedef {import("../../controls/own-points.js").OwnEntry} OwnEntry */
/** @typedef {readonly [number, number, number, number]} Extent */

const words = texts.data;

/**
 * What the data is called: the entry's label, or what one's own figure is.
 * @param {Store} store
 * @param {string} label
 */
export function dataName(store, label) {
  const figure = figureNow(store);
  const origin = figure && store.ownData.originOf(figure.points);
  return origin ? words.names[origin] : label;
}

/** @param {Store} store @returns {Figure|null} one's own figure, where that is the data */
function figureNow(store) {
  const own = store.catalog.value && ownEntry(store.catalog.value);
  const config = store.session.value?.config;
  return own && config ? figureIn(own, config) : null;
}

/** @param {{store: Store}} props */
export function OwnThumbnails({ store }) {
  const own = store.catalog.value && ownEntry(store.catalog.value);
  if (!own) return null;
  return html`<div class="own-thumbnails">
    <${DrawButton} store=${store} own=${own} />
    <${UploadButton} store=${store} own=${own} />
    <span class="hidden" id=${`help-${controlId("distribution", own.entry.id)}`}>${own.entry.help}</span>
  </div>`;
}

/** Shows the figure that is on, if one is, and opens the board. @param {{store: Store, own: OwnEntry}} props */
function DrawButton({ store, own }) {
  const figure = figureNow(store);
  const extent = store.session.value?.extent;
  const title = figure ? words.change(dataName(store, own.entry.label)) : words.draw;
  return html`<button
    type="button"
    class=${figure ? "thumbnail" : "thumbnail thumbnail-own"}
    data-testid="distribution-draw"
    aria-label=${title}
    aria-pressed=${figure !== null}
    aria-describedby="help-distribution-draw"
    data-tip-title=${title}
    data-tip=${words.drawHelp}
    onClick=${() => store.ownData.openBoard(figure, own.spread.default, limitsOf(own))}
  >
    ${figure && extent
      ? html`<${PointsThumbnail} points=${inUnitSquare(figure, extent)} />`
      : html`<${Icon} name="draw" />`}
    <span class="hidden" id="help-distribution-draw">${words.drawHelp}</span>
  </button>`;
}

/** @param {{store: Store, own: OwnEntry}} props */
function UploadButton({ store, own }) {
  return html`<button
    type="button"
    class="thumbnail thumbnail-own"
    data-testid="distribution-upload"
    aria-label=${words.upload}
    aria-haspopup="dialog"
    aria-describedby="help-distribution-upload"
    data-tip-title=${words.upload}
    data-tip=${words.uploadHelp}
    onClick=${() => store.ownData.upload.show(own.spread.default, limitsOf(own))}
  >
    <${Icon} name="upload" />
    <span class="hidden" id="help-distribution-upload">${words.uploadHelp}</span>
  </button>`;
}

/** So many dots fill a thumbnail. */
const SHOWN = 200;

/** Some of a figure's points, evenly chosen, as a thumbnail shows them. @param {Figure} figure @param {Extent} extent */
function inUnitSquare({ points }, [xMin, xMax, yMin, yMax]) {
  const every = Math.max(1, Math.floor(points.length / SHOWN));
  const some = points.filter((_, index) => index % every === 0);
  return some.map(([x, y]) => [(x - xMin) / (xMax - xMin), (y - yMin) / (yMax - yMin)]);
}
