// Charts of the panel of images beside the losses: how often D is right, gradient norms, images per second.
import { html } from "../../../vendor/htm-preact.js";
import { controlId } from "../../controls/ids.js";
import { formatCount, formatNumber, formatPercent } from "../../lib/format.js";
import { texts } from "../../texts.js";
import { ChartBody, smoothLoss, smoothMetric } from "../charts.js";
import { Explain, explanationOf } from "../explain.js";
import { imagesPerSecond } from "./counters.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").Entry} Entry */
/** @typedef {import("../../lib/palette.js").Palette} Palette */
/** @typedef {import("../line-chart.js").CurveData} CurveData */

const words = texts.time;
const { players } = texts.picture;

/** The metrics as charts: those of the same chart together, in their order. @param {Entry[]} metrics @returns {Entry[][]} */
export function chartsOf(metrics) {
  const groups = /** @type {Map<string, Entry[]>} */ (new Map());
  for (const entry of metrics) {
    const title = entry.chart ?? entry.id;
    groups.set(title, [...(groups.get(title) ?? []), entry]);
  }
  return [...groups.values()];
}

/** @param {{name: string, colour: string, testid: string, shown: string, about: string}} props */
const Key = ({ name, colour, testid, shown, about }) => html`<span class=${`chart-key chart-key-${colour}`}>
  ${name} <span data-testid=${testid} aria-describedby=${explanationOf(about)}>${shown}</span>
</span>`;

/** Metrics of one kind in one chart. @param {{store: Store, entries: Entry[]}} props */
export function SharedChart({ store, entries }) {
  const [first] = entries;
  const title = first.chart ?? first.label;
  const id = `shared-${entries.map((entry) => controlId(entry.id)).join("-")}`;
  const help = entries.map((entry) => `${entry.label}: ${entry.help}`).join("\n\n");
  return html`<section class="chart" data-testid=${`chart-${id}`} aria-describedby=${explanationOf(id)}>
    <div class="chart-head">
      <h3>${title}</h3>
      <${Explain} id=${id} label=${title} help=${help} more=${texts.picture.metricCurve} />
      <span class="spacer"></span>
      ${first.samples && html`<span class="chart-value">${words.ofEach(formatCount(first.samples))}</span>`}
    </div>
    <div class="chart-keys">
      ${entries.map(({ id: metric, kind = "real" }) => {
        const value = store.readout.value.metrics[metric];
        const shown = value === undefined ? "–" : formatPercent(value / 100);
        return html`<${Key} key=${metric} name=${words.kinds[/** @type {"real"|"fake"} */ (kind)]} colour=${kind}
          testid=${`metric-${controlId(metric)}`} shown=${shown} about=${id} />`;
      })}
    </div>
    <${ChartBody}
      store=${store}
      floor=${null}
      coloursOf=${(/** @type {Palette} */ { real, fake }) => entries.map(({ kind }) => (kind === "fake" ? fake : real))}
      smooth=${smoothMetric}
      read=${() => readTogether(store, entries)}
    />
  </section>`;
}

/** Metrics that are measured together, on their common steps. @param {Store} store @param {Entry[]} entries @returns {CurveData} */
function readTogether({ history }, entries) {
  const read = entries.map(({ id }) => history.metric(id));
  const count = Math.min(...read.map(({ steps }) => steps.length));
  return { steps: read[0].steps.subarray(0, count), values: read.map(({ values }) => values.subarray(0, count)) };
}

/** How hard each player is pushed. @param {{store: Store}} props */
export function GradientsChart({ store }) {
  const frame = store.readout.value && store.history.norms;
  const last = (/** @type {number} */ player) => {
    const value = frame.values(player).at(-1);
    return value === undefined || Number.isNaN(value) ? "–" : formatNumber(value);
  };
  return html`<section class="chart" data-testid="chart-gradients" aria-describedby=${explanationOf("gradient-norms")}>
    <div class="chart-head">
      <h3>${words.gradients}</h3>
      <${Explain} id="gradient-norms" label=${words.gradients} help=${words.gradientsHelp} />
      <span class="spacer"></span>
      <${Key} name=${players.d} colour="d" testid="chart-d-gradient" shown=${last(0)} about="gradient-norms" />
      <${Key} name=${players.g} colour="g" testid="chart-g-gradient" shown=${last(1)} about="gradient-norms" />
    </div>
    <${ChartBody}
      store=${store}
      floor=${null}
      coloursOf=${(/** @type {Palette} */ { d, g }) => [d, g]}
      smooth=${smoothLoss}
      read=${() => ({ steps: store.history.norms.steps, values: [store.history.norms.values(0), store.history.norms.values(1)] })}
    />
  </section>`;
}

/** How fast it learns. @param {{store: Store}} props */
export function RateChart({ store }) {
  return html`<section class="chart" data-testid="chart-rate" aria-describedby=${explanationOf("rate-curve")}>
    <div class="chart-head">
      <h3>${words.imagesPerSecond}</h3>
      <${Explain} id="rate-curve" label=${words.imagesPerSecond} help=${words.imagesPerSecondHelp} />
      <span class="spacer"></span>
      <span class="chart-value"><b data-testid="chart-rate-value" aria-describedby=${explanationOf("rate-curve")}>
        ${formatCount(imagesPerSecond(store))}</b>${" "}${words.perSecond}</span>
    </div>
    <${ChartBody}
      store=${store}
      floor=${null}
      coloursOf=${(/** @type {Palette} */ { text }) => [text]}
      smooth=${smoothMetric}
      read=${() => ({ steps: store.history.rates.steps, values: [store.history.rates.values(0)] })}
    />
  </section>`;
}
