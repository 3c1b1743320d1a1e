// A canvas of the page: draws the newest frame once per screen refresh, and only if something changed.
import { createHoverShape, drawHover, measureHover } from "../layers/hover.js";
import { PlaneScale } from "../lib/scale.js";
import { drawingLoop } from "./drawing-loop.js";

/** @typedef {import("../protocol.js").Frame} Frame */
/** @typedef {import("../lib/palette.js").Palette} Palette */
/** @typedef {import("../lib/samples.js").Sample} Sample */
/** @typedef {import("../lib/samples.js").SamplesByKind} SamplesByKind */
/** @typedef {import("../layers/hover.js").HoverShape} HoverShape */
/** @typedef {import("../layers/index.js").Painter} Painter */

/**
 * @typedef {object} Scene everything that the picture shows; a new value draws it anew
 * @property {Frame|null} frame
 * @property {readonly [number, number, number, number]|null} extent of the plane
 * @property {readonly Painter[]} painters what is drawn, from the bottom upwards
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
  requestFrame: (draw) => drawingLoop.request(draw),
  cancelFrame: (request) => drawingLoop.cancel(request),
};

/** What layers prepared is made anew when one of these changes. */
const LOOK = /** @type {const} */ (["extent", "heatmapMode", "palette"]);

/** Draws a scene on a canvas for as long as the page shows it. */
export class Picture {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {(frame: Frame) => SamplesByKind} samplesOf the places of the samples in this picture
   * @param {(shape: HoverShape|null, side: number) => void} [onHover] called with each drawing:
   *   where the hovered sample is now
   * @param {World} [world]
   */
  constructor(canvas, samplesOf, onHover = () => undefined, world = browser) {
    this.canvas = canvas;
    this.samplesOf = samplesOf;
    this.onHover = onHover;
    this.world = world;
    // an opaque canvas need not be blended with the page under it
    this.ctx = canvas.getContext("2d", { alpha: false });
    /** @type {Scene} */
    this.scene = {
      frame: null,
      extent: null,
      painters: [],
      heatmapMode: "smooth",
      palette: null,
      hover: null,
    };
    this.side = 0;
    this.ratio = 1;
    /** @type {PlaneScale|null} */
    this.scale = null;
    /** @type {Map<Painter, any>} */
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
    const { frame, extent, painters, palette, hover } = this.scene;
    if (!this.ctx || !palette || this.side === 0) return;
    const { ctx, side, ratio } = this;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.globalAlpha = 1;
    ctx.fillStyle = palette.plotBg;
    ctx.fillRect(0, 0, side, side);
    if (!frame || !extent) return;
    this.scale ??= new PlaneScale(extent, side, ratio);
    for (const painter of painters) painter.draw(ctx, frame, this.scale, this.brushOf(painter, palette));
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
    const points = hover && this.samplesOf(frame)[hover.kind];
    const found = points && measureHover(frame, points, scale, hover, this.norms, this.hoverShape);
    if (found && this.ctx) drawHover(this.ctx, this.hoverShape, scale, palette);
    this.onHover(found ? this.hoverShape : null, scale.side);
  }

  /** What the painter prepared for this size and look. @param {Painter} painter @param {Palette} palette */
  brushOf(painter, palette) {
    if (!this.prepared.has(painter) && this.scale) {
      const { heatmapMode } = this.scene;
      const { createCanvas } = this.world;
      this.prepared.set(painter, painter.prepare({ palette, heatmapMode, createCanvas }, this.scale));
    }
    return this.prepared.get(painter);
  }
}
