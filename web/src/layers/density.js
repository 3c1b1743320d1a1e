// Layer: a density model of the data, as contours of its negative log-likelihood with their values.
import { contourOf, levelsOf } from "../lib/contours.js";
import { formatCount } from "../lib/format.js";

/** @typedef {import("../lib/contours.js").Contour} Contour */
/** @typedef {import("../lib/scale.js").PlaneScale} PlaneScale */
/** @typedef {import("../protocol.js").Grid} Grid */
/** @typedef {import("./index.js").Look} Look */

/**
 * @typedef {object} Brush
 * @property {string} colour
 * @property {string} halo
 * @property {Look["createCanvas"]} createCanvas
 * @property {Grid["data"]|null} numbers as they were last drawn
 * @property {CanvasImageSource|null} sheet all lines in one picture
 */

const WIDTH = 1.5;
const HALO_WIDTH = 3;
/** Opacity of the first line, around what is likeliest, and of the last. */
const ALPHAS = { first: 1, last: 0.35 };
const FONT_SIZE = 11;
/** Between two labels, and from a label to the edge, in CSS pixels. */
const APART = 52;
const MARGIN = 24;

/** @type {import("./index.js").Layer} */
export const density = {
  id: "density",
  label: "density",
  help: "how unlikely a fitted model finds each place: −log p, in nats.",
  colour: "--density",
  shown: false,
  depth: 0.5,
  arrays: [],
  swatch: () => [
    { d: "M1 7a6 5 0 1 0 12 0a6 5 0 1 0-12 0", stroke: "--density" },
    { d: "M4.5 7.5a2.5 2 0 1 0 5 0a2.5 2 0 1 0-5 0", stroke: "--density", width: 1.5 },
  ],
  prepare: (look) => ({
    colour: look.palette.density,
    halo: look.palette.halo,
    createCanvas: look.createCanvas,
    numbers: null,
    sheet: null,
  }),
  draw(ctx, frame, scale, /** @type {Brush} */ brush) {
    const grid = frame.arrays.density;
    if (!grid) return;
    // it is fitted once: one picture is copied faster than thousands of lines
    if (grid.data !== brush.numbers) brush.sheet = paintSheet(grid, scale, brush);
    brush.numbers = grid.data;
    if (!brush.sheet) return;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(brush.sheet, 0, 0);
    ctx.setTransform(scale.ratio, 0, 0, scale.ratio, 0, 0);
  },
};

/** @param {Grid} grid @param {PlaneScale} scale @param {Brush} brush */
function paintSheet(grid, scale, brush) {
  const size = Math.round(scale.side * scale.ratio);
  const canvas = brush.createCanvas(size, size);
  const ctx = canvas.getContext("2d");
  if (!ctx) throw new Error("expected a 2D context for the contours, got none");
  ctx.scale(scale.ratio, scale.ratio);
  const contours = levelsOf(grid.data).map((level) => ({ level, lines: contourOf(grid, level) }));
  ctx.lineJoin = "round";
  drawLines(ctx, contours, scale.side, brush);
  if (!scale.isMiniature) drawLabels(ctx, contours, scale.side, brush);
  return canvas.transferToImageBitmap();
}

/**
 * @param {OffscreenCanvasRenderingContext2D} ctx
 * @param {Contour[]} contours
 * @param {number} side
 * @param {Brush} brush
 */
function drawLines(ctx, contours, side, { colour, halo }) {
  contours.forEach(({ lines }, index) => {
    const part = index / Math.max(1, contours.length - 1);
    ctx.beginPath();
    for (const line of lines) {
      for (let i = 0; i < line.length; i += 2) {
        const x = line[i] * side;
        const y = (1 - line[i + 1]) * side;
        if (i === 0) ctx.moveTo(x, y);
        else ctx.lineTo(x, y);
      }
    }
    ctx.globalAlpha = 0.5;
    ctx.lineWidth = HALO_WIDTH;
    ctx.strokeStyle = halo;
    ctx.stroke();
    ctx.globalAlpha = ALPHAS.first + (ALPHAS.last - ALPHAS.first) * part;
    ctx.lineWidth = WIDTH;
    ctx.strokeStyle = colour;
    ctx.stroke();
  });
  ctx.globalAlpha = 1;
}

/**
 * One value for each level, where none stands yet; a level without room for one goes without.
 * @param {OffscreenCanvasRenderingContext2D} ctx
 * @param {Contour[]} contours
 * @param {number} side
 * @param {Brush} brush
 */
function drawLabels(ctx, contours, side, { colour, halo }) {
  ctx.font = `600 ${FONT_SIZE}px Inter, system-ui, sans-serif`;
  ctx.textAlign = "center";
  ctx.lineWidth = HALO_WIDTH;
  ctx.strokeStyle = halo;
  ctx.fillStyle = colour;
  for (const { level, x, y } of labelPlaces(contours, side)) {
    const text = formatCount(level);
    ctx.strokeText(text, x, y + FONT_SIZE / 3);
    ctx.fillText(text, x, y + FONT_SIZE / 3);
  }
}

/**
 * Where the values stand: on the longest line of each level, as far as there is room.
 * @param {Contour[]} contours
 * @param {number} side
 * @returns {{level: number, x: number, y: number}[]} in CSS pixels
 */
export function labelPlaces(contours, side) {
  /** @type {{level: number, x: number, y: number}[]} */
  const places = [];
  for (const { level, lines } of contours) {
    const byLength = [...lines].sort((one, other) => other.length - one.length);
    const found = byLength.slice(0, 4).map((line) => roomOn(line, side, places)).find((place) => place !== null);
    if (found) places.push({ level, ...found });
  }
  return places;
}

/**
 * @param {Float32Array} line
 * @param {number} side
 * @param {{x: number, y: number}[]} taken
 * @returns {{x: number, y: number}|null} the first place on the line that is far enough from all others
 */
function roomOn(line, side, taken) {
  for (let i = 0; i < line.length; i += 2) {
    const x = line[i] * side;
    const y = (1 - line[i + 1]) * side;
    const inside = Math.min(x, y, side - x, side - y) >= MARGIN;
    if (inside && taken.every((other) => Math.hypot(other.x - x, other.y - y) >= APART)) return { x, y };
  }
  return null;
}
