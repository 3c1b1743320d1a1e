// The walk through the noise: a line, a grid, arithmetic or directions, from generated images that one chooses.
import { html } from "../../../vendor/htm-preact.js";
import { modelOf } from "../../controls/model.js";
import { TOOLS } from "../../inspecting.js";
import { texts } from "../../texts.js";
import { Explain } from "../explain.js";
import { InspectArithmetic } from "./inspect-arithmetic.js";
import { InspectDirections } from "./inspect-directions.js";
import { InspectGrid } from "./inspect-grid.js";
import { InspectLine } from "./inspect-line.js";
import { Segments } from "./inspect-parts.js";

const words = texts.inspect;

/** @typedef {import("../../store.js").Store} Store */

/** The inspection that each tool asks for, and its view. @type {Record<string, [string, any]>} */
const TOOL = {
  line: ["walk", InspectLine],
  grid: ["slice", InspectGrid],
  arithmetic: ["arithmetic", InspectArithmetic],
  directions: ["directions", InspectDirections],
};

/** @param {{store: Store}} props */
export function InspectStrip({ store }) {
  const tool = store.inspecting.tool.value;
  const [entryId, View] = TOOL[tool];
  const entry = store.catalog.value?.registries.inspections?.find(({ id }) => id === entryId);
  if (modelOf(store)?.paired) return html`<${NoNoise} />`;
  const options = TOOLS.map((id) => ({ id, label: words.tools[id], help: words.toolHelp[id] }));
  return html`<section class="inspect-strip" data-tool=${tool} data-testid="inspect-strip" aria-labelledby="inspect-strip-title">
    <div class="inspect-head">
      <h2 id="inspect-strip-title">${words.walk}</h2>
      ${entry && html`<${Explain} id="inspect-tool-help" label=${entry.label} help=${entry.help} more=${entry.source ?? ""} formula=${entry.formula} registry="inspections" />`}
      <span class="spacer"></span>
      <${Segments} label=${words.walk} id="inspect-tool" options=${options} chosen=${tool} choose=${(/** @type {any} */ id) => store.inspecting.choose(id)} />
    </div>
    <${View} store=${store} />
  </section>`;
}

/** Why there is nothing to walk through. */
function NoNoise() {
  return html`<section class="inspect-strip" data-testid="inspect-strip" aria-labelledby="inspect-strip-title">
    <div class="inspect-head"><h2 id="inspect-strip-title">${words.walk}</h2></div>
    <p class="inspect-note">${words.noNoise}</p>
  </section>`;
}
