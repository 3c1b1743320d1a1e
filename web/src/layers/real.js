// Layer: samples of the data.
import { drawDots, prepareDots } from "./dots.js";

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
  prepare: (look, scale) => prepareDots(look, scale, look.palette.real, "disc"),
  draw(ctx, frame, scale, dots) {
    if (frame.arrays.real) drawDots(ctx, frame.arrays.real, scale, dots);
  },
};
