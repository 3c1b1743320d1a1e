// The noise vectors behind the fake samples, and the codes that an encoder gives real ones, as dots.
import { placeNoise } from "../lib/noise.js";
import { drawDots, prepareDots } from "./dots.js";

/** @typedef {{dots: import("./dots.js").Dots, points: Float32Array}} Brush */

/** @type {import("./index.js").Painter} */
export const noiseDots = {
  prepare: (look, scale) => ({
    dots: prepareDots(look, scale, look.palette.text2, "disc"),
    points: new Float32Array(0),
  }),
  draw(ctx, frame, scale, /** @type {Brush} */ brush) {
    const { noise } = frame.arrays;
    if (!noise) return;
    if (brush.points.length !== 2 * noise.shape[0]) brush.points = new Float32Array(2 * noise.shape[0]);
    placeNoise(noise, brush.points);
    drawDots(ctx, brush.points, scale, brush.dots);
  },
};

/** Where the encoder puts the real samples, among the noise. @type {import("./index.js").Painter} */
export const codeDots = {
  prepare: (look, scale) => ({
    dots: prepareDots(look, scale, look.palette.real, "disc"),
    points: new Float32Array(0),
  }),
  draw(ctx, frame, scale, /** @type {Brush} */ brush) {
    const { codes } = frame.arrays;
    if (!codes) return;
    if (brush.points.length !== 2 * codes.shape[0]) brush.points = new Float32Array(2 * codes.shape[0]);
    placeNoise(codes, brush.points);
    drawDots(ctx, brush.points, scale, brush.dots);
  },
};
