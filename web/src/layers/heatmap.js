// Layer: the discriminator's verdict over the plane, smooth or as the cells it was computed on.
import { verdictPixels } from "../lib/palette.js";

/** @typedef {import("./index.js").Look} Look */

/**
 * @typedef {object} Brush
 * @property {Uint32Array} colours of the verdicts 0..255
 * @property {boolean} smooth
 * @property {OffscreenCanvasRenderingContext2D} fine
 * @property {{ctx: OffscreenCanvasRenderingContext2D, image: ImageData, pixels: Uint32Array}|null} cells
 *   as many pixels as the grid has cells
 * @property {(size: number) => OffscreenCanvasRenderingContext2D} createContext
 */

/** Side of the picture between grid and screen, in grid cells. See drawSmooth. */
const FINENESS = 4;

/** @type {import("./index.js").Layer} */
export const heatmap = {
  id: "heatmap",
  label: "discriminator",
  help: "how real each place looks to the discriminator.",
  colour: "--d",
  shown: true,
  depth: 0,
  arrays: ["d_grid"],
  swatch: () => [
    { d: "M1 1h12v12H1z", fill: "--h4" },
    { d: "M1 1h6v12H1z", fill: "--h0" },
  ],
  prepare(look) {
    const createContext = (/** @type {number} */ size) => contextOf(look, size);
    return {
      colours: verdictPixels(look.palette.ramp),
      smooth: look.heatmapMode === "smooth",
      fine: createContext(1),
      cells: null,
      createContext,
    };
  },
  draw(ctx, frame, scale, /** @type {Brush} */ brush) {
    const grid = frame.arrays.dGrid;
    if (!grid) return;
    const size = grid.shape[0];
    const { ctx: cells, image, pixels } = cellsOf(brush, size);
    const { colours } = brush;
    for (let row = 0; row < size; row += 1) {
      const from = (size - 1 - row) * size; // row 0 of the grid is y_min, of the picture the top
      for (let column = 0; column < size; column += 1) {
        pixels[row * size + column] = colours[grid.data[from + column]];
      }
    }
    cells.putImageData(image, 0, 0);
    if (brush.smooth) drawSmooth(ctx, brush.fine, cells.canvas, scale.side);
    else drawCells(ctx, cells.canvas, scale.side);
  },
};

/**
 * Cubic to four times the cells, then linear to the screen: as smooth to the eye as cubic all the
 * way, at a small part of its time.
 * @param {CanvasRenderingContext2D} ctx
 * @param {OffscreenCanvasRenderingContext2D} fine
 * @param {OffscreenCanvas} cells
 * @param {number} side
 */
function drawSmooth(ctx, fine, cells, side) {
  fine.imageSmoothingEnabled = true;
  fine.imageSmoothingQuality = "high";
  fine.drawImage(cells, 0, 0, fine.canvas.width, fine.canvas.height);
  ctx.imageSmoothingEnabled = true;
  ctx.imageSmoothingQuality = "low";
  ctx.drawImage(fine.canvas, 0, 0, side, side);
}

/** @param {CanvasRenderingContext2D} ctx @param {OffscreenCanvas} cells @param {number} side */
function drawCells(ctx, cells, side) {
  ctx.imageSmoothingEnabled = false;
  ctx.drawImage(cells, 0, 0, side, side);
}

/** The buffers for a grid of this size, made again only when the size changes. @param {Brush} brush @param {number} size */
function cellsOf(brush, size) {
  if (!brush.cells || brush.cells.image.width !== size) {
    const ctx = brush.createContext(size);
    const image = ctx.createImageData(size, size);
    brush.cells = { ctx, image, pixels: new Uint32Array(image.data.buffer) };
    brush.fine = brush.createContext(size * FINENESS);
  }
  return brush.cells;
}

/** @param {Look} look @param {number} size */
function contextOf(look, size) {
  const ctx = look.createCanvas(size, size).getContext("2d");
  if (!ctx) throw new Error("expected a 2D context for the heatmap, got none");
  return ctx;
}
