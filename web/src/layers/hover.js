// The ring around the sample under the pointer or the keyboard's focus, and that sample's arrow.
import { arrowLength, arrowScale, traceArrow } from "./arrows.js";

/** @typedef {import("../lib/scale.js").PlaneScale} PlaneScale */
/** @typedef {import("../lib/samples.js").Sample} Sample */
/** @typedef {import("../lib/palette.js").Palette} Palette */
/** @typedef {import("../protocol.js").Frame} Frame */

const RING_RADIUS = 7;
const MINIATURE_RING_RADIUS = 4.5;
const RING_WIDTH = 1.5;
const SHAFT_WIDTH = 1.75;

/**
 * @typedef {object} HoverShape a sample on the screen, in CSS pixels; one object, filled anew
 * @property {number} x
 * @property {number} y
 * @property {"real"|"fake"} kind
 * @property {number} length of its arrow, 0 when there is none to be seen
 * @property {number} ux direction of the arrow
 * @property {number} uy
 */

/** @returns {HoverShape} */
export function createHoverShape() {
  return { kind: "real", x: 0, y: 0, length: 0, ux: 0, uy: 0 };
}

/**
 * Finds the hovered sample on the screen.
 * @param {Frame} frame
 * @param {Float32Array} points (2n) places of the samples of its kind
 * @param {PlaneScale} scale
 * @param {Sample} sample
 * @param {Float32Array} norms scratch, as long as there are gradients
 * @param {HoverShape} shape filled in
 * @returns {boolean} whether there is such a sample
 */
export function measureHover(frame, points, scale, sample, norms, shape) {
  if (2 * sample.index >= points.length) return false;
  const at = 2 * sample.index;
  shape.x = Math.min(scale.side, Math.max(0, scale.x(points[at])));
  shape.y = Math.min(scale.side, Math.max(0, scale.y(points[at + 1])));
  shape.length = 0;
  const vectors = sample.kind === "fake" ? frame.arrays.gradients : undefined;
  shape.kind = sample.kind;
  if (vectors && !scale.isMiniature) {
    const norm = Math.hypot(vectors[at], vectors[at + 1]);
    const perUnit = arrowScale(vectors, norms, scale.side);
    shape.length = arrowLength(norm, perUnit, scale.side);
    shape.ux = vectors[at] / norm;
    shape.uy = -vectors[at + 1] / norm;
  }
  return true;
}

/**
 * Draws the ring, and the arrow where there is room for it.
 * @param {CanvasRenderingContext2D} ctx
 * @param {HoverShape} shape
 * @param {PlaneScale} scale
 * @param {Palette} palette
 */
export function drawHover(ctx, { x, y, length, ux, uy }, scale, palette) {
  if (length > 0) {
    ctx.fillStyle = palette.grad;
    ctx.beginPath();
    traceArrow(ctx, x, y, ux, uy, length, SHAFT_WIDTH);
    ctx.fill();
  }
  ctx.beginPath();
  ctx.arc(x, y, scale.isMiniature ? MINIATURE_RING_RADIUS : RING_RADIUS, 0, 2 * Math.PI);
  ctx.strokeStyle = palette.halo;
  ctx.lineWidth = RING_WIDTH + 2;
  ctx.stroke();
  ctx.strokeStyle = palette.text;
  ctx.lineWidth = RING_WIDTH;
  ctx.stroke();
}
