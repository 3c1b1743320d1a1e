// The canvas of the plot: draws the newest frame once per screen refresh, and only if something changed.
import { createHoverShape, drawHover, measureHover } from "../layers/hover.js";
import { DRAWING_ORDER, isShown } from "../layers/index.js";
import { PlaneScale } from "../lib/scale.js";

/** @typedef {import("../protocol.js").Frame} Frame */
/** @typedef {import("../lib/palette.js").Palette} Palette */
/** @typedef {import("../lib/samples.js").Sample} Sample */
/** @typedef {import("../layers/hover.js").HoverShape} HoverShape */
/** @typedef {import("../layers/index.js").Layer} Layer */

/**
 * @typedef {object} Scene everything that the picture shows; a new value draws it anew
 * @property {Frame|null} frame
 * @property {readonly [number, number, number, number]|null} extent of the plane
 * @property {Record<string, boolean>} shown layers
 * @property {"smooth"|"cells"} heatmapMode
 * @property {Palette|null} palette
 * @property {Sample|null} hover
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

/** What layers prepared is made anew when one of these changes. */
const LOOK = /** @type {const} */ (["extent", "heatmapMode", "palette"]);

/** Draws a scene on a canvas for as long as the page shows it. */
export class Picture {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {(shape: HoverShape|null, side: number) => void} onHover called with each drawing: where
   *   the hovered sample is now
   * @param {World} [world]
   */
  constructor(canvas, onHover, world = browser) {
    this.canvas = canvas;
    this.onHover = onHover;
    this.world = world;
    // an opaque canvas need not be blended with the page under it
    this.ctx = canvas.getContext("2d", { alpha: false });
    /** @type {Scene} */
    this.scene = {
      frame: null,
      extent: null,
      shown: {},
      heatmapMode: "smooth",
      palette: null,
      hover: null,
    };
    this.side = 0;
    this.ratio = 1;
    /** @type {PlaneScale|null} */
    this.scale = null;
    /** @type {Map<Layer, any>} */
    this.prepared = new Map();
    this.norms = new Float32Array(0);
    this.hoverShape = createHoverShape();
    this.request = 0;
  }

  /** Changes what is shown. @param {Partial<Scene>} changes */
  set(changes) {
    Object.assign(this.scene, changes);
    if (LOOK.some((key) => key in changes)) this.forget();
    this.invalidate();
  }

  /**
   * @param {number} side of the square in CSS pixels
   * @param {number} pixels of the same side on the device
   */
  resize(side, pixels) {
    if (side === this.side && pixels === this.canvas.width) return;
    this.side = side;
    this.ratio = pixels / side;
    this.canvas.width = pixels;
    this.canvas.height = pixels;
    this.forget();
    // a canvas that has changed its size is blank: drawing later would flicker
    this.draw();
  }

  /** Draws at the next refresh of the screen, once, whatever comes until then. */
  invalidate() {
    if (this.request === 0) this.request = this.world.requestFrame(() => this.draw());
  }

  dispose() {
    this.world.cancelFrame(this.request);
  }

  /** Lets go of what was prepared for another size, plane or palette. */
  forget() {
    this.scale = null;
    this.prepared.clear();
  }

  draw() {
    this.world.cancelFrame(this.request);
    this.request = 0;
    const { frame, extent, shown, palette, hover } = this.scene;
    if (!this.ctx || !palette || this.side === 0) return;
    const { ctx, side, ratio } = this;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.globalAlpha = 1;
    ctx.fillStyle = palette.plotBg;
    ctx.fillRect(0, 0, side, side);
    if (!frame || !extent) return;
    this.scale ??= new PlaneScale(extent, side, ratio);
    for (const layer of DRAWING_ORDER) {
      if (isShown(shown, layer)) layer.draw(ctx, frame, this.scale, this.brushOf(layer, palette));
    }
    this.drawHovered(frame, this.scale, palette, hover);
  }

  /**
   * @param {Frame} frame
   * @param {PlaneScale} scale
   * @param {Palette} palette
   * @param {Sample|null} hover
   */
  drawHovered(frame, scale, palette, hover) {
    const vectors = frame.arrays.gradients?.length ?? 0;
    if (this.norms.length !== vectors / 2) this.norms = new Float32Array(vectors / 2);
    const found = hover && measureHover(frame, scale, hover, this.norms, this.hoverShape);
    if (found && this.ctx) drawHover(this.ctx, this.hoverShape, palette);
    this.onHover(found ? this.hoverShape : null, scale.side);
  }

  /** What the layer prepared for this size and look. @param {Layer} layer @param {Palette} palette */
  brushOf(layer, palette) {
    if (!this.prepared.has(layer) && this.scale) {
      const { heatmapMode } = this.scene;
      const { createCanvas } = this.world;
      this.prepared.set(layer, layer.prepare({ palette, heatmapMode, createCanvas }, this.scale));
    }
    return this.prepared.get(layer);
  }
}
