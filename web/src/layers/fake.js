// Layer: samples of the generator, from the same noise at every step.
import { drawDots, prepareDots } from "./dots.js";

const DISC = "M7 3a4 4 0 1 1 0 8a4 4 0 1 1 0-8z";
const DIAMOND = "M7 2l5 5-5 5-5-5z";

/** @type {import("./index.js").Layer} */
export const fake = {
  id: "fake",
  label: "fake",
  help: "what the generator makes of the same noise, step after step.",
  colour: "--fake",
  shown: true,
  depth: 4,
  arrays: ["fake", "d_fake"],
  swatch: (colourBlind) => [{ d: colourBlind ? DIAMOND : DISC, fill: "--fake" }],
  prepare: (look, scale) =>
    prepareDots(look, scale, look.palette.fake, look.palette.colourBlind ? "diamond" : "disc"),
  draw(ctx, frame, scale, dots) {
    if (frame.arrays.fake) drawDots(ctx, frame.arrays.fake, scale, dots);
  },
};
