// Points in the plane: each a dot on the haze of its spread, and the brush above them.
import { drawDots, prepareDots } from "../../layers/dots.js";
import { PLANE_EXTENT } from "../../lib/data/limits.js";
import { PlaneScale } from "../../lib/scale.js";

/** @typedef {import("../../lib/palette.js").Palette} Palette */
/** @typedef {import("../../lib/point-codec.js").Point} Point */
/** @typedef {{x: number, y: number, radius: number, erases: boolean}} Ring the brush, in plane units */

/** So many standard deviations of its spread does a point's haze reach. */
const HAZE = 1.5;
const HAZE_ALPHA = 0.08;

const FINE_RADIUS = 1.4;

/**
 * @typedef {object} Board what the picture shows
 * @property {readonly Point[]} points
 * @property {number} spread standard deviation, as a share of the figure's width
 * @property {Palette|null} palette
 * @property {Ring|null} ring
 */

/**
 * @typedef {object} World what the picture needs of the browser
 * @property {(width: number, height: number) => OffscreenCanvas} createCanvas
 * @property {(draw: () => void) => number} requestFrame
 * @property {(request: number) => void} cancelFrame
 */

/** @type {World} */
const browser = {
  createCanvas: (width, height) => new OffscreenCanvas(width, height),
  requestFrame: (draw) => requestAnimationFrame(draw),
  cancelFrame: (request) => cancelAnimationFrame(request),
};

/** Draws points on a square canvas, at most once per refresh of the screen. */
export class PointsPicture {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {boolean} fine small dots without a halo, for many points in little room
   * @param {World} [world]
   */
  constructor(canvas, fine, world = browser) {
    this.canvas = canvas;
    this.fine = fine;
    this.world = world;
    this.ctx = canvas.getContext("2d", { alpha: false });
    /** @type {Board} */
    this.board = { points: [], spread: 0, palette: null, ring: null };
    /** @type {PlaneScale|null} */
    this.scale = null;
    /** @type {import("../../layers/dots.js").Dots|null} */
    this.dots = null;
    this.flat = new Float32Array(0);
    this.width = 0;
    this.request = 0;
  }

  /** @param {Partial<Board>} changes */
  set(changes) {
    Object.assign(this.board, changes);
    if (changes.points) {
      this.flat = Float32Array.from(changes.points.flat());
      this.width = widthOf(changes.points);
    }
    if ("palette" in changes) this.dots = null;
    if (this.request === 0) this.request = this.world.requestFrame(() => this.draw());
  }

  /** @param {number} side of the square in CSS pixels @param {number} pixels of the same side on the device */
  resize(side, pixels) {
    if (side === this.scale?.side && pixels === this.canvas.width) return;
    this.canvas.width = pixels;
    this.canvas.height = pixels;
    this.scale = new PlaneScale(PLANE_EXTENT, side, pixels / side);
    this.dots = null;
    this.draw(); // a canvas that has changed its size is blank
  }

  dispose() {
    this.world.cancelFrame(this.request);
  }

  draw() {
    this.world.cancelFrame(this.request);
    this.request = 0;
    const { ctx, scale } = this;
    const { palette, ring } = this.board;
    if (!ctx || !scale || !palette) return;
    ctx.setTransform(scale.ratio, 0, 0, scale.ratio, 0, 0);
    ctx.fillStyle = palette.plotBg;
    ctx.fillRect(0, 0, scale.side, scale.side);
    ctx.fillStyle = palette.real;
    ctx.globalAlpha = HAZE_ALPHA; // where samples will lie around the points
    drawDiscs(ctx, this.flat, scale, HAZE * this.board.spread * this.width * scale.perX);
    ctx.globalAlpha = 1;
    if (this.fine) drawDiscs(ctx, this.flat, scale, FINE_RADIUS);
    else drawDots(ctx, this.flat, scale, this.dotsFor(scale, palette));
    if (ring) drawRing(ctx, scale, palette, ring);
  }

  /** @param {PlaneScale} scale @param {Palette} palette */
  dotsFor(scale, palette) {
    const { createCanvas } = this.world;
    this.dots ??= prepareDots({ palette, heatmapMode: "smooth", createCanvas }, scale, palette.real, "disc");
    return this.dots;
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {Float32Array} flat @param {PlaneScale} scale @param {number} radius in CSS pixels */
function drawDiscs(ctx, flat, scale, radius) {
  for (let i = 0; i < flat.length; i += 2) {
    ctx.beginPath();
    ctx.arc(scale.x(flat[i]), scale.y(flat[i + 1]), radius, 0, 2 * Math.PI);
    ctx.fill();
  }
}

/** The longer side of the points' bounding box, as the server measures it; 1 where they lie on one spot. @param {readonly Point[]} points */
function widthOf(points) {
  if (points.length === 0) return 1;
  const sides = [0, 1].map((axis) => {
    const values = points.map((point) => point[axis]);
    return Math.max(...values) - Math.min(...values);
  });
  return Math.max(...sides) || 1;
}

/** @param {CanvasRenderingContext2D} ctx @param {PlaneScale} scale @param {Palette} palette @param {Ring} ring */
function drawRing(ctx, scale, palette, { x, y, radius, erases }) {
  ctx.beginPath();
  ctx.arc(scale.x(x), scale.y(y), radius * scale.perX, 0, 2 * Math.PI);
  ctx.setLineDash(erases ? [4, 3] : []);
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = palette.halo;
  ctx.stroke();
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = palette.text;
  ctx.stroke();
  ctx.setLineDash([]);
}
