// Images beside each other on a canvas, pixel by pixel, with D's verdicts and a line of words where they are wanted.
import { formatPercent } from "../../lib/format.js";
import { enlarged } from "../../lib/mosaic.js";
import { texts } from "../../texts.js";
import { FONT } from "./sheet.js";

/** @typedef {import("../../lib/mosaic.js").Mosaic} Mosaic */
/** @typedef {import("../../lib/pixels.js").Values} Values */
/** @typedef {{paper: string, ink: string, quiet: string, rail: string, real: string, fake: string}} Look colours */
/** @typedef {{images: Values[], verdicts?: ArrayLike<number>|null, heads?: string[], foot?: string}} Content `heads` of the columns */

/** Room for what the columns are. */
export const HEAD_ROOM = 20;

/** Room under an image for its verdict, and under all of them for a line. */
export const VERDICT_ROOM = 26;
export const FOOT_ROOM = 24;

const BAR = { top: 3, height: 4 };
const VERDICT_LINE = 19;
const FOOT_LINE = 8;
const HEAD_LINE = 14;

/** From here on D takes an image for real. */
const BOUNDARY = 0.5;

/** Greys alone: with images in grey, all colours fit into the palette of a GIF. */
export const GREYS = {
  light: { paper: "#ffffff", ink: "#1c1c1c", quiet: "#5c5c5c", rail: "#eeeeee", real: "#5c5c5c", fake: "#5c5c5c" },
  dark: { paper: "#161616", ink: "#ebebeb", quiet: "#a8a8a8", rail: "#2a2a2a", real: "#a8a8a8", fake: "#a8a8a8" },
};

/** The page's colours as they are now. @returns {Look} */
export function lookOfPage() {
  const style = getComputedStyle(document.documentElement);
  const of = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return { paper: of("--surface"), ink: of("--text"), quiet: of("--text-2"), rail: of("--sunken"), real: of("--real"), fake: of("--fake") };
}

/** @param {Mosaic} mosaic @returns {OffscreenCanvasRenderingContext2D} of a canvas of its size */
export function canvasFor({ width, height }) {
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  return context;
}

/** @param {OffscreenCanvasRenderingContext2D} context @param {Mosaic} mosaic @param {Content} content @param {Look} look */
export function drawTiles(context, mosaic, { images, verdicts, heads = [], foot }, look) {
  context.fillStyle = look.paper;
  context.fillRect(0, 0, mosaic.width, mosaic.height);
  heads.forEach((head, at) => write(context, head, mosaic.places[at][0], HEAD_LINE, look.quiet, 500));
  images.forEach((image, at) => {
    const [x, y] = mosaic.places[at];
    const { data, width, height } = enlarged(image, mosaic.scale);
    context.putImageData(new ImageData(data, width, height), x, y);
    if (verdicts) drawVerdict(context, verdicts[at], x, y + height, width, look);
  });
  if (foot) write(context, foot, mosaic.scale, mosaic.height - FOOT_LINE, look.ink, 600);
}

/**
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {number} verdict
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {Look} look
 */
function drawVerdict(context, verdict, x, y, width, look) {
  context.fillStyle = look.rail;
  context.fillRect(x, y + BAR.top, width, BAR.height);
  context.fillStyle = verdict > BOUNDARY ? look.real : look.fake;
  context.fillRect(x, y + BAR.top, Math.round(width * verdict), BAR.height);
  write(context, texts.images.verdict(formatPercent(verdict)), x, y + VERDICT_LINE, look.quiet, 500);
}

/**
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {string} text
 * @param {number} x
 * @param {number} y of its line
 * @param {string} colour
 * @param {number} weight
 */
function write(context, text, x, y, colour, weight) {
  context.font = `${weight} 11px ${FONT}`;
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
