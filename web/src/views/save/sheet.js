// A saved picture as a document of its own: the drawing, and below it what it shows and where it came from.
import { escapeXml, paint, short } from "../../lib/svg-context.js";

/** @typedef {(name: string) => string} ColourOf the value of a colour of the page, such as --text */

/**
 * @typedef {object} Sheet
 * @property {number} width of the drawing in pixels
 * @property {number} height
 * @property {string} body shapes
 * @property {string} [definitions]
 * @property {string} title
 * @property {string[]} caption lines; the last may be a link
 */

/** No file comes with the picture: where Inter is not installed, the system's own face stands in. */
export const FONT = "Inter, system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif";

const MARGIN = 16;
const LINE = 18;
const CAPTION_SIZE = 12;

/** About as many characters as a line of the caption has room for, in a pixel of width. */
const CHARACTERS_PER_PIXEL = 0.16;

/**
 * @typedef {object} TextStyle
 * @property {string} colour
 * @property {number} [size]
 * @property {number} [weight]
 * @property {"start"|"middle"|"end"} [anchor]
 */

/**
 * Words in the drawing.
 * @param {string} text
 * @param {number} x
 * @param {number} y of the baseline
 * @param {TextStyle} style
 */
export function words(text, x, y, { colour, size = 11, weight = 500, anchor = "start" }) {
  const place = `x="${short(x)}" y="${short(y)}"${anchor === "start" ? "" : ` text-anchor="${anchor}"`}`;
  return `<text ${place} font-size="${size}" font-weight="${weight}" ${paint("fill", colour, 1)}>${escapeXml(text)}</text>`;
}

/** @param {string} line @param {number} width of the sheet @returns {string} at most as long as there is room */
export function fitted(line, width) {
  const most = Math.floor(width * CHARACTERS_PER_PIXEL);
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}

/**
 * The document.
 * @param {Sheet} sheet
 * @param {ColourOf} colourOf
 * @returns {{svg: string, width: number, height: number}}
 */
export function layOut({ width, height, body, definitions = "", title, caption }, colourOf) {
  const whole = { width: width + 2 * MARGIN, height: height + 2 * MARGIN + LINE * caption.length };
  const lines = caption.map((line, i) =>
    words(fitted(line, width), MARGIN, height + MARGIN + LINE * (i + 1), {
      colour: colourOf(i === 0 ? "--text" : "--text-2"),
      size: CAPTION_SIZE,
      weight: i === 0 ? 600 : 400,
    }),
  );
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}" height="${whole.height}" ` +
    `viewBox="0 0 ${whole.width} ${whole.height}" font-family="${escapeXml(FONT)}">` +
    `<title>${escapeXml(title)}</title><desc>${escapeXml(caption.join("\n"))}</desc>` +
    `<defs>${definitions}</defs><rect width="100%" height="100%" ${paint("fill", colourOf("--surface"), 1)}/>` +
    `<g transform="translate(${MARGIN} ${MARGIN})">${body}</g>${lines.join("")}</svg>`;
  return { svg, ...whole };
}
