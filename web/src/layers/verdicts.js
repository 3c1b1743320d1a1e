// Samples in the colour of the discriminator's verdict: surer verdicts are stronger.
import { mixColours } from "../lib/palette.js";
import { drawEachDot, prepareDots } from "./dots.js";

/** @typedef {import("./dots.js").Dots} Dots */
/** @typedef {import("./index.js").Painter} Painter */
/** @typedef {import("./index.js").Look} Look */

/** How much of the meaning's colour a verdict has, from undecided to sure; the rest is background. */
const STRENGTHS = [0.55, 0.8, 1];

/**
 * The colours of verdicts from "surely fake" to "surely real", at equal steps.
 * @param {Look} look
 * @returns {string[]}
 */
export function verdictColours({ palette }) {
  const shades = (/** @type {string} */ colour) =>
    STRENGTHS.map((part) => mixColours(palette.plotBg, colour, part));
  return [...shades(palette.fake).reverse(), ...shades(palette.real)];
}

/**
 * The level of a verdict among `count` levels.
 * @param {number} verdict 0..1
 * @param {number} count
 */
export function verdictLevel(verdict, count) {
  return Math.min(count - 1, Math.max(0, Math.floor(verdict * count) || 0));
}

/**
 * @param {"real"|"fake"} kind
 * @param {"dReal"|"dFake"} verdictsOf the array with the verdicts
 * @returns {Painter}
 */
function verdictPainter(kind, verdictsOf) {
  return {
    prepare: (look, scale) =>
      verdictColours(look).map((colour) =>
        prepareDots(look, scale, colour, kind === "fake" && look.palette.colourBlind ? "diamond" : "disc"),
      ),
    draw(ctx, frame, scale, /** @type {Dots[]} */ levels) {
      const points = frame.arrays[kind];
      const verdicts = frame.arrays[verdictsOf];
      if (!points || !verdicts) return;
      drawEachDot(ctx, points, scale, (index) => levels[verdictLevel(verdicts[index], levels.length)]);
    },
  };
}

/** Real samples as D judges them. */
export const realVerdicts = verdictPainter("real", "dReal");

/** Fake samples as D judges them. */
export const fakeVerdicts = verdictPainter("fake", "dFake");
