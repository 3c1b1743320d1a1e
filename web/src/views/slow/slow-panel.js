// The left column in slow motion: the phases of both players around the model, and what this phase does.
import { html } from "../../../vendor/htm-preact.js";
import { keyOf } from "../../shortcuts.js";
import { texts } from "../../texts.js";
import { explained } from "../explain.js";
import { Icon } from "../icons.js";
import { narrow } from "../viewport.js";
import { PhaseCaption } from "./phase-caption.js";
import { PhaseStrip } from "./phase-strip.js";
import { Pace, SlowButton } from "./slow-transport.js";

/** @typedef {import("../../store.js").Store} Store */

const words = texts.slow;

/** Its head. @param {{store: Store}} props */
export function SlowHead({ store }) {
  return html`<div class="panel-head">
    <h2 class=${narrow.value ? "hidden" : ""}>${words.title}</h2>
    ${narrow.value
      ? html`<${SlowButton} store=${store} /><${Pace} store=${store} />`
      : html`<span class="spacer"></span>`}
    <${NextPhase} store=${store} />
  </div>`;
}

/** @param {{store: Store}} props */
export function NextPhase({ store }) {
  return html`<button
    type="button"
    class="button small next-phase"
    data-testid="next-phase"
    aria-disabled=${!store.ready.value || store.status.value === "diverged"}
    ...${explained(words.next, words.nextHelp, keyOf("next-phase"))}
    onClick=${() => store.slow.next()}
  >
    ${words.next}<${Icon} name="next" />
  </button>`;
}

/**
 * Everything under the head.
 * @param {{store: Store, children?: import("preact").ComponentChildren}} props `children` is the model
 */
export function SlowBody({ store, children }) {
  return html`<div class="slow" data-testid="slow-panel">
    <${PhaseStrip} store=${store} player="discriminator" />
    ${children}
    <${PhaseStrip} store=${store} player="generator" />
    <${PhaseCaption} store=${store} />
  </div>`;
}
