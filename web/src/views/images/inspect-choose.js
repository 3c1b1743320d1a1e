// The button that turns presses on generated images into choices, for one group of them.
import { html } from "../../../vendor/htm-preact.js";
import { texts } from "../../texts.js";
import { explained } from "../explain.js";

const words = texts.inspect;

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../inspecting.js").Group} Group */

/** @param {{store: Store, group: Group, label?: string}} props */
export function ChooseButton({ store, group, label = words.choose[group] }) {
  const { inspecting } = store;
  const on = inspecting.picking.value === group;
  return html`<button
    type="button"
    class="button small"
    data-testid=${`inspect-choose-${group}`}
    ...${explained(label, words.chooseHelp)}
    aria-pressed=${on}
    onClick=${() => inspecting.togglePicking(group)}
  >
    ${on ? words.done : label}
  </button>`;
}
