// Layer: samples of the data.
import { sameNumbers } from "../lib/same-numbers.js";
import { ClassDots } from "./class-dots.js";

/** @typedef {import("../protocol.js").Frame} Frame */
/** @typedef {import("./index.js").Look} Look */
/** @typedef {import("../lib/scale.js").PlaneScale} PlaneScale */

/**
 * @typedef {object} Brush
 * @property {ClassDots} dots
 * @property {Look["createCanvas"]} createCanvas
 * @property {Float32Array|null} points as they were last drawn
 * @property {boolean} labelled whether they were drawn in the colours of classes
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
  swatch: (_, labelled) =>
    labelled
      ? [
          { d: "M4.5 3a3 3 0 1 1 0 6a3 3 0 1 1 0-6z", fill: "--class-1" },
          { d: "M9.5 5a3 3 0 1 1 0 6a3 3 0 1 1 0-6z", fill: "--class-2" },
        ]
      : [{ d: "M7 3a4 4 0 1 1 0 8a4 4 0 1 1 0-8z", fill: "--real" }],
  prepare: (look, scale) => ({
    dots: new ClassDots(look, scale, { colour: look.palette.real, plain: "disc", labelled: "disc" }),
    createCanvas: look.createCanvas,
    points: null,
    labelled: false,
    sheet: null,
  }),
  draw(ctx, frame, scale, /** @type {Brush} */ brush) {
    const points = frame.arrays.real;
    if (!points) return;
    // a miniature is drawn anew only when they change
    const labelled = frame.arrays.realLabels !== undefined;
    if (scale.isMiniature || labelled !== brush.labelled || !sameNumbers(points, brush.points)) {
      Object.assign(brush, { points, labelled, sheet: null });
      brush.dots.draw(ctx, points, frame.arrays.realLabels, frame.classes ?? 0, scale);
      return;
    }
    // from frame to frame they are the same: one picture is copied faster than hundreds of dots
    brush.sheet ??= paintSheet(points, frame, scale, brush);
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(brush.sheet, 0, 0);
    ctx.setTransform(scale.ratio, 0, 0, scale.ratio, 0, 0);
  },
};

/** @param {Float32Array} points @param {Frame} frame @param {PlaneScale} scale @param {Brush} brush */
function paintSheet(points, { arrays, classes = 0 }, scale, { dots, createCanvas }) {
  const size = Math.round(scale.side * scale.ratio);
  const canvas = createCanvas(size, size);
  const ctx = canvas.getContext("2d");
  if (!ctx) throw new Error("expected a 2D context for the real samples, got none");
  dots.draw(/** @type {any} */ (ctx), points, arrays.realLabels, classes, scale);
  return canvas.transferToImageBitmap();
}
