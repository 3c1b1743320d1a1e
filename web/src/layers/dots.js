// Dots of samples: drawn once as sprites, then copied; triangles at the edge for those outside.

/** @typedef {import("../lib/scale.js").PlaneScale} PlaneScale */
/** @typedef {import("./index.js").Look} Look */
/** @typedef {"disc"|"diamond"} Shape */

/**
 * @typedef {object} Dots
 * @property {CanvasImageSource[]} sprites one dot at PHASES × PHASES places within a device pixel
 * @property {number} centre device pixels from a sprite's corner to its dot at phase 0
 * @property {string} colour
 * @property {string} halo
 */

/** Places within a device pixel: copies stay on whole pixels, so dots are crisp and do not jitter. */
const PHASES = 4;
const ALPHA = 0.95;
const DIAMOND_REACH = 1.25;
const TRIANGLE_LENGTH = 7;
const TRIANGLE_HALF_WIDTH = 3.5;

/**
 * Draws the sprites of one kind of dot.
 * @param {Look} look
 * @param {PlaneScale} scale
 * @param {string} colour
 * @param {Shape} shape
 * @returns {Dots}
 */
export function prepareDots(look, scale, colour, shape) {
  const { ratio, dotRadius, haloWidth } = scale;
  const reach = (dotRadius + haloWidth) * (shape === "diamond" ? DIAMOND_REACH : 1);
  const centre = Math.ceil(reach * ratio);
  const size = 2 * centre + 2; // and one for the places within a pixel
  const halo = look.palette.halo;
  const sprites = [];
  for (let phase = 0; phase < PHASES * PHASES; phase += 1) {
    const canvas = look.createCanvas(size, size);
    const ctx = canvas.getContext("2d");
    if (!ctx) throw new Error("expected a 2D context for a sprite, got none");
    ctx.translate(
      centre + ((phase % PHASES) + 0.5) / PHASES,
      centre + (Math.floor(phase / PHASES) + 0.5) / PHASES,
    );
    ctx.scale(ratio, ratio);
    ctx.globalAlpha = ALPHA;
    if (haloWidth > 0) paintDot(ctx, shape, dotRadius + haloWidth, halo);
    paintDot(ctx, shape, dotRadius, colour);
    sprites.push(canvas.transferToImageBitmap());
  }
  return { sprites, centre, colour, halo };
}

/**
 * @param {OffscreenCanvasRenderingContext2D} ctx with its origin at the dot
 * @param {Shape} shape
 * @param {number} radius
 * @param {string} colour
 */
function paintDot(ctx, shape, radius, colour) {
  ctx.fillStyle = colour;
  ctx.beginPath();
  if (shape === "disc") {
    ctx.arc(0, 0, radius, 0, 2 * Math.PI);
  } else {
    const reach = radius * DIAMOND_REACH;
    ctx.moveTo(0, -reach);
    ctx.lineTo(reach, 0);
    ctx.lineTo(0, reach);
    ctx.lineTo(-reach, 0);
    ctx.closePath();
  }
  ctx.fill();
}

/**
 * Draws a dot at each sample in the plane, and a triangle at the edge for each sample outside;
 * a miniature has room for some of them, and none for triangles.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Float32Array} points (2n) in plane units
 * @param {PlaneScale} scale
 * @param {Dots} dots
 */
export function drawDots(ctx, points, scale, dots) {
  drawEachDot(ctx, points, scale, () => dots);
}

/**
 * As drawDots, each sample with dots of its own.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Float32Array} points (2n) in plane units
 * @param {PlaneScale} scale
 * @param {(index: number) => Dots} dotsOf the same in shape and size for all
 */
export function drawEachDot(ctx, points, scale, dotsOf) {
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.imageSmoothingEnabled = false;
  const end = scale.side * scale.ratio;
  const numbers = Math.min(points.length, 2 * scale.mostDots);
  let outside = 0;
  for (let i = 0; i < numbers; i += 2) {
    const x = scale.x(points[i]) * scale.ratio;
    const y = scale.y(points[i + 1]) * scale.ratio;
    if (x >= 0 && y >= 0 && x <= end && y <= end) {
      const left = Math.floor(x);
      const top = Math.floor(y);
      const column = Math.floor((x - left) * PHASES);
      const row = Math.floor((y - top) * PHASES);
      const dots = dotsOf(i / 2);
      const sprite = dots.sprites[row * PHASES + column];
      ctx.drawImage(sprite, left - dots.centre, top - dots.centre);
    } else {
      outside += 1;
    }
  }
  ctx.setTransform(scale.ratio, 0, 0, scale.ratio, 0, 0);
  if (outside > 0 && !scale.isMiniature) drawTriangles(ctx, points, scale, dotsOf(0));
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Float32Array} points
 * @param {PlaneScale} scale
 * @param {Dots} dots
 */
function drawTriangles(ctx, points, scale, dots) {
  ctx.beginPath();
  for (let i = 0; i < points.length; i += 2) {
    const x = scale.x(points[i]);
    const y = scale.y(points[i + 1]);
    // a sample that is not a number has no place, at the edge or elsewhere
    if (!scale.holds(x, y) && x - x === 0 && y - y === 0) traceTriangle(ctx, x, y, scale.side);
  }
  ctx.globalAlpha = ALPHA;
  ctx.lineWidth = 2 * scale.haloWidth;
  ctx.lineJoin = "round";
  ctx.strokeStyle = dots.halo;
  ctx.stroke();
  ctx.fillStyle = dots.colour;
  ctx.fill();
  ctx.globalAlpha = 1;
}

/**
 * Adds a triangle to the path: its tip at the edge, pointing to where the sample lies.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x of the sample, outside
 * @param {number} y
 * @param {number} side
 */
function traceTriangle(ctx, x, y, side) {
  const tipX = Math.min(side - 1, Math.max(1, x));
  const tipY = Math.min(side - 1, Math.max(1, y));
  const length = Math.hypot(x - tipX, y - tipY);
  const ux = (x - tipX) / length;
  const uy = (y - tipY) / length;
  const baseX = tipX - ux * TRIANGLE_LENGTH;
  const baseY = tipY - uy * TRIANGLE_LENGTH;
  ctx.moveTo(tipX, tipY);
  ctx.lineTo(baseX - uy * TRIANGLE_HALF_WIDTH, baseY + ux * TRIANGLE_HALF_WIDTH);
  ctx.lineTo(baseX + uy * TRIANGLE_HALF_WIDTH, baseY - ux * TRIANGLE_HALF_WIDTH);
  ctx.closePath();
}
