// The model graph as a drawing: paths, losses and names as shapes, each miniature by its own layers.
import { formatLoss } from "../../lib/format.js";
import { paint } from "../../lib/svg-context.js";
import { texts } from "../../texts.js";
import { headOf } from "../graph/edges.js";
import { LAYOUTS, shapeFor } from "../graph/layouts.js";
import { MINIATURES } from "../graph/miniatures.js";
import { barPart } from "../graph/nodes.js";
import { newDrawing, paintSvg } from "./painting.js";
import { words } from "./sheet.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../lib/palette.js").Palette} Palette */
/** @typedef {import("../../lib/svg-context.js").SvgDrawing} SvgDrawing */
/** @typedef {import("../graph/layouts.js").Box} Box */
/** @typedef {import("../graph/layouts.js").Edge} Edge */
/** @typedef {import("../graph/layouts.js").Label} Label */
/** @typedef {import("../graph/layouts.js").NodeId} NodeId */
/** @typedef {import("./sheet.js").ColourOf} ColourOf */

const RADIUS = 6;
const METER = { inset: 8, top: 34, height: 6 };
const COLOURS = { discriminator: "--d", generator: "--g", encoder: "--g" };

/** Names in the colour of what they name. @type {Record<string, string>} */
const LABELS = { generator: "--g", encoder: "--g", gradients: "--g", discriminator: "--d", d_gradients: "--d", real: "--real", fake: "--fake" };

/**
 * @param {Store} store
 * @param {Palette} palette
 * @param {ColourOf} colourOf
 * @returns {Pick<import("./sheet.js").Sheet, "width"|"height"|"body"|"definitions">|null} null while there is nothing to draw
 */
export function graphSvg(store, palette, colourOf) {
  const session = store.session.peek();
  if (!store.frame.peek() || !session) return null;
  const layout = shapeFor(LAYOUTS.overview, Infinity, Boolean(session.encoder));
  const drawing = newDrawing();
  const { dLoss, gLoss } = store.readout.peek();
  const nodes = Object.entries(layout.nodes).map(([id, box]) => {
    if (id === "d_loss") return lossSvg(texts.graph.nodes.d_loss.label, dLoss, box, "--d", colourOf);
    if (id === "g_loss") return lossSvg(texts.graph.nodes.g_loss.label, gLoss, box, "--g", colourOf);
    return nodeSvg(store, id, box, palette, { drawing, colourOf });
  });
  const edges = Object.values(layout.edges).map((edge) => edgeSvg(edge, colourOf));
  const labels = Object.entries(layout.labels).map(([id, label]) => labelSvg(id, label, colourOf));
  const body = [...edges, ...nodes, ...labels].join("");
  return { width: layout.width, height: layout.height, body, definitions: drawing.definitions(body) };
}

/** @param {Edge} edge @param {ColourOf} colourOf */
function edgeSvg({ d, tip, teaches }, colourOf) {
  const colour = colourOf(teaches ? COLOURS[teaches] : "--line-strong");
  const style = teaches ? 'stroke-width="2" stroke-dasharray="6 6"' : 'stroke-width="1.5" stroke-dasharray="4 4"';
  const head = tip ? `<path d="${headOf(tip)}" ${paint("fill", colour, 1)}/>` : "";
  return `<path d="${d}" fill="none" ${paint("stroke", colour, 1)} ${style}/>${head}`;
}

/**
 * @param {Store} store
 * @param {string} id
 * @param {Box} box
 * @param {Palette} palette
 * @param {{drawing: SvgDrawing, colourOf: ColourOf}} means
 */
function nodeSvg(store, id, box, palette, { drawing, colourOf }) {
  const spec = MINIATURES[id];
  const frame = store.frame.peek();
  const extent = frame && (spec.extent ? spec.extent(frame) : store.session.peek()?.extent);
  const border = id in COLOURS ? 2 : 1;
  const subject = frame && extent && { painters: spec.painters, frame, extent, palette, heatmapMode: store.heatmapMode.peek() };
  const inside = { x: box.x + border, y: box.y + border, side: box.width - 2 * border, clip: `node-${id}` };
  const colour = colourOf(id in COLOURS ? COLOURS[/** @type {keyof typeof COLOURS} */ (id)] : "--line");
  return `${subject ? paintSvg(drawing, subject, inside) : ""}${frameSvg(box, border, colour)}`;
}

/** @param {Box} box @param {number} width of the line, which lies inside the box @param {string} colour */
function frameSvg({ x, y, width: w, height: h }, width, colour) {
  const place = `x="${x + width / 2}" y="${y + width / 2}" width="${w - width}" height="${h - width}" rx="${RADIUS}"`;
  return `<rect ${place} fill="none" ${paint("stroke", colour, 1)} stroke-width="${width}"/>`;
}

/**
 * @param {string} label
 * @param {number|null} loss
 * @param {Box} box
 * @param {string} colour
 * @param {ColourOf} colourOf
 */
function lossSvg(label, loss, box, colour, colourOf) {
  const { x, y, width, height } = box;
  const room = width - 2 * METER.inset;
  const part = room * barPart(loss);
  /** @param {number} from @param {number} wide @param {string} fill */
  const bar = (from, wide, fill) =>
    `<rect x="${from}" y="${y + METER.top}" width="${wide.toFixed(1)}" height="${METER.height}" rx="3" ${paint("fill", colourOf(fill), 1)}/>`;
  const from = x + METER.inset + ((loss ?? 0) < 0 ? room - part : 0);
  return (
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${RADIUS}" ${paint("fill", colourOf("--surface"), 1)}/>` +
    frameSvg(box, 1, colourOf("--line")) +
    `<rect x="${x}" y="${y}" width="3" height="${height}" rx="1.5" ${paint("fill", colourOf(colour), 1)}/>` +
    words(label, x + METER.inset, y + 20, { colour: colourOf("--text-2") }) +
    words(loss === null ? "–" : formatLoss(loss), x + width - METER.inset, y + 20, { colour: colourOf("--text"), size: 13, weight: 600, anchor: "end" }) +
    bar(x + METER.inset, room, "--sunken") +
    bar(from, part, colour)
  );
}

/** @param {string} id @param {Label} label @param {ColourOf} colourOf */
function labelSvg(id, { x, y, align }, colourOf) {
  /** @type {Record<string, {label: string}>} */
  const named = { ...texts.graph.nodes, ...texts.graph.paths };
  const text = named[id].label;
  const colour = colourOf(LABELS[id] ?? "--text-2");
  const weight = LABELS[id] === "--d" || LABELS[id] === "--g" ? 600 : 500;
  return words(text, x, y + 12, { colour, size: 12, weight, anchor: align === "right" ? "end" : "middle" });
}
