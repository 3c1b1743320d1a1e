// One chart of curves over steps (uPlot): raw trace, running mean, last value, dashed floor.
import UPlot from "../../vendor/uplot.js";
import { formatNumber, formatTick } from "../lib/format.js";
import { placeLabel, valueAt } from "../lib/label-place.js";
import { LEAST_STEPS, chartTicks, stepTicks } from "../lib/series.js";

/** @typedef {import("../lib/palette.js").Palette} Palette */
/** @typedef {{steps: ArrayLike<number>, values: ArrayLike<number>[]}} CurveData curves on common steps */

/**
 * @typedef {object} ChartStyle fixed for the life of a chart
 * @property {Palette} palette
 * @property {string[]} colours one for each curve
 * @property {string} floorLabel
 * @property {(values: ArrayLike<number>) => Float64Array} smooth the mean that is drawn thick
 */

/** @typedef {[number, number, number]} Ticks */

const RAW = { width: 1, alpha: 0.25 };
const MEAN = { width: 1.75 };
const DOT_RADIUS = 2.5;
const FONT_SIZE = 11;
const FONT = '500 11px "Inter", system-ui, sans-serif';
/** At least: charts below one another begin at the same place. */
const Y_AXIS_WIDTH = 38;
const DIGIT_WIDTH = 6.5;
const X_AXIS_HEIGHT = 20;
const X_TICKS_APART = 48;
const FLOOR_DASH = [4, 3];

/** A chart in a host element, whose size it has. */
export class LineChart {
  /**
   * @param {HTMLElement} host
   * @param {ChartStyle} style
   */
  constructor(host, style) {
    this.host = host;
    this.style = style;
    this.floor = /** @type {number|null} */ (null);
    this.lastStep = 0;
    /** @type {Ticks} */
    this.ticks = chartTicks([], []);
    /** The last mean of each curve, which carries the dot. @type {number[]} */
    this.ends = [];
    this.plot = new UPlot(this.options(), this.aligned({ steps: [], values: [] }), host);
  }

  destroy() {
    this.plot.destroy();
  }

  /** @param {number} width @param {number} height in CSS pixels */
  resize(width, height) {
    if (width !== this.plot.width || height !== this.plot.height) this.plot.setSize({ width, height });
  }

  /**
   * @param {CurveData} data
   * @param {number|null} floor what a perfect generator scores
   */
  update(data, floor) {
    const { steps, values } = data;
    this.floor = steps.length > 0 ? floor : null; // there is nothing to compare it with
    this.lastStep = steps.length > 0 ? steps[steps.length - 1] : 0;
    const aligned = this.aligned(data);
    this.ends = values.map((_, curve) => Number(aligned[2 * curve + 2].at(-1)));
    this.ticks = chartTicks(values, floor === null ? this.ends : [...this.ends, floor]);
    this.plot.setData(aligned);
  }

  /**
   * Steps, then a raw trace and a mean for each curve.
   * @param {CurveData} data
   * @returns {import("../../vendor/uplot.js").default.AlignedData}
   */
  aligned({ steps, values }) {
    const curves = this.style.colours.flatMap((_, curve) => {
      const raw = values[curve] ?? [];
      return [raw, this.style.smooth(raw)];
    });
    return /** @type {any} */ ([steps, ...curves]);
  }

  /** @returns {import("../../vendor/uplot.js").default.Options} */
  options() {
    return {
      width: Math.max(1, this.host.clientWidth),
      height: Math.max(1, this.host.clientHeight),
      padding: [6, 6, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, range: () => [0, this.end] },
        y: { range: () => [this.ticks[0], this.ticks[2]] },
      },
      axes: this.axes(),
      series: [{}, ...this.style.colours.flatMap(seriesOf)],
      hooks: { draw: [(plot) => this.drawMarks(plot)] },
    };
  }

  /** The step at the right edge. */
  get end() {
    return Math.max(this.lastStep, LEAST_STEPS);
  }

  /** @returns {import("../../vendor/uplot.js").default.Axis[]} */
  axes() {
    const { text2, line } = this.style.palette;
    const common = { stroke: text2, font: FONT, ticks: { show: false } };
    /** @param {import("../../vendor/uplot.js").default} _ @param {number[]} splits */
    const values = (_, splits) => splits.map(formatTick);
    return [
      {
        ...common,
        values,
        splits: (plot) => stepTicks(this.end, Math.max(1, (plot.width - Y_AXIS_WIDTH) / X_TICKS_APART)),
        grid: { show: false },
        size: X_AXIS_HEIGHT,
        gap: 4,
      },
      {
        ...common,
        values,
        splits: () => this.ticks,
        grid: { stroke: line, width: 1 },
        size: (_, labels) => axisWidth(labels),
        gap: 6,
      },
    ];
  }

  /**
   * Floor and last values, above the curves.
   * @param {import("../../vendor/uplot.js").default} plot
   */
  drawMarks(plot) {
    const { ctx } = plot;
    ctx.save();
    if (this.floor !== null) this.drawFloor(plot, this.floor);
    this.ends.forEach((end, curve) => {
      if (!Number.isFinite(end)) return;
      ctx.beginPath();
      const x = plot.valToPos(this.lastStep, "x", true);
      const y = plot.valToPos(Math.min(end, this.ticks[2]), "y", true);
      ctx.arc(x, y, DOT_RADIUS * devicePixelRatio, 0, 2 * Math.PI);
      ctx.fillStyle = this.style.colours[curve];
      ctx.fill();
    });
    ctx.restore();
  }

  /**
   * A dashed line at the floor, and its value in words.
   * @param {import("../../vendor/uplot.js").default} plot
   * @param {number} floor
   */
  drawFloor(plot, floor) {
    const { ctx, bbox } = plot;
    const ratio = devicePixelRatio;
    const y = Math.round(plot.valToPos(floor, "y", true)) + 0.5;
    ctx.strokeStyle = this.style.palette.text2;
    ctx.lineWidth = ratio;
    ctx.setLineDash(FLOOR_DASH.map((length) => length * ratio));
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    ctx.setLineDash([]);
    this.drawFloorLabel(plot, floor, y);
  }

  /**
   * Words at the end of the line, and on the side of it, where they hide least; legible all the same.
   * @param {import("../../vendor/uplot.js").default} plot
   * @param {number} floor
   * @param {number} line its height, in device pixels
   */
  drawFloorLabel(plot, floor, line) {
    const { ctx, bbox, data } = plot;
    const { palette, floorLabel, colours } = this.style;
    const ratio = devicePixelRatio;
    const text = `${floorLabel} ${formatNumber(floor)}`;
    ctx.font = FONT.replace("11px", `${FONT_SIZE * ratio}px`);
    const size = { width: ctx.measureText(text).width, height: FONT_SIZE * ratio, gap: 4 * ratio };
    const curves = colours.map((_, curve) => (/** @type {number} */ x) => {
      const values = /** @type {number[]} */ (data[2 * curve + 2]);
      return plot.valToPos(valueAt(data[0], values, plot.posToVal(x, "x", true)), "y", true);
    });
    const { x, y } = placeLabel(bbox, line, size, curves);
    ctx.textAlign = "left";
    ctx.textBaseline = "alphabetic";
    ctx.lineJoin = "round";
    ctx.lineWidth = 4 * ratio;
    ctx.strokeStyle = palette.surface;
    ctx.strokeText(text, x, y);
    ctx.fillStyle = palette.text2;
    ctx.fillText(text, x, y);
  }
}

/** Room for the longest tick of the y axis. @param {string[]|null} labels */
function axisWidth(labels) {
  const longest = Math.max(0, ...(labels ?? []).map((label) => label.length));
  return Math.max(Y_AXIS_WIDTH, 6 + Math.ceil(longest * DIGIT_WIDTH));
}

/** The raw trace and the mean of one curve. @param {string} stroke */
function seriesOf(stroke) {
  const common = { stroke, points: { show: false }, spanGaps: true };
  return [
    { ...common, ...RAW },
    { ...common, ...MEAN },
  ];
}
