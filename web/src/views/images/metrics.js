// The right column: is it working, in curves and counts, those first that one looks at most.
import { html } from "../../../vendor/htm-preact.js";
import { texts } from "../../texts.js";
import { LossesChart, MetricChart } from "../charts.js";
import { AddInstrument, InstrumentCards } from "../instruments.js";

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
    html`<div class="charts" data-testid="instruments">
      <${LossesChart} store=${store} />
      <${InstrumentCards} store=${store} />
      ${metrics.map((entry) => html`<${MetricChart} key=${entry.id} store=${store} entry=${entry} />`)}
    </div>`}`;
}
