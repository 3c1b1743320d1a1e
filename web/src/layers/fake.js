// Layer: samples of the generator, from the same noise at every step.
import { ClassDots } from "./class-dots.js";

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
  swatch: (colourBlind, labelled) => {
    if (labelled) return [{ d: "M4.5 2.5l4 4-4 4-4-4z", fill: "--class-1" }, { d: "M9.5 4.5l4 4-4 4-4-4z", fill: "--class-2" }];
    return [{ d: colourBlind ? DIAMOND : DISC, fill: "--fake" }];
  },
  prepare: (look, scale) =>
    new ClassDots(look, scale, {
      colour: look.palette.fake,
      plain: look.palette.colourBlind ? "diamond" : "disc",
      labelled: "diamond",
    }),
  draw(ctx, { arrays, classes = 0 }, scale, /** @type {ClassDots} */ dots) {
    if (arrays.fake) dots.draw(ctx, arrays.fake, arrays.fakeLabels, classes, scale);
  },
};
