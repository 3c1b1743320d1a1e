// A square picture of a frame as SVG, by the very layers that draw it on the page.
import { PlaneScale } from "../../lib/scale.js";
import { SvgContext, SvgDrawing, paint } from "../../lib/svg-context.js";

/** @typedef {import("../../lib/palette.js").Palette} Palette */
/** @typedef {import("../../layers/index.js").Painter} Painter */
/** @typedef {import("../../protocol.js").Frame} Frame */
/** @typedef {readonly [number, number, number, number]} Extent */

/**
 * @typedef {object} Subject
 * @property {readonly Painter[]} painters from the bottom upwards
 * @property {Frame} frame
 * @property {Extent} extent
 * @property {Palette} palette
 * @property {"smooth"|"cells"} heatmapMode
 */

/** Layers place dots on whole pixels of the device: so many of them in a pixel of the picture. */
const FINENESS = 4;

/** @returns {SvgDrawing} */
export const newDrawing = () =>
  new SvgDrawing((width, height) => Object.assign(document.createElement("canvas"), { width, height }));

/**
 * @param {SvgDrawing} drawing
 * @param {Subject} subject
 * @param {{x: number, y: number, side: number, clip: string}} box `clip` is an id of its own
 * @returns {string} shapes
 */
export function paintSvg(drawing, { painters, frame, extent, palette, heatmapMode }, { x, y, side, clip }) {
  const scale = new PlaneScale(extent, side, FINENESS);
  const ctx = new SvgContext();
  const look = { palette, heatmapMode, createCanvas: drawing.createCanvas };
  for (const painter of painters) {
    ctx.setTransform(FINENESS, 0, 0, FINENESS, 0, 0);
    ctx.globalAlpha = 1;
    painter.draw(/** @type {any} */ (ctx), frame, scale, painter.prepare(look, scale));
  }
  const square = `width="${side}" height="${side}"`;
  return (
    `<g transform="translate(${x} ${y})"><clipPath id="${clip}"><rect ${square}/></clipPath>` +
    `<g clip-path="url(#${clip})"><rect ${square} ${paint("fill", palette.plotBg, 1)}/>` +
    `<g transform="scale(${1 / FINENESS})">${ctx.shapes.join("")}</g></g></g>`
  );
}
