// The charts as a drawing: each curve as a path, with its axes, its floor, and its newest value in words.
import { formatNumber, formatTick } from "../../lib/format.js";
import { LEAST_STEPS, chartTicks, stepTicks } from "../../lib/series.js";
import { paint, short } from "../../lib/svg-context.js";
import { texts } from "../../texts.js";
import { readLosses, readMetric, smoothLoss, smoothMetric } from "../charts.js";
import { needsModes } from "../metrics.js";
import { words } from "./sheet.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../lib/palette.js").Palette} Palette */
/** @typedef {import("../line-chart.js").CurveData} CurveData */
/** @typedef {import("./sheet.js").ColourOf} ColourOf */

/**
 * @typedef {object} Chart
 * @property {string} title
 * @property {string} note its newest values, to the right of the title
 * @property {CurveData} data
 * @property {string[]} colours one for each curve
 * @property {(values: ArrayLike<number>) => Float64Array} smooth
 * @property {number|null} floor
 */

/** @typedef {{x: (step: number) => number, y: (value: number) => number, ticks: [number, number, number], end: number}} Axes */

const WIDTH = 480;
const HEIGHT = 160;
const HEAD = 24;
const APART = 24;
const LEFT = 40;
const FOOT = 20;
const MOST_X_TICKS = 8;
const ROOM = { width: WIDTH - LEFT - 8, height: HEIGHT - HEAD - FOOT };

/**
 * @param {Store} store
 * @param {Palette} palette
 * @param {ColourOf} colourOf
 * @returns {Pick<import("./sheet.js").Sheet, "width"|"height"|"body">|null} null while there is nothing to draw
 */
export function chartsSvg(store, palette, colourOf) {
  const charts = chartsOf(store, palette);
  if (charts.length === 0) return null;
  const body = charts
    .map((chart, i) => `<g transform="translate(0 ${i * (HEIGHT + APART)})">${chartSvg(chart, palette, colourOf)}</g>`)
    .join("");
  return { width: WIDTH, height: charts.length * (HEIGHT + APART) - APART, body };
}

/** Those with at least one value. @param {Store} store @param {Palette} palette @returns {Chart[]} */
function chartsOf(store, palette) {
  const { metrics, dLoss, gLoss } = store.readout.peek();
  const { players, losses } = texts.picture;
  const printed = (/** @type {number|null|undefined} */ value) => (typeof value === "number" ? formatNumber(value) : "–");
  /** @type {Chart} */
  const both = {
    title: losses,
    note: `${players.d} ${printed(dLoss)}   ${players.g} ${printed(gLoss)}`,
    data: readLosses(store),
    colours: [palette.d, palette.g],
    smooth: smoothLoss,
    floor: null,
  };
  const entries = (store.catalog.peek()?.registries.metrics ?? []).filter((entry) => !needsModes(entry));
  const others = entries.map(({ id, label, unit = "", samples }) => ({
    title: label,
    note: `${printed(metrics[id])} ${texts.picture.measure(unit, samples)}`,
    data: readMetric(store, id),
    colours: [palette.text],
    smooth: smoothMetric,
    floor: store.session.peek()?.floors[id] ?? null,
  }));
  return [both, ...others].filter(({ data }) => data.steps.length > 0);
}

/** @param {Chart} chart @param {Palette} palette @param {ColourOf} colourOf */
function chartSvg({ title, note, data, colours, smooth, floor }, palette, colourOf) {
  const { steps, values } = data;
  const means = values.map(smooth);
  const lasts = means.map((mean) => mean[mean.length - 1]);
  const axes = axesOf(steps, chartTicks(values, floor === null ? lasts : [...lasts, floor]));
  const curves = values.map((raw, i) => {
    const last = `<circle cx="${short(axes.x(steps[steps.length - 1]))}" cy="${short(axes.y(lasts[i]))}" r="2.5" ${paint("fill", colours[i], 1)}/>`;
    return curveSvg(axes, steps, raw, colours[i], 1, 0.25) + curveSvg(axes, steps, means[i], colours[i], 1.75, 1) + last;
  });
  return (
    words(title, 0, 13, { colour: colourOf("--text"), size: 13, weight: 600 }) +
    words(note, WIDTH, 13, { colour: colourOf("--text-2"), size: 12, anchor: "end" }) +
    axesSvg(axes, palette) +
    curves.join("") +
    (floor === null ? "" : floorSvg(axes, floor, palette))
  );
}

/** @param {ArrayLike<number>} steps @param {[number, number, number]} ticks @returns {Axes} */
function axesOf(steps, ticks) {
  const end = Math.max(steps[steps.length - 1], LEAST_STEPS);
  const span = ticks[2] - ticks[0];
  return {
    ticks,
    end,
    x: (step) => LEFT + (step / end) * ROOM.width,
    // what lies outside leaves at the edge, as on the page
    y: (value) => HEAD + Math.min(1, Math.max(0, (ticks[2] - value) / span)) * ROOM.height,
  };
}

/** @param {Axes} axes @param {Palette} palette */
function axesSvg({ x, y, ticks, end }, { line, text2 }) {
  const rows = ticks.map((tick) => {
    const at = short(y(tick));
    const rule = `<path d="M${LEFT} ${at}H${WIDTH - 8}" fill="none" ${paint("stroke", line, 1)}/>`;
    return rule + words(formatTick(tick), LEFT - 6, y(tick) + 4, { colour: text2, anchor: "end" });
  });
  const columns = stepTicks(end, MOST_X_TICKS).map((tick) =>
    words(formatTick(tick), x(tick), HEAD + ROOM.height + 15, { colour: text2, anchor: "middle" }),
  );
  return rows.join("") + columns.join("");
}

/**
 * @param {Axes} axes
 * @param {ArrayLike<number>} steps
 * @param {ArrayLike<number>} values those that are not finite are passed over
 * @param {string} colour
 * @param {number} width
 * @param {number} alpha
 */
function curveSvg({ x, y }, steps, values, colour, width, alpha) {
  let path = "";
  for (let i = 0; i < steps.length; i += 1) {
    if (Number.isFinite(values[i])) path += `${path ? "L" : "M"}${short(x(steps[i]))} ${short(y(values[i]))}`;
  }
  return path && `<path d="${path}" fill="none" ${paint("stroke", colour, alpha)} stroke-width="${width}" stroke-linejoin="round"/>`;
}

/** @param {Axes} axes @param {number} floor @param {Palette} palette */
function floorSvg({ y }, floor, { text2 }) {
  const at = y(floor);
  const rule = `<path d="M${LEFT} ${short(at)}H${WIDTH - 8}" fill="none" ${paint("stroke", text2, 1)} stroke-dasharray="4 3"/>`;
  return rule + words(`${texts.picture.floor} ${formatNumber(floor)}`, LEFT + 4, at - 5, { colour: text2 });
}
