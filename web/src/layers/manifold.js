// Layer: where the generator sends a grid of noise. Opacity is density, as in GAN Lab (Kahng 2018).
import { classColour } from "../lib/palette.js";

/** @typedef {import("../lib/scale.js").PlaneScale} PlaneScale */
/** @typedef {import("../protocol.js").Grid} Grid */

/** @typedef {{colour: string, palette: import("../lib/palette.js").Palette, lineWidth: number, areas: Float32Array, sorted: Float32Array, x: Float32Array, y: Float32Array}} Brush */

const TYPICAL_ALPHA = 0.16; // of a cell of median area
const LEAST_ALPHA = 0.04;
const MOST_ALPHA = 0.55;
const LINE_INK = 0.32 * 0.75; // opacity × width in CSS pixels
const CURVE_ALPHA = 0.65;
const CURVE_WIDTH = 1.5;
const CURVE_DOTS = 44; // at even steps of the noise
const CURVE_DOT_RADIUS = 2;
const MINIATURE_CURVE_DOTS = 22;

/** @type {import("./index.js").Layer} */
export const manifold = {
  id: "manifold",
  label: "manifold",
  help: "where G sends a grid of noise. Denser cells are stronger.",
  colour: "--g",
  shown: false,
  depth: 1,
  arrays: ["manifold"],
  swatch: () => [
    {
      d: "M1.5 4.5Q7 1.5 12.5 3M1.5 8.5Q7 6 12.5 7.5M1.5 12.5Q7 10 12.5 12M2 3v10M7 2v9M12 3v9",
      stroke: "--g",
    },
  ],
  prepare: (look, scale) => ({
    colour: look.palette.g,
    palette: look.palette,
    // one device pixel at most: browsers draw such lines ten times as fast as wider ones
    lineWidth: Math.min(0.75, 1 / scale.ratio),
    areas: new Float32Array(0),
    sorted: new Float32Array(0),
    x: new Float32Array(0),
    y: new Float32Array(0),
  }),
  draw(ctx, frame, scale, /** @type {Brush} */ brush) {
    const grid = frame.arrays.manifold;
    if (!grid) return;
    ctx.fillStyle = brush.colour;
    ctx.strokeStyle = brush.colour;
    ctx.lineJoin = "round";
    const ofAll = grid.shape.length === 4; // one after another, each in its class's colour
    for (let label = 0; label < (ofAll ? grid.shape[0] : 1); label += 1) {
      const one = ofAll ? oneOf(grid, label) : grid;
      if (ofAll) {
        ctx.fillStyle = classColour(brush.palette, label, grid.shape[0]);
        ctx.strokeStyle = ctx.fillStyle;
      }
      place(one, scale, brush);
      if (one.shape.length === 2) drawCurve(ctx, brush, one.shape[0], scale);
      else drawSheet(ctx, brush, one.shape[0]);
    }
    ctx.globalAlpha = 1;
  },
};

/** The manifold of one class. @param {Grid} grid @param {number} label @returns {Grid} */
function oneOf({ data, shape: [, rows, columns] }, label) {
  const size = 2 * rows * columns;
  const shape = rows === 1 ? [columns, 2] : [rows, columns, 2];
  return { data: data.subarray(label * size, (label + 1) * size), shape };
}

/**
 * Puts the nodes in pixels into the brush, and grows the brush when the grid has grown.
 * @param {Grid} grid
 * @param {PlaneScale} scale
 * @param {Brush} brush
 */
function place(grid, scale, brush) {
  const nodes = grid.data.length / 2;
  if (brush.x.length !== nodes) {
    const cells = (grid.shape[0] - 1) ** 2;
    brush.x = new Float32Array(nodes);
    brush.y = new Float32Array(nodes);
    brush.areas = new Float32Array(cells);
    brush.sorted = new Float32Array(cells);
  }
  for (let i = 0; i < nodes; i += 1) {
    brush.x[i] = scale.x(grid.data[2 * i]);
    brush.y[i] = scale.y(grid.data[2 * i + 1]);
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {Brush} brush @param {number} side nodes a side */
function drawSheet(ctx, brush, side) {
  measureCells(brush, side);
  brush.sorted.set(brush.areas);
  brush.sorted.sort();
  const median = brush.sorted[brush.sorted.length >> 1];
  for (let row = 0; row < side - 1; row += 1) {
    for (let column = 0; column < side - 1; column += 1) {
      const node = row * side + column;
      ctx.globalAlpha = cellAlpha(brush.areas[row * (side - 1) + column], median);
      ctx.beginPath();
      ctx.moveTo(brush.x[node], brush.y[node]);
      ctx.lineTo(brush.x[node + 1], brush.y[node + 1]);
      ctx.lineTo(brush.x[node + side + 1], brush.y[node + side + 1]);
      ctx.lineTo(brush.x[node + side], brush.y[node + side]);
      ctx.fill();
    }
  }
  drawLines(ctx, brush, side);
}

/**
 * Opacity of a cell: every cell holds the same share of the noise, so density is 1 / area.
 * @param {number} area in square pixels
 * @param {number} median of all cells
 */
export function cellAlpha(area, median) {
  if (area <= 0) return MOST_ALPHA;
  const alpha = TYPICAL_ALPHA * Math.sqrt(median / area);
  return Math.min(MOST_ALPHA, Math.max(LEAST_ALPHA, alpha));
}

/** Area of each cell by the shoelace formula. @param {Brush} brush @param {number} side */
function measureCells({ x, y, areas }, side) {
  for (let row = 0; row < side - 1; row += 1) {
    for (let column = 0; column < side - 1; column += 1) {
      const a = row * side + column;
      const c = a + side + 1;
      const b = a + 1;
      const d = a + side;
      const twice = (x[c] - x[a]) * (y[d] - y[b]) - (x[d] - x[b]) * (y[c] - y[a]);
      areas[row * (side - 1) + column] = Math.abs(twice) / 2;
    }
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {Brush} brush @param {number} side */
function drawLines(ctx, { x, y, lineWidth }, side) {
  ctx.beginPath();
  for (let line = 0; line < side; line += 1) {
    ctx.moveTo(x[line * side], y[line * side]);
    for (let i = 1; i < side; i += 1) ctx.lineTo(x[line * side + i], y[line * side + i]);
    ctx.moveTo(x[line], y[line]);
    for (let i = 1; i < side; i += 1) ctx.lineTo(x[i * side + line], y[i * side + line]);
  }
  ctx.globalAlpha = Math.min(1, LINE_INK / lineWidth);
  ctx.lineWidth = lineWidth;
  ctx.stroke();
}

/**
 * The image of a line of noise: a curve, with dots whose spacing shows the density.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Brush} brush
 * @param {number} nodes
 * @param {PlaneScale} scale
 */
function drawCurve(ctx, { x, y }, nodes, { isMiniature }) {
  const radius = isMiniature ? CURVE_DOT_RADIUS / 2 : CURVE_DOT_RADIUS;
  ctx.beginPath();
  ctx.moveTo(x[0], y[0]);
  for (let i = 1; i < nodes; i += 1) ctx.lineTo(x[i], y[i]);
  ctx.globalAlpha = CURVE_ALPHA;
  ctx.lineWidth = isMiniature ? CURVE_WIDTH / 1.5 : CURVE_WIDTH;
  ctx.stroke();
  ctx.beginPath();
  const stride = Math.max(1, Math.floor((nodes - 1) / (isMiniature ? MINIATURE_CURVE_DOTS : CURVE_DOTS)));
  for (let i = 0; i < nodes; i += stride) {
    ctx.moveTo(x[i] + radius, y[i]);
    ctx.arc(x[i], y[i], radius, 0, 2 * Math.PI);
  }
  ctx.globalAlpha = 1;
  ctx.fill();
}
