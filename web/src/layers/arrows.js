// Arrows of gradients: their lengths, and the outline of one.
import { isMiniature } from "../lib/scale.js";

/** @typedef {import("../lib/scale.js").PlaneScale} PlaneScale */

const TYPICAL_LENGTH = 34 / 600; // of the 90th percentile, as a part of the picture's side
const MINIATURE_LENGTH = 120 / 600; // the same in a miniature, where 34 / 600 would be specks
const TYPICAL_PART = 0.9;
const MOST = 2.5; // times the typical length: one huge gradient must not cross the whole picture
const HEAD_LENGTH = 5;
const HEAD_HALF_WIDTH = 2.5;
const LEAST_LENGTH = 6; // shorter ones are specks beside the dot that covers their foot
const LEAST_MINIATURE_LENGTH = 2.5; // no dots there

/**
 * Pixels of arrow per unit of gradient, the same for all arrows of one frame.
 * @param {Float32Array} gradients (2n)
 * @param {Float32Array} norms (n) filled with the norms, sorted
 * @param {number} side of the picture in pixels
 * @returns {number} 0 when there is no gradient
 */
export function arrowScale(gradients, norms, side) {
  for (let i = 0; i < norms.length; i += 1) {
    norms[i] = Math.hypot(gradients[2 * i], gradients[2 * i + 1]);
  }
  norms.sort(); // puts NaN last
  const typical = norms[Math.floor(norms.length * TYPICAL_PART)];
  return typical > 0 && typical < Infinity ? typicalLength(side) / typical : 0;
}

/**
 * Length of an arrow in pixels; 0 for one too short to be seen.
 * @param {number} norm of the gradient
 * @param {number} perUnit from arrowScale
 * @param {number} side
 */
export function arrowLength(norm, perUnit, side) {
  const length = Math.min(norm * perUnit, MOST * typicalLength(side));
  return length >= (isMiniature(side) ? LEAST_MINIATURE_LENGTH : LEAST_LENGTH) ? length : 0;
}

/** @param {number} side of the picture */
function typicalLength(side) {
  return (isMiniature(side) ? MINIATURE_LENGTH : TYPICAL_LENGTH) * side;
}

/**
 * Adds the outline of an arrow to the path, to be filled: one shape, so that it is of even opacity.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x of its foot
 * @param {number} y
 * @param {number} ux direction, length 1
 * @param {number} uy
 * @param {number} length
 * @param {number} width of the shaft
 */
export function traceArrow(ctx, x, y, ux, uy, length, width) {
  const head = Math.min(HEAD_LENGTH, 0.45 * length);
  const neck = length - head;
  const half = width / 2;
  const wide = Math.max(half, (head / HEAD_LENGTH) * HEAD_HALF_WIDTH);
  const neckX = x + ux * neck;
  const neckY = y + uy * neck;
  ctx.moveTo(x - uy * half, y + ux * half);
  ctx.lineTo(neckX - uy * half, neckY + ux * half);
  ctx.lineTo(neckX - uy * wide, neckY + ux * wide);
  ctx.lineTo(x + ux * length, y + uy * length);
  ctx.lineTo(neckX + uy * wide, neckY - ux * wide);
  ctx.lineTo(neckX + uy * half, neckY - ux * half);
  ctx.lineTo(x + uy * half, y - ux * half);
}
