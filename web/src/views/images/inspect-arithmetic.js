// Arithmetic with images: the mean noise of three groups, A − B + C, and what the generator makes of it.
import { html } from "../../../vendor/htm-preact.js";
import { part } from "../../lib/pixels.js";
import { texts } from "../../texts.js";
import { explained } from "../explain.js";
import { Waiting } from "./inspect-parts.js";
import { Pixels } from "./inspect-pixels.js";
import { useInspection } from "./inspect-use.js";

const words = texts.inspect;

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").Inspection} Inspection */

const GROUPS = /** @type {const} */ (["a", "b", "c"]);
/** What stands before each group. */
const SIGNS = { a: "", b: "−", c: "+" };
const EVERY_MS = 400;

/** @param {{store: Store}} props */
export function InspectArithmetic({ store }) {
  const { a, b, c } = store.inspecting.groups.value;
  const wanted = a.length && b.length && c.length ? { a, b, c } : null;
  const { found, error } = useInspection(store, "arithmetic", wanted, EVERY_MS);
  return html`<div class="inspect-sum" data-testid="inspect-sum" data-step=${found?.step}>
      ${GROUPS.map((group, at) => html`<${Term} key=${group} store=${store} group=${group} image=${found && part(found.arrays.images, at)} />`)}
      <span class="inspect-sign">=</span>
      <figure class="inspect-term">
        <${Pixels} image=${found && part(found.arrays.images, GROUPS.length)} label=${words.result} testid="inspect-result" more=${{ "data-empty": !found }} />
        <figcaption>${words.result}</figcaption>
      </figure>
      ${found && html`<${Variations} found=${found} />`}
    </div>
    ${!wanted && html`<p class="inspect-note" data-testid="inspect-hint">${words.fewer.arithmetic}</p>`}
    ${error && html`<${Waiting} error=${error} />`}`;
}

/** A group: its mean in a picture, and the button to choose for it. @param {{store: Store, group: "a"|"b"|"c", image: any}} props */
function Term({ store, group, image }) {
  const { inspecting } = store;
  const letter = group.toUpperCase();
  const count = inspecting.groups.value[group].length;
  const on = inspecting.picking.value === group;
  const shown = count ? words.group(letter, count) : words.chooseLetter(letter);
  return html`${SIGNS[group] && html`<span class="inspect-sign">${SIGNS[group]}</span>`}
    <figure class="inspect-term">
      <${Pixels} image=${image} label=${words.mean(letter)} more=${{ "data-empty": !image }} />
      <button
        type="button"
        class="button small"
        data-testid=${`inspect-choose-${group}`}
        ...${explained(words.choose[group], words.chooseHelp)}
        aria-label=${`${shown}. ${words.choose[group]}`}
        aria-pressed=${on}
        onClick=${() => inspecting.togglePicking(group)}
      >
        ${shown}
      </button>
    </figure>`;
}

/** @param {{found: Inspection}} props */
function Variations({ found }) {
  const { variations } = found.arrays;
  return html`<figure class="inspect-term">
    <div class="inspect-near">
      ${Array.from({ length: variations.shape[0] }, (_, at) => html`<${Pixels} key=${at} image=${part(variations, at)} label=${words.variation(at + 1)} />`)}
    </div>
    <figcaption>${words.variations}</figcaption>
  </figure>`;
}
