// The right column: is it working, in curves and counts.
import { html } from "../../../vendor/htm-preact.js";
import { texts } from "../../texts.js";
import { LossesChart, MetricChart } from "../charts.js";
import { Instruments } from "../instruments.js";

/** @typedef {import("../../store.js").Store} Store */

/** @param {{store: Store}} props */
export function ImageMetrics({ store }) {
  const metrics = store.catalog.value?.registries.metrics ?? [];
  return html`<div class="panel-head"><h2>${texts.picture.metrics}</h2></div>
    ${store.session.value &&
    html`<div class="charts">
      <${LossesChart} store=${store} />
      ${metrics.map((entry) => html`<${MetricChart} key=${entry.id} store=${store} entry=${entry} />`)}
    </div>
    <${Instruments} store=${store} />`}`;
}
