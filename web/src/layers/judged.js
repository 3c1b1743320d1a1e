// Samples in the colour of their verdict, for slow motion: discs are real, diamonds fake, whatever the palette.
import { mixColours, verdictPosition } from "../lib/palette.js";

/** @typedef {import("./index.js").Look} Look */
/** @typedef {import("../lib/scale.js").PlaneScale} PlaneScale */
/** @typedef {import("./index.js").Painter} Painter */

/** How much of the meaning's colour a verdict has, from undecided to sure: on the heatmap, paler dots would be lost. */
const STRENGTHS = [0.68, 0.84, 1];
const HALO_WIDTH = 1.25;
const DIAMOND_REACH = 1.3;
/** A sample that hardly counts for a gradient is drawn this large, one that counts most as large. */
const LEAST_SIZE = 0.35;
const MOST_SIZE = 1.7;

/**
 * @typedef {object} Brush
 * @property {string[]} shades from surely fake to surely real
 * @property {string} halo
 */

/** @param {Look} look @returns {Brush} */
function prepare({ palette }) {
  const shadesOf = (/** @type {string} */ colour) =>
    STRENGTHS.map((strength) => mixColours(palette.plotBg, colour, strength));
  return { shades: [...shadesOf(palette.fake).reverse(), ...shadesOf(palette.real)], halo: palette.halo };
}

/** @param {number} verdict 0..1 @returns {number} its place among the shades */
export function shadeOf(verdict) {
  const shades = 2 * STRENGTHS.length;
  return Math.min(shades - 1, Math.floor(verdictPosition(verdict) * shades));
}

/**
 * How large each sample is drawn by how much it counts for D's gradient.
 * @param {number} slope of its term of the loss
 * @param {number} most the largest of the batch, as a size
 */
export function sizeOf(slope, most) {
  return most > 0 ? LEAST_SIZE + ((MOST_SIZE - LEAST_SIZE) * Math.abs(slope)) / most : LEAST_SIZE;
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} radius */
function traceDisc(ctx, x, y, radius) {
  ctx.moveTo(x + radius, y);
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} radius */
function traceDiamond(ctx, x, y, radius) {
  const reach = radius * DIAMOND_REACH;
  ctx.moveTo(x, y - reach);
  ctx.lineTo(x + reach, y);
  ctx.lineTo(x, y + reach);
  ctx.lineTo(x - reach, y);
  ctx.closePath();
}

/** The largest slope of both kinds, which share one scale. @param {import("../protocol.js").Phase|null} phase */
function largestSlope(phase) {
  let most = 0;
  for (const slope of phase?.slopeReal ?? []) most = Math.max(most, Math.abs(slope));
  for (const slope of phase?.slopeFake ?? []) most = Math.max(most, Math.abs(slope));
  return most;
}

/**
 * @param {"real"|"fake"} kind
 * @param {(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number) => void} trace
 * @returns {Painter}
 */
function judged(kind, trace) {
  const verdictsName = kind === "real" ? "dReal" : "dFake";
  const slopesName = kind === "real" ? "slopeReal" : "slopeFake";
  return {
    prepare,
    draw(ctx, { arrays, phase }, scale, /** @type {Brush} */ { shades, halo }) {
      const points = arrays[kind];
      const verdicts = arrays[verdictsName];
      if (!points || !verdicts) return;
      const slopes = phase?.[slopesName];
      const most = slopes ? largestSlope(phase) : 0;
      for (let i = 0; i < verdicts.length; i += 1) {
        const x = Math.min(scale.side, Math.max(0, scale.x(points[2 * i])));
        const y = Math.min(scale.side, Math.max(0, scale.y(points[2 * i + 1])));
        if (x - x !== 0 || y - y !== 0) continue; // a sample that is not a number has no place
        const radius = scale.dotRadius * (slopes ? sizeOf(slopes[i], most) : 1);
        ctx.fillStyle = halo;
        ctx.beginPath();
        trace(ctx, x, y, radius + HALO_WIDTH);
        ctx.fill();
        ctx.fillStyle = shades[shadeOf(verdicts[i])];
        ctx.beginPath();
        trace(ctx, x, y, radius);
        ctx.fill();
      }
    },
  };
}

/** By the id of the layer that each stands in for. @type {Record<string, Painter>} */
export const JUDGED = Object.freeze({ real: judged("real", traceDisc), fake: judged("fake", traceDiamond) });
