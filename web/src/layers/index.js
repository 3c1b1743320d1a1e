// The layers of the picture. A new layer is one file beside this one and one line in LAYERS.
import { density } from "./density.js";
import { fake } from "./fake.js";
import { gradients } from "./gradients.js";
import { heatmap } from "./heatmap.js";
import { manifold } from "./manifold.js";
import { real } from "./real.js";
import { reconstruction } from "./reconstruction.js";

/** @typedef {import("../protocol.js").Frame} Frame */
/** @typedef {import("../protocol.js").StateEvent} StateEvent */
/** @typedef {import("../lib/scale.js").PlaneScale} PlaneScale */
/** @typedef {import("../lib/palette.js").Palette} Palette */
/** @typedef {{d: string, fill?: string, stroke?: string, width?: number}} SwatchPath in a 14 by 14 box */

/**
 * @typedef {object} Look what a layer draws with, fixed until theme, palette or mode changes
 * @property {Palette} palette
 * @property {"smooth"|"cells"} heatmapMode
 * @property {(width: number, height: number) => OffscreenCanvas} createCanvas
 */

/**
 * @typedef {object} Painter what can draw a part of a frame
 * @property {(look: Look, scale: PlaneScale) => any} prepare makes what draw needs, once per
 *   change of size or look, so that draw allocates nothing
 * @property {(ctx: CanvasRenderingContext2D, frame: Frame, scale: PlaneScale, prepared: any) => void} draw
 *   paints one frame on a context in CSS pixels; leaves nothing out if its arrays are missing
 */

/**
 * @typedef {object} LayerFacts
 * @property {string} id its control is layer-<id>
 * @property {string} label one word for the legend
 * @property {string} help the end of the sentence "<label>: …"
 * @property {string} colour the CSS variable of its meaning
 * @property {boolean} shown at first
 * @property {number} depth layers are drawn from depth 0, the bottom, upwards
 * @property {string[]} arrays of the frame, by their names in a view command
 * @property {(colourBlind: boolean, labelled?: boolean) => SwatchPath[]} swatch `labelled`: samples
 *   have the colours of their classes
 * @property {(session: StateEvent|null) => boolean} [applies] whether a run has anything of the kind;
 *   always, where this is left out
 */

/** @typedef {Painter & LayerFacts} Layer what a reader can switch on and off */

/** In the order of the legend. @type {readonly Layer[]} */
export const LAYERS = Object.freeze([real, fake, heatmap, manifold, gradients, density, reconstruction]);

/** From the bottom upwards. @type {readonly Layer[]} */
export const DRAWING_ORDER = Object.freeze([...LAYERS].sort((a, b) => a.depth - b.depth));

/**
 * The layers that a run has, in the order of the legend.
 * @param {StateEvent|null} session
 */
export const layersOf = (session) => LAYERS.filter(({ applies }) => applies?.(session) ?? true);

/**
 * Which layers are shown at first, by id.
 * @returns {Record<string, boolean>}
 */
export function initialLayers() {
  return Object.fromEntries(LAYERS.map((layer) => [layer.id, layer.shown]));
}

/**
 * Whether a layer is shown; one that the record does not know is as at first.
 * @param {Record<string, boolean>} shown
 * @param {Layer} layer
 */
export function isShown(shown, layer) {
  return shown[layer.id] ?? layer.shown;
}
