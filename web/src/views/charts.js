// Charts of the run: both losses, and each metric that has a past worth drawing.
import { html } from "../../vendor/htm-preact.js";
import { useEffect, useRef } from "../../vendor/preact-hooks.js";
import { controlId } from "../controls/ids.js";
import { OPTIMAL_VALUE } from "../instruments.js";
import { formatNumber } from "../lib/format.js";
import { runningMean } from "../lib/series.js";
import { texts } from "../texts.js";
import { inCompany } from "./company.js";
import { Explain, explanationOf } from "./explain.js";
import { LineChart } from "./line-chart.js";
import { usePalette } from "./palette-watch.js";

const words = texts.picture;

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").Entry} Entry */
/** @typedef {import("../lib/palette.js").Palette} Palette */
/** @typedef {import("./line-chart.js").CurveData} CurveData */

/** Metrics are measured on thousands of samples and twice a second: there is little to smooth. */
const METRIC_WINDOW = 3;

/** @param {ArrayLike<number>} values */
export const smoothLoss = (values) => runningMean(values);

/** @param {ArrayLike<number>} values */
export const smoothMetric = (values) => runningMean(values, METRIC_WINDOW);

/** Both players' losses. @param {{store: Store}} props */
export function LossesChart({ store }) {
  const { dLoss, gLoss } = store.readout.value;
  /** @param {"d"|"g"} player @param {number|null} loss */
  const key = (player, loss) => html`<span class=${`chart-key chart-key-${player}`}>
    ${words.players[player]} <span data-testid=${`chart-${player}-loss`} aria-describedby=${explanationOf("losses")}>${loss === null ? "–" : formatNumber(loss)}</span>
  </span>`;
  return html`<section class="chart" data-testid="chart-losses" aria-describedby=${explanationOf("losses")}>
    <div class="chart-head">
      <h3>${words.losses}</h3>
      <${Explain} id="losses" label=${words.losses} help=${words.lossesHelp} />
      <span class="spacer"></span>
      ${key("d", dLoss)} ${key("g", gLoss)}
    </div>
    <${ChartBody}
      store=${store}
      floor=${bestLoss(store)}
      floorLabel=${texts.instruments.bestD}
      coloursOf=${(/** @type {Palette} */ { d, g }) => [d, g]}
      smooth=${smoothLoss}
      read=${() => readLosses(store)}
    />
  </section>`;
}

/** Kinds of rules that leave D less to tell apart than the samples themselves would. */
const SOFTENS = new Set(["labels", "input_noise"]);

/**
 * The least loss that any D could have against these fakes, −V*: where that instrument is chosen,
 * and D's loss is the plain cross-entropy of single samples. Null otherwise.
 * @param {Store} store
 */
export function bestLoss({ catalog, session, instruments }) {
  const config = session.value?.config;
  const reading = instruments.readings.value[OPTIMAL_VALUE];
  if (!config || reading?.value === undefined || !instruments.chosen.value.includes(OPTIMAL_VALUE)) return null;
  const { losses, regularizers } = catalog.value?.registries ?? {};
  const kindOf = (/** @type {string} */ id) => regularizers?.find((entry) => entry.id === id)?.kind;
  const softened = config.regularizers.some((/** @type {{id: string}} */ { id }) => SOFTENS.has(kindOf(id) ?? ""));
  const plain = losses?.find(({ id }) => id === config.loss.id)?.cross_entropy;
  return plain && !softened && !inCompany(config) ? -reading.value : null;
}

/** A metric over time, with what a perfect generator would score. @param {{store: Store, entry: Entry}} props */
export function MetricChart({ store, entry }) {
  const { id, label, help, formula, unit = "", samples } = entry;
  const value = store.readout.value.metrics[id];
  const floor = store.session.value?.floors[id] ?? null;
  const name = controlId(id);
  return html`<section class="chart" data-testid=${`chart-${name}`} aria-describedby=${explanationOf(name)}>
    <div class="chart-head">
      <h3>${label}</h3>
      <${Explain} id=${name} label=${label} help=${help} more=${words.metricCurve} formula=${formula} registry="metrics" />
      <span class="spacer"></span>
      <span class="chart-value">
        <b data-testid=${`metric-${name}`} aria-describedby=${explanationOf(name)}>${value === undefined ? "–" : formatNumber(value)}</b>
        ${" "}${words.measure(unit, samples)}
      </span>
    </div>
    <${ChartBody}
      store=${store}
      floor=${floor}
      coloursOf=${(/** @type {Palette} */ { text }) => [text]}
      smooth=${smoothMetric}
      read=${() => readMetric(store, id)}
    />
  </section>`;
}

/**
 * The canvas of a chart. It redraws with the readout, at most ten times a second.
 * @param {{store: Store, floor: number|null, floorLabel?: string, coloursOf: (palette: Palette) => string[],
 *   smooth: (values: ArrayLike<number>) => Float64Array, read: () => CurveData}} props
 */
export function ChartBody({ store, floor, floorLabel = words.floor, coloursOf, smooth, read }) {
  const host = useRef(/** @type {HTMLDivElement|null} */ (null));
  const chart = useRef(/** @type {LineChart|null} */ (null));
  const palette = usePalette();
  const data = store.readout.value && read();

  useEffect(() => {
    if (!host.current) return undefined;
    const style = { palette, colours: coloursOf(palette), floorLabel, smooth };
    const made = new LineChart(host.current, style);
    made.update(read(), floor);
    chart.current = made;
    const stop = followSize(host.current, made);
    return () => {
      stop();
      made.destroy();
    };
  }, [palette]);
  useEffect(() => chart.current?.update(data, floor));

  return html`<div class="chart-body">
    <div class="chart-canvas" ref=${host} aria-hidden="true"></div>
    ${data.steps.length === 0 && !store.playing.value && html`<p class="chart-empty">${words.noCurve}</p>`}
  </div>`;
}

/** @param {HTMLElement} host @param {LineChart} chart @returns {() => void} stops */
function followSize(host, chart) {
  const observer = new ResizeObserver(([entry]) => {
    chart.resize(Math.floor(entry.contentRect.width), Math.floor(entry.contentRect.height));
  });
  observer.observe(host);
  return () => observer.disconnect();
}

/** @param {Store} store @returns {CurveData} */
export function readLosses({ history }) {
  return { steps: history.steps, values: [history.dLoss, history.gLoss] };
}

/** @param {Store} store @param {string} id @returns {CurveData} */
export function readMetric({ history }, id) {
  const { steps, values } = history.metric(id);
  return { steps, values: [values] };
}
