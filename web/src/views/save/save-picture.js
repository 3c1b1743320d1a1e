// Saving a picture of what the page shows: as SVG, or as PNG at twice the size, made from the very same drawing.
import { pageOf, runOf } from "../../address.js";
import { entryOf } from "../../controls/groups.js";
import { LONGEST_LINK, composeLink } from "../../link.js";
import { formatCount, formatNumber } from "../../lib/format.js";
import { keepFile } from "../../models.js";
import { texts } from "../../texts.js";
import { paletteInForce } from "../palette-watch.js";
import { chartsSvg } from "./charts-svg.js";
import { graphSvg } from "./graph-svg.js";
import { plotSvg } from "./plot-svg.js";
import { layOut } from "./sheet.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {keyof typeof DRAWINGS} Subject */
/** @typedef {"png"|"svg"} Format */

const DRAWINGS = { plot: plotSvg, graph: graphSvg, charts: chartsSvg };

/** Pixels of a PNG in a pixel of the drawing. */
const SHARPNESS = 2;

/** @param {string} name of a colour, such as --text */
const colourOf = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/**
 * Hands the reader a picture as a file. Says so in a notice where that is not possible.
 * @param {Store} store
 * @param {Subject} subject
 * @param {Format} format
 */
export async function savePicture(store, subject, format) {
  try {
    const drawing = DRAWINGS[subject](store, paletteInForce(), colourOf);
    if (!drawing) return tell(store, texts.save.nothing);
    const { title, caption } = wordsOf(store);
    const sheet = layOut({ ...drawing, title, caption }, colourOf);
    const file = format === "svg" ? new Blob([sheet.svg], { type: "image/svg+xml" }) : await rasterOf(sheet);
    keepFile(fileName(store, subject, format), file);
  } catch {
    tell(store, texts.save.failed);
  }
}

/** @param {Store} store @param {string} message */
function tell(store, message) {
  store.pushNotice({ type: "notice", kind: "refused", title: texts.save.notSaved, message });
}

/** What the picture shows: data, loss, step, seed; and a link to the run. @param {Store} store */
function wordsOf(store) {
  const session = store.session.peek();
  const { registries } = /** @type {import("../../protocol.js").Catalog} */ (store.catalog.peek());
  const config = session?.config ?? {};
  const { step, dLoss, gLoss } = store.readout.peek();
  const data = entryOf(registries.distributions, config.data.id)?.label ?? config.data.id;
  const loss = entryOf(registries.losses, config.loss.id)?.label ?? config.loss.id;
  const losses = dLoss === null || gLoss === null ? "" : `D ${formatNumber(dLoss)}, G ${formatNumber(gLoss)}`;
  const title = texts.save.title({ data, loss, losses, step: formatCount(step), seed: String(config.seed) });
  return { title, caption: [title, linkOf(store)].filter(Boolean) };
}

/** @param {Store} store @returns {string} empty when the run does not go into a link */
function linkOf(store) {
  const run = runOf(store);
  const fragment = run && composeLink(run, pageOf(store));
  if (fragment === null || fragment.length > LONGEST_LINK) return "";
  return location.origin + location.pathname + fragment;
}

/** @param {Store} store @param {Subject} subject @param {Format} format */
function fileName(store, subject, format) {
  const data = String(store.session.peek()?.config.data.id ?? "").replaceAll("_", "-");
  const what = subject === "plot" ? "" : `-${subject}`;
  return `ganlab-${data}-step-${store.readout.peek().step}${what}.${format}`;
}

/** @param {{svg: string, width: number, height: number}} sheet @returns {Promise<Blob>} a PNG */
async function rasterOf({ svg, width, height }) {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(width * SHARPNESS, height * SHARPNESS);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: "image/png" });
}
