// A small picture of a distribution, from the points that the server previews it with.
import { html } from "../../vendor/htm-preact.js";
import { useEffect, useRef } from "../../vendor/preact-hooks.js";
import { usePalette } from "./palette-watch.js";

/** @typedef {import("../store.js").Store} Store */

const SIDE = 40;
const MARGIN = 3;
const DOT_RADIUS = 1;

/** @param {{store: Store, id: string}} props */
export function Thumbnail({ store, id }) {
  return html`<${PointsThumbnail} points=${store.previews.value[id]} />`;
}

/** The box is there before the points are, so that nothing moves. @param {{points: number[][]|undefined}} props in the unit square */
export function PointsThumbnail({ points }) {
  const canvas = useRef(/** @type {HTMLCanvasElement|null} */ (null));
  const palette = usePalette();
  useEffect(() => {
    const ctx = canvas.current?.getContext("2d");
    if (ctx && points) drawPreview(ctx, points, palette.real, devicePixelRatio);
  }, [points, palette]);
  return html`<canvas class="thumbnail-canvas" ref=${canvas} width=${SIDE} height=${SIDE} aria-hidden="true"></canvas>`;
}

/**
 * Draws points as small dots, sharp on any screen.
 * @param {CanvasRenderingContext2D} ctx of a canvas of its own
 * @param {number[][]} points in the unit square, y up
 * @param {string} colour
 * @param {number} ratio device pixels in a CSS pixel
 */
export function drawPreview(ctx, points, colour, ratio) {
  const pixels = Math.round(SIDE * ratio);
  ctx.canvas.width = pixels;
  ctx.canvas.height = pixels;
  ctx.setTransform(pixels / SIDE, 0, 0, pixels / SIDE, 0, 0);
  ctx.fillStyle = colour;
  const room = SIDE - 2 * MARGIN;
  for (const [x, y] of points) {
    ctx.beginPath();
    ctx.arc(MARGIN + x * room, MARGIN + (1 - y) * room, DOT_RADIUS, 0, 2 * Math.PI);
    ctx.fill();
  }
}
