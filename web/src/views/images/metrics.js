// The right column: is it working, in words, curves and counts, those first that one looks at most.
import { html } from "../../../vendor/htm-preact.js";
import { texts } from "../../texts.js";
import { LossesChart, MetricChart } from "../charts.js";
import { Diagnosis } from "../diagnosis.js";
import { AddInstrument, InstrumentCards } from "../instruments.js";
import { balanceOf } from "./balance.js";
import { GradientsChart, RateChart, SharedChart, chartsOf } from "./charts.js";

/** @typedef {import("../../store.js").Store} Store */

/** @param {{store: Store}} props */
export function ImageMetrics({ store }) {
  const metrics = store.catalog.value?.registries.metrics ?? [];
  return html`<div class="panel-head">
      <h2>${texts.picture.metrics}</h2>
      <span class="spacer"></span>
      <${AddInstrument} store=${store} />
    </div>
    ${store.session.value &&
    html`<${Diagnosis} store=${store} calm=${balanceOf(store)} />
    <div class="charts" data-testid="instruments">
      <${LossesChart} store=${store} />
      <${InstrumentCards} store=${store} />
      ${chartsOf(metrics).map((entries) => {
        const [entry] = entries;
        return entry.chart
          ? html`<${SharedChart} key=${entry.id} store=${store} entries=${entries} />`
          : html`<${MetricChart} key=${entry.id} store=${store} entry=${entry} />`;
      })}
      <${GradientsChart} store=${store} />
      <${RateChart} store=${store} />
    </div>`}`;
}
