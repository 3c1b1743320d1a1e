// The column "Is it working?": modes and their numbers where the data have modes, then the charts.
import { html } from "../../vendor/htm-preact.js";
import { controlId } from "../controls/ids.js";
import { formatCount, formatNumber } from "../lib/format.js";
import { texts } from "../texts.js";
import { LossesChart, MetricChart } from "./charts.js";
import { Explain, explanationOf } from "./explain.js";
import { Diagnosis } from "./diagnosis.js";
import { Instruments } from "./instruments.js";
import { ModeMap } from "./mode-map.js";

const words = texts.picture;

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").Entry} Entry */

/** @param {{store: Store}} props */
export function Metrics({ store }) {
  const floors = store.session.value?.floors ?? {};
  // what only some models have is shown where this one has it
  const metrics = (store.catalog.value?.registries.metrics ?? []).filter(({ id, needs }) => !needs || id in floors);
  const modes = store.session.value?.modes ?? null;
  // all at once: what comes later would push down what is there
  return html`<div class="panel-head"><h2>${words.metrics}</h2></div>
    ${store.session.value && html`<${Diagnosis} store=${store} />`}
    ${modes && html`<${ModeNumbers} store=${store} modes=${modes} metrics=${metrics.filter(needsModes)} />`}
    ${store.session.value && html`<div class="charts">
      <${LossesChart} store=${store} />
      ${metrics
        .filter((entry) => !needsModes(entry))
        .map((entry) => html`<${MetricChart} key=${entry.id} store=${store} entry=${entry} />`)}
    </div>
    <${Instruments} store=${store} />`}`;
}

/** Metrics of mixtures are numbers beside the map of the modes. @param {Entry} entry */
export const needsModes = (entry) => entry.needs_modes === true;

/** @param {{store: Store, modes: [number, number, number][], metrics: Entry[]}} props */
function ModeNumbers({ store, modes, metrics }) {
  const { metrics: values, modeShares } = store.readout.value;
  return html`<div class="mode-numbers">
    <span class="mode-place">
      <${ModeMap} modes=${modes} shares=${modeShares} />
      <${Explain} id="mode-map" label=${texts.explain.modeMap.label} help=${texts.explain.modeMap.help} />
    </span>
    ${metrics.map(
      (entry) => html`<${MetricNumber} key=${entry.id} entry=${entry} value=${values[entry.id]} modes=${modes.length} />`,
    )}
  </div>`;
}

/**
 * One number, its name, and what it means.
 * @param {{entry: Entry, value: number|undefined, modes: number}} props
 */
function MetricNumber({ entry, value, modes }) {
  const { id, label, help, formula, unit = "", samples } = entry;
  const name = controlId(id);
  return html`<div class="metric">
    <p class="metric-number">
      <span data-testid=${`metric-${name}`} aria-describedby=${explanationOf(name)}>
        ${value === undefined ? "–" : printed(value, unit)}
        ${unit === "modes" && html`<small> / ${formatCount(modes)}</small>`}
      </span>
      <${Explain} id=${name} label=${label} help=${help} more=${samples && words.samples(samples)} formula=${formula} registry="metrics" />
    </p>
    <p class="metric-label">${label}</p>
  </div>`;
}

/** @param {number} value @param {string} unit */
function printed(value, unit) {
  if (unit === "%") return `${Math.round(value)}%`;
  return unit === "modes" ? formatCount(value) : `${formatNumber(value)}${unit && ` ${unit}`}`;
}
