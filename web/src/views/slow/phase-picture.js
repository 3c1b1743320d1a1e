// Slow motion at the picture: the phase's name above it, before and after an update, a line below it.
import { html } from "../../../vendor/htm-preact.js";
import { outputOf } from "../../lib/phase-facts.js";
import { texts } from "../../texts.js";
import { explained } from "../explain.js";
import { phaseCode, phaseLabel } from "./phase-strip.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../slow-motion.js").Side} Side */

const words = texts.slow;
const SIDES = /** @type {Side[]} */ (["before", "after"]);

/**
 * The head of the picture in slow motion.
 * @param {Store} store
 * @returns {{title: string, subtitle: string}|null} null where it is the usual one
 */
export function pictureTitle(store) {
  const phase = store.slow.on.value ? store.slow.phase.value : null;
  if (!phase) return null;
  const { player, name, index } = phase;
  const title = `${phaseCode(player, index)} · ${phaseLabel(store, player, name)}`;
  return { title, subtitle: words.pictures[player][name] };
}

/** What to look at. @param {Store} store @returns {string|null} */
export function pictureLine(store) {
  const phase = store.slow.on.value ? store.slow.phase.value : null;
  if (!phase) return null;
  const { player, name } = phase;
  const score = outputOf(store.slow.loss.value) === "score";
  const scored = /** @type {Partial<Record<string, string>>} */ (words.scoreLines[player]);
  return (score && scored[name]) || words.lines[player][name];
}

/** Which side of an update is seen; only where there is one. @param {{store: Store}} props */
export function Sides({ store }) {
  const { slow } = store;
  if (!slow.on.value || !slow.before.value) return null;
  return html`<span class="segments small" role="group" aria-label=${words.sides.label}>
    ${SIDES.map(
      (side) => html`<button
        type="button"
        key=${side}
        class="segment"
        data-testid=${`side-${side}`}
        aria-pressed=${slow.side.value === side}
        ...${explained(words.sides[side].label, words.sides[side].help)}
        onClick=${() => slow.choose(side)}
      >
        ${words.sides[side].label}
      </button>`,
    )}
  </span>`;
}
