// The noise vectors behind the fake samples, as dots.
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
