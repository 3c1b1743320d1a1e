// The way through the noise from one chosen image to the next, as a strip of images.
import { html } from "../../../vendor/htm-preact.js";
import { formatPercent } from "../../lib/format.js";
import { part } from "../../lib/pixels.js";
import { texts } from "../../texts.js";
import { ChooseButton } from "./inspect-choose.js";
import { Segments, Waiting } from "./inspect-parts.js";
import { Pixels } from "./inspect-pixels.js";
import { useInspection } from "./inspect-use.js";
import { stepsBetween } from "./ways.js";

const words = texts.inspect;

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").Inspection} Inspection */

/** How often a way changes while the run plays. */
const EVERY_MS = 400;

/** @param {{store: Store}} props */
export function InspectLine({ store }) {
  const { groups, spherical } = store.inspecting;
  const picks = groups.value.line;
  const steps = stepsBetween(picks.length);
  const wanted = picks.length > 1 ? { picks, steps, spherical: spherical.value } : null;
  const { found, error } = useInspection(store, "walk", wanted, EVERY_MS);
  return html`<div class="inspect-tools">
      <${ChooseButton} store=${store} group="line" />
      <${SphericalSwitch} store=${store} />
      <p class="inspect-note">${words.walkHelp}</p>
    </div>
    ${!wanted && html`<p class="inspect-note" data-testid="inspect-hint">${words.fewer.line}</p>`}
    ${wanted && (found ? html`<${Way} found=${found} />` : error ? html`<${Waiting} error=${error} />` : html`<${Room} steps=${steps * (picks.length - 1) + 1} />`)}`;
}

/** Around the middle of the noise, or straight through. @param {{store: Store}} props */
export function SphericalSwitch({ store }) {
  const { spherical } = store.inspecting;
  const options = [
    { id: "spherical", label: words.spherical, help: words.sphericalHelp },
    { id: "straight", label: words.straight, help: words.straightHelp },
  ];
  return html`<${Segments}
    label=${words.way}
    id="inspect-way"
    options=${options}
    chosen=${spherical.value ? "spherical" : "straight"}
    choose=${(/** @type {string} */ id) => (spherical.value = id === "spherical")}
  />`;
}

/** As large as the way will be. @param {{steps: number}} props */
function Room({ steps }) {
  return html`<ol class="inspect-way" aria-hidden="true">
    ${Array.from({ length: steps }, (_, at) => html`<li key=${at}><canvas class="pixels" width="28" height="28"></canvas></li>`)}
  </ol>`;
}

/** @param {{found: Inspection}} props */
function Way({ found }) {
  const { images } = found.arrays;
  const { steps, picks } = found.params;
  return html`<ol class="inspect-way" data-testid="inspect-way" data-step=${found.step}>
    ${Array.from({ length: images.shape[0] }, (_, at) => {
      const [leg, within] = [Math.floor(at / steps), at % steps];
      const label = within === 0 ? words.stop(picks[leg] + 1) : words.between(picks[leg] + 1, picks[leg + 1] + 1, formatPercent(within / steps));
      return html`<li key=${at} data-stop=${within === 0}><${Pixels} image=${part(images, at)} label=${label} /></li>`;
    })}
  </ol>`;
}
