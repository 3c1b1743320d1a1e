// One image in large: what D makes of it, where D looks, its noise, its neighbours, and what every layer makes of it.
import { html } from "../../../vendor/htm-preact.js";
import { useState } from "../../../vendor/preact-hooks.js";
import { formatCount, formatFixed, formatPercent } from "../../lib/format.js";
import { texts } from "../../texts.js";
import { Icon } from "../icons.js";
import { Modal } from "../modal.js";
import { InspectLayers } from "./inspect-layers.js";
import { Neighbours } from "./inspect-neighbours.js";
import { Heading, Waiting, Why } from "./inspect-parts.js";
import { Pixels, SignedPixels } from "./inspect-pixels.js";
import { useInspection } from "./inspect-use.js";

const words = texts.inspect;

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../inspecting.js").Place} Place */
/** @typedef {import("../../protocol.js").Inspection} Inspection */

/** How many images of each kind are shown. */
const SHOWN = 64;

const TITLE = "inspect-title";

/** @type {Record<string, number>} */
const STEP_OF = { ArrowLeft: -1, ArrowRight: 1 };

/** @param {{store: Store}} props */
export function InspectDialog({ store }) {
  const place = store.inspecting.looked.value;
  const close = () => (store.inspecting.looked.value = null);
  /** @param {KeyboardEvent} event keys of what has its own use for arrows are left to it */
  const key = (event) => {
    const own = event.target instanceof HTMLSelectElement || event.target instanceof HTMLInputElement;
    if (place && !own && event.key in STEP_OF) turn(store, place, STEP_OF[event.key]);
  };
  return html`<${Modal} open=${place !== null} close=${close} titleId=${TITLE} testid="inspect-dialog" kind="inspect-sheet" handlers=${{ onKeyDown: key }}>
    ${place && html`<${Body} store=${store} place=${place} close=${close} />`}
  <//>`;
}

/** To the image before or behind. @param {Store} store @param {Place} place @param {number} by */
function turn(store, { side, index }, by) {
  store.inspecting.looked.value = { side, index: (index + by + SHOWN) % SHOWN };
}

/** @param {{store: Store, place: Place, close: () => void}} props */
function Body({ store, place, close }) {
  const { side, index } = place;
  const { found, error } = useInspection(store, "image", { side, index });
  const move = (/** @type {number} */ by) => () => turn(store, place, by);
  return html`<div class="sheet-body inspect-body">
    <div class="sheet-head">
      <h2 id=${TITLE} data-testid="inspect-title">${words.title[side](index + 1)} <small>${classWords(store, place, found)}</small></h2>
      <span class="inspect-turn">
        <${Turn} name="earlier" icon="undo" move=${move(-1)} />
        <${Turn} name="later" icon="redo" move=${move(1)} />
        <button type="button" class="button ghost square" data-testid="inspect-close" aria-label=${words.close} onClick=${close}>
          <${Icon} name="close" />
        </button>
      </span>
    </div>
    ${found
      ? html`<div class="inspect-columns">
            <${Large} store=${store} found=${found} />
            <${Neighbours} store=${store} side=${side} found=${found} />
          </div>
          <${InspectLayers} store=${store} place=${place} />`
      : html`<${Waiting} error=${error} />`}
  </div>`;
}

/** @param {{name: "earlier"|"later", icon: string, move: () => void}} props */
function Turn({ name, move }) {
  return html`<button type="button" class="button ghost square" data-testid=${`inspect-${name}`} aria-label=${words[name]} onClick=${move}>
    <span class=${`inspect-${name}`}><${Icon} name="next" /></span>
  </button>`;
}

/** The class of an image, where it has one. @param {Store} store @param {Place} place @param {Inspection|null} found */
function classWords(store, { side }, found) {
  const name = store.session.value?.images?.names[found?.label ?? -1];
  if (!name) return "";
  return side === "real" ? words.isA(name) : words.asked(name);
}

/** The image with D's verdict and what D looks at. @param {{store: Store, found: Inspection}} props */
function Large({ store, found }) {
  const [over, setOver] = useState(true);
  const { image, gradient, noise, input, reconstruction } = found.arrays;
  return html`<section class="inspect-large" aria-label=${words.large}>
    <div class="inspect-picture">
      <${Pixels} image=${image} label=${words.large} testid="inspect-image" />
      ${over && html`<${SignedPixels} map=${gradient} />`}
    </div>
    ${input && html`<${Beside} image=${input} title=${words.input} testid="inspect-input" />`}
    ${reconstruction && html`<${Beside} image=${reconstruction} title=${words.rebuilt} testid="inspect-rebuilt" />`}
    <${Verdict} found=${found} />
    <div class="inspect-heading">
      <label class="check">
        <input type="checkbox" data-testid="inspect-over" checked=${over} onChange=${() => setOver(!over)} />
        <span>${words.saliency}</span>
      </label>
      <${Why} store=${store} id="inspect-saliency-help" title=${words.saliency} help=${words.saliencyHelp} entry="image" />
    </div>
    <p class="inspect-note inspect-legend">
      ${found.gradient_peak === 0
        ? words.flat
        : html`<span><i class="swatch-real"></i>${words.brighter}</span><span><i class="swatch-fake"></i>${words.darker}</span>`}
    </p>
    ${noise && html`<${Noise} store=${store} values=${noise.data} coded=${Boolean(reconstruction)} />`}
  </section>`;
}

/** An image that belongs to this one. @param {{image: import("../../lib/pixels.js").Values, title: string, testid: string}} props */
function Beside({ image, title, testid }) {
  return html`<p class="inspect-beside"><${Pixels} image=${image} label=${title} testid=${testid} /><span>${title}</span></p>`;
}

/** @param {{found: Inspection}} props */
function Verdict({ found }) {
  const { verdict, raw } = found;
  if (typeof verdict !== "number" || typeof raw !== "number") return null;
  return html`<div class="inspect-verdict" data-testid="inspect-verdict">
    <span class="label">${words.verdict}</span>
    <b>${words.share(formatPercent(verdict))}</b>
    <span class="inspect-raw">${words.raw(formatFixed(raw, 2))}</span>
    <span class="inspect-bar" aria-hidden="true"><i data-fake=${verdict < 0.5} style=${{ width: `${100 * verdict}%` }}></i></span>
  </div>`;
}

const BAR = 4;
const HEIGHT = 40;
/** Noise beyond this is drawn as this. */
const REACH = 3;

/** @param {{store: Store, values: ArrayLike<number>, coded: boolean}} props `coded`: they are what the encoder found */
function Noise({ store, values, coded }) {
  const bars = Array.from(values, (value) => (Math.max(-REACH, Math.min(REACH, value)) / REACH) * (HEIGHT / 2));
  return html`<div>
    <${Heading} store=${store} id="inspect-noise-help" title=${coded ? words.code : words.noise} help=${coded ? words.codeHelp : words.noiseHelp} />
    <svg class="inspect-noise" role="img" aria-label=${(coded ? words.codeShown : words.noiseShown)(values.length)} data-testid="inspect-noise" viewBox=${`0 0 ${BAR * bars.length} ${HEIGHT}`} preserveAspectRatio="none">
      ${bars.map((bar, at) => html`<rect key=${at} x=${BAR * at + 0.5} width=${BAR - 1} y=${HEIGHT / 2 - Math.max(bar, 0)} height=${Math.max(0.5, Math.abs(bar))} />`)}
    </svg>
    <p class="inspect-note">${words.at(formatCount(store.readout.value.step))}</p>
  </div>`;
}
