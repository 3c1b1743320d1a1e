// Slow motion under the images: the phases of both players, what this one does, and the next.
import { html } from "../../../vendor/htm-preact.js";
import { texts } from "../../texts.js";
import { PhaseCaption } from "../slow/phase-caption.js";
import { Sides } from "../slow/phase-picture.js";
import { PhaseStrip } from "../slow/phase-strip.js";
import { NextPhase } from "../slow/slow-panel.js";

/** @typedef {import("../../store.js").Store} Store */

/** @param {{store: Store}} props */
export function SlowFoot({ store }) {
  return html`<section class="slow slow-foot" data-testid="slow-panel" aria-label=${texts.slow.title}>
    <div class="slow-foot-head">
      <h2>${texts.slow.title}</h2>
      <span class="spacer"></span>
      <${Sides} store=${store} />
      <${NextPhase} store=${store} />
    </div>
    <div class="slow-strips">
      <${PhaseStrip} store=${store} player="discriminator" />
      <${PhaseStrip} store=${store} player="generator" />
    </div>
    <${PhaseCaption} store=${store} />
  </section>`;
}

/** The parts at work in the phase that is shown, for the style sheet. @param {Store} store @returns {string|undefined} */
export function partsAtWork(store) {
  const lit = store.slow.on.value ? store.lit.value : null;
  return lit ? [...lit.nodes].join(" ") : undefined;
}

/** Which way numbers run through the layers in the phase that is shown. @param {Store} store @returns {"forwards"|"backwards"|undefined} */
export function wayThrough(store) {
  const phase = store.slow.on.value ? store.slow.phase.value : null;
  if (!phase) return undefined;
  return { samples: /** @type {const} */ ("forwards"), predictions: /** @type {const} */ ("forwards"), gradients: /** @type {const} */ ("backwards"), loss: undefined, update: undefined }[phase.name];
}
