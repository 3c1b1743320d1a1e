// Under the generated images: their past, to be played, or looked at moment by moment.
import { html } from "../../../vendor/htm-preact.js";
import { formatCount } from "../../lib/format.js";
import { texts } from "../../texts.js";
import { explained } from "../explain.js";
import { Icon, PlayIcon } from "../icons.js";

/** @typedef {import("../../store.js").Store} Store */

const words = texts.saveImages.timeline;

/** @param {{store: Store}} props */
export function TimelineBar({ store }) {
  const { timeline } = store.gallery;
  const last = Math.max(0, timeline.moments.value.length - 1);
  const { place } = timeline;
  const past = timeline.past.value;
  const playing = timeline.playing.value;
  const shown = past ? words.at(formatCount(past.step)) : words.now;
  const label = playing ? words.stop : words.play;
  return html`<div class="timeline" role="group" aria-label=${words.label} data-testid="timeline" data-moments=${last + 1} data-step=${past?.step}>
    <button
      type="button"
      class="button ghost small square"
      data-testid="timeline-play"
      aria-label=${label}
      aria-disabled=${last === 0}
      ...${explained(label, words.playHelp)}
      onClick=${() => timeline.toggle()}
    >
      <${PlayIcon} playing=${playing} />
    </button>
    <input
      type="range"
      class="slider"
      data-testid="timeline-place"
      aria-label=${words.label}
      aria-valuetext=${shown}
      data-tip-title=${words.label}
      data-tip=${words.help}
      min="0"
      max=${last}
      step="1"
      value=${Math.max(0, place)}
      disabled=${last === 0}
      style=${{ "--filled": `${last ? (Math.max(0, place) / last) * 100 : 100}%` }}
      onInput=${(/** @type {any} */ event) => timeline.goToPlace(Number(event.currentTarget.value))}
    />
    <span class="timeline-step" data-testid="timeline-step">${shown}</span>
    <button
      type="button"
      class="button ghost small square"
      data-testid="timeline-now"
      aria-label=${words.back}
      aria-disabled=${!past}
      ...${explained(words.back, words.nowHelp)}
      onClick=${() => timeline.goTo(null)}
    >
      <${Icon} name="latest" />
    </button>
  </div>`;
}
