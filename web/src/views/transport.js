// The middle of the experiment bar: start again, play, single steps, speed.
import { html } from "../../vendor/htm-preact.js";
import { FULL_SPEED, positionOf, speedAt } from "../controls/numbers.js";
import { formatCount, formatFixed } from "../lib/format.js";
import { command } from "../protocol.js";
import { keyOf } from "../shortcuts.js";
import { texts } from "../texts.js";
import { Explain, explained, explanationOf } from "./explain.js";
import { Icon, PlayIcon } from "./icons.js";
import { Pace, SlowButton } from "./slow/slow-transport.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").Player} Player */

const PLAYERS = /** @type {Player[]} */ (["both", "discriminator", "generator"]);

/** @param {{store: Store}} props */
export function Transport({ store }) {
  const Rate = store.slow.on.value ? Pace : Speed;
  return html`<div class="bar-cell transport" role="group" aria-label=${texts.transport.group}>
    <${ResetButton} store=${store} />
    <${PlayButton} store=${store} />
    <${StepButtons} store=${store} />
    <span class="spacer"></span>
    <${SlowButton} store=${store} />
    <${Rate} store=${store} />
  </div>`;
}

/** @param {{store: Store}} props */
export function ResetButton({ store }) {
  const words = texts.transport;
  return html`<button
    type="button"
    class="button ghost square"
    data-testid="reset"
    aria-label=${words.reset}
    aria-disabled=${!store.ready.value}
    ...${explained(words.reset, words.resetHelp, keyOf("reset"))}
    onClick=${() => store.send(command.reset())}
  >
    <${Icon} name="reset" />
  </button>`;
}

/** The one primary button of the page. @param {{store: Store}} props */
export function PlayButton({ store }) {
  const playing = store.running.value;
  const words = store.slow.on.value ? texts.slow : texts.transport;
  return html`<button
    type="button"
    class="play"
    data-testid=${playing ? "pause" : "play"}
    aria-label=${playing ? words.pause : words.play}
    aria-disabled=${!store.ready.value || store.status.value === "diverged"}
    ...${explained(playing ? words.pause : words.play, playing ? words.pauseHelp : words.playHelp, keyOf("play"))}
    onClick=${() => store.togglePlay()}
  >
    <${PlayIcon} playing=${playing} />
  </button>`;
}

/** @param {{store: Store}} props */
export function StepButtons({ store }) {
  const disabled = !store.ready.value || store.status.value === "diverged";
  const stepped = store.stepped.value;
  return html`<div class="steps" role="group" aria-label=${texts.bar.step}>
    <span class="label" aria-hidden="true">${texts.bar.step}</span>
    <span class="segments">
      ${PLAYERS.map((player) => {
        const words = texts.transport.players[player];
        return html`<button
          type="button"
          key=${player}
          class=${`segment player-${player}`}
          data-testid=${`step-${player}`}
          aria-disabled=${disabled}
          ...${explained(words.title, texts.explain.players[player], keyOf(`step-${player}`))}
          onClick=${() => store.send(command.step(player))}
        >
          ${words.label}
          ${stepped?.player === player && html`<i class="just-learned" key=${stepped.count} data-testid="just-learned"></i>`}
        </button>`;
      })}
    </span>
  </div>`;
}

/** How many steps a second play is to do. @param {{store: Store}} props */
export function Speed({ store }) {
  const speed = store.speed.value;
  const position = positionOf(speed);
  const shown = speed === null ? texts.bar.fullSpeed : texts.bar.speedValue(speed);
  /** @param {InputEvent & {currentTarget: HTMLInputElement}} event */
  const change = (event) => store.setSpeed(speedAt(Number(event.currentTarget.value)));
  return html`<label class="speed" data-tip-title=${texts.bar.speed} data-tip=${texts.transport.speedHelp}>
    <span class="label"><span>${texts.bar.speed}</span><output class="number">${shown}</output></span>
    <input
      type="range"
      class="slider"
      data-testid="speed"
      min="0"
      max=${FULL_SPEED}
      step="1"
      value=${position}
      aria-valuetext=${shown}
      aria-description=${texts.transport.speedHelp}
      style=${{ "--filled": `${(position / FULL_SPEED) * 100}%` }}
      onInput=${change}
    />
  </label>`;
}

/** The right of the bar: where the run is and how fast it goes. @param {{store: Store}} props */
export function Counters({ store }) {
  return html`<div class="bar-cell counters">
    <${StepCount} store=${store} />
    <div class="counter counter-rate">
      <span class="label">
        ${texts.bar.stepsPerSecond}
        <${Explain} id="step-rate" label=${texts.bar.stepsPerSecond} help=${texts.explain.stepRate} />
      </span>
      <span class="big quiet" data-testid="steps-per-second" aria-describedby=${explanationOf("step-rate")}>${stepRate(store)}</span>
    </div>
  </div>`;
}

/** Slow runs keep a decimal, or nothing would seem to move. @param {Store} store */
function stepRate(store) {
  const rate = store.playing.value ? store.readout.value.stepsPerSecond : 0;
  return rate > 0 && rate < 10 ? formatFixed(rate, 1) : formatCount(rate);
}

/** @param {{store: Store}} props */
export function StepCount({ store }) {
  const words = texts.explain.step;
  return html`<div class="counter">
    <span class="label">
      ${texts.bar.step} <${Explain} id="step" label=${words.label} help=${words.help} />
    </span>
    <span class="big" data-testid="step-count" aria-describedby=${explanationOf("step")}>${formatCount(store.readout.value.step)}</span>
  </div>`;
}
