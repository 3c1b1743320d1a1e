// Layer: samples of the data.
import { sameNumbers } from "../lib/same-numbers.js";
import { drawDots, prepareDots } from "./dots.js";

/** @typedef {import("./dots.js").Dots} Dots */
/** @typedef {import("./index.js").Look} Look */
/** @typedef {import("../lib/scale.js").PlaneScale} PlaneScale */

/**
 * @typedef {object} Brush
 * @property {Dots} dots
 * @property {Look["createCanvas"]} createCanvas
 * @property {Float32Array|null} points as they were last drawn
 * @property {CanvasImageSource|null} sheet all of them in one picture, once they have stayed
 */

/** @type {import("./index.js").Layer} */
export const real = {
  id: "real",
  label: "real",
  help: "samples of the data, which the generator should imitate.",
  colour: "--real",
  shown: true,
  depth: 2,
  arrays: ["real", "d_real"],
  swatch: () => [{ d: "M7 3a4 4 0 1 1 0 8a4 4 0 1 1 0-8z", fill: "--real" }],
  prepare: (look, scale) => ({
    dots: prepareDots(look, scale, look.palette.real, "disc"),
    createCanvas: look.createCanvas,
    points: null,
    sheet: null,
  }),
  draw(ctx, frame, scale, /** @type {Brush} */ brush) {
    const points = frame.arrays.real;
    if (!points) return;
    // a miniature is drawn anew only when they change
    if (scale.isMiniature || !sameNumbers(points, brush.points)) {
      brush.points = points;
      brush.sheet = null;
      drawDots(ctx, points, scale, brush.dots);
      return;
    }
    // from frame to frame they are the same: one picture is copied faster than hundreds of dots
    brush.sheet ??= paintSheet(points, scale, brush);
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(brush.sheet, 0, 0);
    ctx.setTransform(scale.ratio, 0, 0, scale.ratio, 0, 0);
  },
};

/** @param {Float32Array} points @param {PlaneScale} scale @param {Brush} brush */
function paintSheet(points, scale, { dots, createCanvas }) {
  const size = Math.round(scale.side * scale.ratio);
  const canvas = createCanvas(size, size);
  const ctx = canvas.getContext("2d");
  if (!ctx) throw new Error("expected a 2D context for the real samples, got none");
  drawDots(/** @type {any} */ (ctx), points, scale, dots);
  return canvas.transferToImageBitmap();
}
