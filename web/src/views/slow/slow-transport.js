// Slow motion in the experiment bar: the way in and out, and the pace in the place of the speed.
import { html } from "../../../vendor/htm-preact.js";
import { keyOf } from "../../shortcuts.js";
import { PACE } from "../../slow-motion.js";
import { texts } from "../../texts.js";
import { explained } from "../explain.js";
import { Icon } from "../icons.js";

/** @typedef {import("../../store.js").Store} Store */

const words = texts.slow;

/** @param {{store: Store}} props */
export function SlowButton({ store }) {
  const on = store.slow.on.value;
  return html`<button
    type="button"
    class="button slow-button"
    data-testid="slow-motion"
    aria-label=${words.button}
    aria-pressed=${on}
    ...${explained(words.button, on ? words.leaveHelp : words.help, keyOf("slow"))}
    onClick=${() => store.toggleSlow()}
  >
    <${Icon} name="slow" /><span class="button-word">${words.button}</span>
  </button>`;
}

/** @param {{store: Store}} props */
export function Pace({ store }) {
  const seconds = store.slow.paceS.value;
  const shown = words.paceValue(seconds);
  const filled = (seconds - PACE.least) / (PACE.most - PACE.least);
  /** @param {InputEvent & {currentTarget: HTMLInputElement}} event */
  const change = (event) => store.slow.setPace(Number(event.currentTarget.value));
  return html`<label class="speed" data-tip-title=${words.pace} data-tip=${words.paceHelp}>
    <span class="label"><span>${words.pace}</span><output class="number">${shown}</output></span>
    <input
      type="range"
      class="slider"
      data-testid="pace"
      min=${PACE.least}
      max=${PACE.most}
      step=${PACE.step}
      value=${seconds}
      aria-valuetext=${shown}
      style=${{ "--filled": `${filled * 100}%` }}
      onInput=${change}
    />
  </label>`;
}
