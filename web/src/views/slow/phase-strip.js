// The five phases of a player as numbered buttons: where the step is, and a press plays forwards to one.
import { html } from "../../../vendor/htm-preact.js";
import { useEffect, useRef } from "../../../vendor/preact-hooks.js";
import { texts } from "../../texts.js";
import { explained } from "../explain.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").Phase} Phase */

const words = texts.slow;
const LETTERS = { discriminator: texts.picture.players.d, generator: texts.picture.players.g };
const ORDER = /** @type {Phase["player"][]} */ (["discriminator", "generator"]);

/** Its short name, such as D1. @param {Phase["player"]} player @param {number} index */
export const phaseCode = (player, index) => `${LETTERS[player]}${index}`;

/**
 * Where a phase of the strips stands against the one played last.
 * @param {Phase["player"]} player
 * @param {number} index
 * @param {Phase|null} now
 * @returns {"now"|"done"|"due"}
 */
export function progressOf(player, index, now) {
  if (!now) return "due";
  if (player === now.player && index === now.index) return "now";
  const behind = ORDER.indexOf(player) - ORDER.indexOf(now.player) || index - now.index;
  return behind < 0 ? "done" : "due";
}

/** What a phase does, in a few words. @param {Store} store @param {Phase["player"]} player @param {Phase["name"]} name */
export function phaseLabel(store, player, name) {
  const pairs = player === "generator" && store.slow.pairs;
  const beside = /** @type {Partial<Record<string, string>>} */ (words.pairPhases);
  return (pairs && beside[name]) || words.phases[player][name];
}

/** @param {{store: Store, player: Phase["player"]}} props */
export function PhaseStrip({ store, player }) {
  const now = store.slow.phase.value;
  const letter = player === "discriminator" ? "d" : "g";
  const turns = store.session.value?.config[`${letter}_steps`] ?? 1;
  const mine = now?.player === player ? now : null;
  const strip = useRef(/** @type {HTMLDivElement|null} */ (null));
  useEffect(() => showInStrip(strip.current), [now]);
  const names = /** @type {Phase["name"][]} */ (Object.keys(words.phases[player]));
  return html`<div class=${`phases phases-${letter}`} ref=${strip} role="group" aria-label=${words.strips[player]}>
    ${names.map((name, k) => html`<${PhaseButton}
      key=${name}
      store=${store}
      player=${player}
      index=${k + 1}
      label=${phaseLabel(store, player, name)}
      short=${store.scene === "image" ? texts.slowImages.phases[name] : phaseLabel(store, player, name)}
      progress=${progressOf(player, k + 1, now)}
      disabled=${turns === 0}
      note=${noteOf(k + 1, turns, mine)}
    />`)}
  </div>`;
}

/** On a phone the strip is wider than the screen: it scrolls to where the step is. @param {HTMLElement|null} strip */
function showInStrip(strip) {
  const now = strip?.querySelector("[aria-current]");
  if (!strip || !(now instanceof HTMLElement)) return;
  strip.scrollLeft = now.offsetLeft - (strip.clientWidth - now.offsetWidth) / 2;
}

/** What stands beside a phase's number. @param {number} index @param {number} turns @param {Phase|null} mine */
function noteOf(index, turns, mine) {
  if (turns === 0) return index === 1 ? words.skipped : "";
  if (mine?.index !== index || mine.turns < 2) return "";
  return (mine.trial ? words.trial : words.turn)(mine.turn, mine.turns);
}

/**
 * @param {{store: Store, player: Phase["player"], index: number, label: string, short: string,
 *   progress: "now"|"done"|"due", disabled: boolean, note: string}} props
 */
function PhaseButton({ store, player, index, label, short, progress, disabled, note }) {
  const resting = disabled || !store.ready.value || store.status.value === "diverged";
  return html`<button
    type="button"
    class=${`phase phase-${progress}`}
    data-testid=${`phase-${player === "discriminator" ? "d" : "g"}${index}`}
    aria-current=${progress === "now" ? "step" : null}
    aria-disabled=${resting}
    ...${explained(`${phaseCode(player, index)} · ${label}`, words.toPhase)}
    onClick=${() => resting || store.slow.playTo({ player, index })}
  >
    <span class="phase-code">${phaseCode(player, index)}${note && html`<small>${note}</small>`}</span>${" "}
    <span>${short}</span>
  </button>`;
}
