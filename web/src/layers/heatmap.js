// Layer: the discriminator's verdict over the plane, smooth or as the cells it was computed on.
import { verdictPixels } from "../lib/palette.js";

/** @typedef {import("./index.js").Look} Look */

/**
 * @typedef {object} Brush
 * @property {Uint32Array} colours of the verdicts 0..255
 * @property {boolean} smooth
 * @property {(size: number) => OffscreenCanvasRenderingContext2D} createContext
 * @property {OffscreenCanvasRenderingContext2D} page as many pixels as the plot has CSS pixels
 * @property {GridBuffers|null} buffers for the size of the grid
 */

/**
 * @typedef {object} GridBuffers
 * @property {OffscreenCanvasRenderingContext2D} cells one pixel for each cell
 * @property {ImageData} image of the cells
 * @property {Uint32Array} pixels of that image
 * @property {OffscreenCanvasRenderingContext2D} fine FINENESS pixels along each cell
 */

/** See drawSmooth. */
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
  prepare(look, scale) {
    const createContext = (/** @type {number} */ size) => contextOf(look, size);
    return {
      colours: verdictPixels(look.palette.ramp),
      smooth: look.heatmapMode === "smooth",
      createContext,
      page: createContext(Math.round(scale.side)),
      buffers: null,
    };
  },
  draw(ctx, frame, scale, /** @type {Brush} */ brush) {
    const grid = frame.arrays.dGrid;
    if (!grid) return;
    const size = grid.shape[0];
    const { cells, image, pixels, fine } = buffersOf(brush, size);
    const { colours } = brush;
    for (let row = 0; row < size; row += 1) {
      const from = (size - 1 - row) * size; // row 0 of the grid is y_min, of the picture the top
      for (let column = 0; column < size; column += 1) {
        pixels[row * size + column] = colours[grid.data[from + column]];
      }
    }
    cells.putImageData(image, 0, 0);
    if (!brush.smooth) stretch(ctx, cells.canvas, scale.side, "none");
    else if (scale.isMiniature) stretch(ctx, cells.canvas, scale.side, "low"); // hardly larger than the cells
    else drawSmooth(ctx, cells.canvas, fine, brush.page, scale);
  },
};

/**
 * Cubic to four times the cells, then linear to CSS pixels, then as they are to the device's: as
 * smooth to the eye as cubic all the way, at an eighth of its time where no GPU helps.
 * @param {CanvasRenderingContext2D} ctx
 * @param {OffscreenCanvas} cells
 * @param {OffscreenCanvasRenderingContext2D} fine
 * @param {OffscreenCanvasRenderingContext2D} page
 * @param {import("../lib/scale.js").PlaneScale} scale
 */
function drawSmooth(ctx, cells, fine, page, { side, ratio }) {
  stretch(fine, cells, fine.canvas.width, "high");
  // where a CSS pixel is a pixel of the device, the last way is none
  if (ratio <= 1) return stretch(ctx, fine.canvas, side, "low");
  stretch(page, fine.canvas, page.canvas.width, "low");
  stretch(ctx, page.canvas, side, "none");
}

/**
 * Fills a square with a picture.
 * @param {CanvasRenderingContext2D|OffscreenCanvasRenderingContext2D} ctx
 * @param {OffscreenCanvas} picture
 * @param {number} side of the square
 * @param {"high"|"low"|"none"} smoothing
 */
function stretch(ctx, picture, side, smoothing) {
  ctx.imageSmoothingEnabled = smoothing !== "none";
  if (smoothing !== "none") ctx.imageSmoothingQuality = smoothing;
  ctx.drawImage(picture, 0, 0, side, side);
}

/** The buffers for a grid of this size, made again only when the size changes. @param {Brush} brush @param {number} size */
function buffersOf(brush, size) {
  if (brush.buffers?.image.width !== size) {
    const cells = brush.createContext(size);
    const image = cells.createImageData(size, size);
    const pixels = new Uint32Array(image.data.buffer);
    brush.buffers = { cells, image, pixels, fine: brush.createContext(size * FINENESS) };
  }
  return brush.buffers;
}

/** @param {Look} look @param {number} size */
function contextOf(look, size) {
  const ctx = look.createCanvas(size, size).getContext("2d", { alpha: false });
  if (!ctx) throw new Error("expected a 2D context for the heatmap, got none");
  return ctx;
}
