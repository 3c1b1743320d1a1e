// The middle: real images and generated ones, each with D's verdict, in an order and a choice that one sets.
import { html } from "../../../vendor/htm-preact.js";
import { texts } from "../../texts.js";
import { ClassPicker } from "../class-picker.js";
import { WatchLine, watchedPreset } from "../data-bar.js";
import { explained } from "../explain.js";
import { Icon } from "../icons.js";
import { Pace, SlowButton } from "../slow/slow-transport.js";
import { narrow } from "../viewport.js";
import { InspectStrip } from "./inspect-strip.js";
import { Overlay } from "./overlay.js";
import { PictureGrid } from "./picture-grid.js";
import { SlowFoot } from "./slow-foot.js";

/** @typedef {import("../../store.js").Store} Store */

const words = texts.images;

/** @param {{store: Store}} props */
export function Pictures({ store }) {
  return html`<section class="pictures" aria-label=${words.pictures}>
    <div class="picture-tools">
      <${Choice} store=${store} id="order" signal=${store.gallery.order} options=${["none", "most", "least"]} />
      <${Choice} store=${store} id="filter" signal=${store.gallery.filter} options=${["all", "real", "fake"]} />
      <${ClassPicker} store=${store} />
      ${narrow.value && html`<span class="spacer"></span><${SlowButton} store=${store} />`}
    </div>
    ${narrow.value && store.slow.on.value && html`<div class="slow-narrow"><${Pace} store=${store} /></div>`}
    <div class="picture-columns">
      <${PictureGrid} store=${store} kind="real" />
      <${PictureGrid} store=${store} kind="fake" />
    </div>
    ${store.slow.on.value
      ? html`<${SlowFoot} store=${store} />`
      : html`<${Hint} store=${store} /><${InspectStrip} store=${store} />`}
    <${Overlay} store=${store} />
  </section>`;
}

/** What to watch in the preset that is on; else what can be done with any image. @param {{store: Store}} props */
function Hint({ store }) {
  return watchedPreset(store) ? html`<${WatchLine} store=${store} />` : html`<p class="watch">${words.lookHint}</p>`;
}

/**
 * @param {{store: Store, id: "order"|"filter", signal: {value: string}, options: string[]}} props
 */
function Choice({ id, signal, options }) {
  const { label, help, options: named } = words[id];
  return html`<label class="preset" ...${explained(label, help)}>
    <span>${label}</span>
    <select
      data-testid=${`pictures-${id}`}
      aria-description=${help}
      value=${signal.value}
      onChange=${(/** @type {any} */ event) => (signal.value = event.currentTarget.value)}
    >
      ${options.map((option) => html`<option key=${option} value=${option} selected=${option === signal.value}>${/** @type {any} */ (named)[option]}</option>`)}
    </select>
    <${Icon} name="chevron" />
  </label>`;
}
