// The plot as a drawing: the layers that are shown, and what each colour means.
import { isShown, layersOf } from "../../layers/index.js";
import { paintersOf } from "../../layers/phase-painters.js";
import { paint } from "../../lib/svg-context.js";
import { layerWords } from "../layer-words.js";
import { newDrawing, paintSvg } from "./painting.js";
import { words } from "./sheet.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../lib/palette.js").Palette} Palette */
/** @typedef {import("./sheet.js").ColourOf} ColourOf */

const SIDE = 600;
const LEGEND = 32;
const SWATCH = 14;

/** Between two entries of the legend, and about the width of a letter. */
const GAP = 20;
const LETTER = 7;

/**
 * @param {Store} store
 * @param {Palette} palette
 * @param {ColourOf} colourOf
 * @returns {Pick<import("./sheet.js").Sheet, "width"|"height"|"body"|"definitions">|null} null while there is nothing to draw
 */
export function plotSvg(store, palette, colourOf) {
  const frame = store.frame.peek();
  const extent = store.session.peek()?.extent;
  if (!frame || !extent) return null;
  const shown = store.shown.peek();
  const painters = paintersOf(shown, store.slow.scene.peek());
  const drawing = newDrawing();
  const subject = { painters, frame, extent, palette, heatmapMode: store.heatmapMode.peek() };
  const picture = paintSvg(drawing, subject, { x: 0, y: 0, side: SIDE, clip: "plane" });
  const body = picture + legend(store, palette, colourOf);
  return { width: SIDE, height: SIDE + LEGEND, body, definitions: drawing.definitions(body) };
}

/** @param {Store} store @param {Palette} palette @param {ColourOf} colourOf */
function legend(store, palette, colourOf) {
  const session = store.session.peek();
  const shown = store.shown.peek();
  let x = 0;
  const entries = layersOf(session).filter((layer) => isShown(shown, layer)).map((layer) => {
    const { label } = layerWords(layer);
    const marks = layer.swatch(palette.colourBlind, Boolean(session?.classes)).map(({ d, fill, stroke, width = 1 }) => {
      const inside = fill ? paint("fill", colourOf(fill), 1) : 'fill="none"';
      return `<path d="${d}" ${inside}${stroke ? ` ${paint("stroke", colourOf(stroke), 1)} stroke-width="${width}"` : ""}/>`;
    });
    const entry = `<g transform="translate(${x} ${SIDE + 10})">${marks.join("")}${words(label, SWATCH + 6, 11, { colour: colourOf("--text"), size: 12 })}</g>`;
    x += SWATCH + 6 + LETTER * label.length + GAP;
    return entry;
  });
  return entries.join("");
}
