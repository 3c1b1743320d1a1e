// The right of the bar: how many steps were trained, and how many images a second.
import { html } from "../../../vendor/htm-preact.js";
import { formatCount } from "../../lib/format.js";
import { texts } from "../../texts.js";
import { Explain, explanationOf } from "../explain.js";
import { StepCount } from "../transport.js";

/** @typedef {import("../../store.js").Store} Store */

const words = texts.images;

/** @param {{store: Store}} props */
export function ImageCounters({ store }) {
  return html`<div class="bar-cell counters">
    <${StepCount} store=${store} />
    <div class="counter counter-rate">
      <span class="label">
        ${words.imagesPerSecond} <${Explain} id="image-rate" label=${words.imagesPerSecond} help=${words.imagesPerSecondHelp} />
      </span>
      <span class="big quiet" data-testid="images-per-second" aria-describedby=${explanationOf("image-rate")}>${formatCount(imagesPerSecond(store))}</span>
    </div>
  </div>`;
}

/** Real images that D learns from each second; 0 while it is paused. @param {Store} store */
export function imagesPerSecond(store) {
  const config = store.session.value?.config;
  if (!config || !store.playing.value) return 0;
  return store.readout.value.stepsPerSecond * config.batch_size * config.d_steps;
}
