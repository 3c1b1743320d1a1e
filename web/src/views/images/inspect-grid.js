// A plane through the noise as a grid of images, spanned by three of them or by two leading directions.
import { html } from "../../../vendor/htm-preact.js";
import { part } from "../../lib/pixels.js";
import { texts } from "../../texts.js";
import { ChooseButton } from "./inspect-choose.js";
import { SphericalSwitch } from "./inspect-line.js";
import { Segments, Waiting } from "./inspect-parts.js";
import { Pixels } from "./inspect-pixels.js";
import { useInspection } from "./inspect-use.js";
import { SLICE_SIDE } from "./ways.js";

const words = texts.inspect;

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").Inspection} Inspection */

/** How often a grid changes while the run plays; finding directions takes the run's time. */
const EVERY_MS = { fakes: 600, directions: 4000 };

/** @param {{store: Store}} props */
export function InspectGrid({ store }) {
  const { groups, spherical, spannedBy } = store.inspecting;
  const by = spannedBy.value;
  const picks = groups.value.grid;
  const enough = picks.length >= (by === "fakes" ? 3 : 1);
  const wanted = enough ? { by, picks, side: SLICE_SIDE, spherical: spherical.value } : null;
  const { found, error } = useInspection(store, "slice", wanted, EVERY_MS[by]);
  const options = [
    { id: "fakes", label: words.byFakes, help: words.byFakesHelp },
    { id: "directions", label: words.byDirections, help: words.byDirectionsHelp },
  ];
  return html`<div class="inspect-tools">
      <${ChooseButton} store=${store} group="grid" label=${words.choose[by === "fakes" ? "grid" : "directions"]} />
      <${Segments} label=${words.gridBy} id="inspect-by" options=${options} chosen=${by} choose=${(/** @type {any} */ id) => (spannedBy.value = id)} />
      ${by === "fakes" && html`<${SphericalSwitch} store=${store} />`}
    </div>
    ${!wanted && html`<p class="inspect-note" data-testid="inspect-hint">${by === "fakes" ? words.fewer.grid : words.fewer.directions}</p>`}
    ${wanted && (found ? html`<${Plane} found=${found} />` : html`<${Waiting} error=${error} />`)}
    ${wanted && html`<p class="inspect-note">${by === "fakes" ? words.byFakesHelp : words.byDirectionsHelp}</p>`}`;
}

/** @param {{found: Inspection}} props */
function Plane({ found }) {
  const { images } = found.arrays;
  const [rows, columns] = images.shape;
  const places = Array.from({ length: rows * columns }, (_, at) => [Math.floor(at / columns), at % columns]);
  return html`<div class="inspect-grid" data-testid="inspect-grid" data-step=${found.step} data-by=${found.params.by}>
    ${places.map(([row, column]) => html`<${Pixels} key=${`${row}-${column}`} image=${part(images, row, column)} label=${words.cell(row + 1, column + 1)} />`)}
  </div>`;
}
