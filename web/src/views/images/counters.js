// The right of the bar: how many steps were trained, and how many images a second; and how fast D judges.
import { html } from "../../../vendor/htm-preact.js";
import { formatCount, formatNumber, formatTick } from "../../lib/format.js";
import { texts } from "../../texts.js";
import { Explain, explanationOf } from "../explain.js";
import { StepCount } from "../transport.js";

/** @typedef {import("../../store.js").Store} Store */

const words = texts.time;

/** @param {{store: Store}} props */
export function ImageCounters({ store }) {
  const rate = store.session.value?.device === "cuda" ? texts.device.onGpu(words.imagesPerSecond) : words.imagesPerSecond;
  return html`<div class="bar-cell counters">
    <${StepCount} store=${store} />
    <div class="counter counter-rate">
      <span class="label">
        ${rate} <${Explain} id="image-rate" label=${words.imagesPerSecond} help=${words.imagesPerSecondHelp} />
      </span>
      <span class="big quiet" data-testid="images-per-second" aria-describedby=${explanationOf("image-rate")}>${formatCount(imagesPerSecond(store))}</span>
    </div>
  </div>`;
}

/** Real images that D learned from in the last second, as the server counted them; 0 while it rests. @param {Store} store */
export function imagesPerSecond(store) {
  return store.playing.value ? (store.readout.value.examplesPerSecond ?? 0) : 0;
}

/** How fast D judges the images that are shown. @param {Store} store @returns {string} empty before the first look */
export function looksWords(store) {
  const { verdictMs } = store.readout.value;
  return verdictMs ? words.looksValue(formatTick(Math.round(1000 / verdictMs)), formatNumber(verdictMs)) : "";
}
