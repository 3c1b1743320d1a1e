// One image moved along the generator's leading directions, each by a slider.
import { html } from "../../../vendor/htm-preact.js";
import { formatCount, formatFixed, formatPercent } from "../../lib/format.js";
import { part } from "../../lib/pixels.js";
import { texts } from "../../texts.js";
import { ChooseButton } from "./inspect-choose.js";
import { Waiting } from "./inspect-parts.js";
import { Pixels } from "./inspect-pixels.js";
import { useInspection } from "./inspect-use.js";

const words = texts.inspect;

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").Inspection} Inspection */

const SHOWN = 6;
/** Images along each: its two ends and the middle. */
const ALONG = 3;
/** How often they are found anew while the run plays: it takes the run's time. */
const EVERY_MS = 4000;

/** @param {{store: Store}} props */
export function InspectDirections({ store }) {
  const { groups, amounts } = store.inspecting;
  const [image] = groups.value.directions;
  const wanted = image === undefined ? null : { image, amounts: amounts.value, components: SHOWN, count: ALONG };
  const { found, error } = useInspection(store, "directions", wanted, EVERY_MS);
  const moved = amounts.value.some((amount) => amount !== 0);
  return html`<div class="inspect-tools">
      <${ChooseButton} store=${store} group="directions" />
      <button type="button" class="button small" data-testid="inspect-back" disabled=${!moved} onClick=${() => (amounts.value = [])}>${words.back}</button>
    </div>
    ${!wanted && html`<p class="inspect-note" data-testid="inspect-hint">${words.fewer.directions}</p>`}
    ${wanted && (found ? html`<${Sliders} store=${store} found=${found} />` : html`<${Waiting} error=${error} />`)}`;
}

/** @param {{store: Store, found: Inspection}} props */
function Sliders({ store, found }) {
  const { shares = [], samples = 0, layer = 0 } = found;
  return html`<div class="inspect-directions" data-testid="inspect-directions" data-step=${found.step}>
      <${Pixels} image=${found.arrays.image} label=${words.result} testid="inspect-moved" more=${{ "data-amounts": found.params.amounts.join(" ") }} />
      <div class="inspect-sliders">
        ${shares.map((share, at) => html`<${Slider} key=${at} store=${store} found=${found} at=${at} share=${formatPercent(share)} />`)}
      </div>
    </div>
    <p class="inspect-note">${words.directionsFound(formatCount(samples), layer)}</p>`;
}

/** @param {{store: Store, found: Inspection, at: number, share: string}} props */
function Slider({ store, found, at, share }) {
  const { amounts } = store.inspecting;
  const { strips } = found.arrays;
  const reach = found.reach ?? 0;
  const amount = amounts.value[at] ?? 0;
  const shown = words.amount(`${amount > 0 ? "+" : ""}${formatFixed(amount, 1)}`);
  const end = (/** @type {number} */ sign) =>
    html`<${Pixels} image=${part(strips, at, sign < 0 ? 0 : strips.shape[1] - 1)} label=${words.end(at + 1, formatFixed(sign * reach, 0))} />`;
  /** @param {number} value */
  const set = (value) => {
    const next = Array.from({ length: SHOWN }, (_, other) => amounts.peek()[other] ?? 0);
    next[at] = value;
    amounts.value = next;
  };
  return html`<div class="inspect-slider">
    ${end(-1)}
    <label>
      <span class="label"><span aria-hidden="true">${words.directionShort(at + 1, share)}</span><output class="number">${shown}</output></span>
      <input
        type="range"
        class="slider"
        data-testid=${`inspect-amount-${at}`}
        aria-label=${words.direction(at + 1, share)}
        aria-valuetext=${shown}
        min=${-reach}
        max=${reach}
        step="0.1"
        value=${amount}
        style=${{ "--filled": `${((amount + reach) / (2 * reach)) * 100}%` }}
        onInput=${(/** @type {any} */ event) => set(Number(event.currentTarget.value))}
      />
    </label>
    ${end(1)}
  </div>`;
}
