// Saving what the panel of images shows: grids, ways through the noise, and the past of the generated images.
import { entryOf, entriesOf } from "../../controls/groups.js";
import { formatCount } from "../../lib/format.js";
import { evenly, joined, layOutTiles, thereAndBack } from "../../lib/mosaic.js";
import { part } from "../../lib/pixels.js";
import { keepFile } from "../../models.js";
import { texts } from "../../texts.js";
import { SLICE_SIDE, stepsBetween } from "../images/ways.js";
import { NoEncoder, makeGif, makeWebm } from "./film.js";
import { FOOT_ROOM, GREYS, HEAD_ROOM, VERDICT_ROOM, canvasFor, drawTiles, lookOfPage } from "./tile-sheet.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../gallery.js").Kind} Kind */
/** @typedef {import("../../protocol.js").Grid} Grid */
/** @typedef {import("./film.js").Film} Film */
/** @typedef {"gif"|"webm"} FilmFormat */

const words = texts.saveImages;

const COLUMNS = 8;

/** About how wide an image is, in pixels: on a sheet, in a film of many, alone in a film. */
const SHEET_SIDE = 84;
const FILM_SIDE = 48;
const ALONE_SIDE = 256;

/** A film has so many moments at most, and each stands so long: those of a GIF take much more room. */
const MOMENTS = { gif: { most: 60, lastMs: 100 }, webm: { most: 120, lastMs: 60 } };

/** How long a step of a walk stands, and the end of a film. */
const WALK_MS = 60;
const END_MS = 1500;

/** A walk on film has about so many steps from one image to the next, so that the eye is carried. */
const SMOOTH_STEPS = 24;
const MOST_STEPS = 64;

/** How many images must be chosen for a slice. */
const SPANS = {
  fakes: { least: 3, hint: texts.inspect.fewer.grid },
  directions: { least: 1, hint: texts.inspect.fewer.directions },
};

/** It cannot be saved, for a reason that its message tells the reader. */
class Refused extends Error {}

const MAKERS = { gif: makeGif, webm: makeWebm };

/**
 * The images of one kind, as the page shows them: in their order, without those left out.
 * @param {Store} store
 * @param {Kind} kind
 */
export function saveGrid(store, kind) {
  return attempt(store, async () => {
    const { gallery } = store;
    const { past, moments } = gallery.timeline;
    const usual = kind === "fake" && !gallery.batch.peek(); // in slow motion a batch is shown
    const moment = usual ? (past.peek() ?? moments.peek().at(-1)) : undefined;
    const { images, verdicts } = moment ?? gallery.seen(kind);
    const shown = gallery.shown(kind);
    if (!images || shown.length === 0) throw new Refused(words.nothing);
    const step = moment?.step ?? store.readout.peek().step;
    const withVerdicts = gallery.captions.peek() && verdicts;
    const { place, columns, heads } = tableOf(store, kind, images);
    const content = { images: shown.map(place), verdicts: withVerdicts ? shown.map((index) => verdicts[index]) : null, heads };
    const file = await sheetOf(store, content, columns, words.kinds[kind], step);
    return keepFile(nameOf(store, kind === "real" ? "real" : "generated", step, "png"), file);
  });
}

/** The way from image to image that the page shows. @param {Store} store */
export function saveWalk(store) {
  return attempt(store, async () => {
    const { images, step } = await walk(store, 1);
    const file = await sheetOf(store, { images: all(images) }, images.shape[0], words.kinds.walk, step);
    keepFile(nameOf(store, "walk", step, "png"), file);
  });
}

/** The plane through the noise that the page shows. @param {Store} store */
export function saveSlice(store) {
  return attempt(store, async () => {
    const { groups, spherical, spannedBy } = store.inspecting;
    const [by, picks] = [spannedBy.peek(), groups.peek().grid];
    const { arrays, step } = await ask(store, "slice", { by, picks, side: SLICE_SIDE, spherical: spherical.peek() }, SPANS[by]);
    const [rows, columns, ...size] = arrays.images.shape;
    const images = { data: arrays.images.data, shape: [rows * columns, ...size] };
    const file = await sheetOf(store, { images: all(images) }, columns, words.kinds.slice, step);
    keepFile(nameOf(store, "slice", step, "png"), file);
  });
}

/** The way from image to image, there and back. @param {Store} store @param {FilmFormat} format */
export function filmWalk(store, format) {
  return attempt(store, async () => {
    const between = stepsBetween(store.inspecting.groups.peek().line.length);
    const finer = Math.max(1, Math.min(Math.floor(MOST_STEPS / between), Math.ceil(SMOOTH_STEPS / between)));
    const { images, step } = await walk(store, finer);
    const mosaic = layOutTiles({ count: 1, columns: 1, size: images.shape.slice(1), side: ALONE_SIDE, gap: 0 });
    const [context, order] = [canvasFor(mosaic), thereAndBack(images.shape[0])];
    const draw = (/** @type {number} */ at) => {
      drawTiles(context, mosaic, { images: [part(images, order[at])] }, greys());
      return context;
    };
    return make(store, { ...mosaic, draw, lastsMs: order.map(() => WALK_MS) }, format, nameOf(store, "walk", step, format));
  });
}

/** The past of the generated images, from the first moment to now. @param {Store} store @param {FilmFormat} format */
export function filmPast(store, format) {
  return attempt(store, async () => {
    const { most, lastMs } = MOMENTS[format];
    const moments = evenly(store.gallery.timeline.moments.peek(), most);
    if (moments.length === 0) throw new Refused(words.nothing);
    const count = moments[0].images.shape[0];
    const { place, columns, heads } = tableOf(store, "fake", moments[0].images);
    const mosaic = layOutTiles({ count, columns, size: place(0).shape, side: FILM_SIDE, head: heads && HEAD_ROOM, foot: FOOT_ROOM });
    const context = canvasFor(mosaic);
    const draw = (/** @type {number} */ at) => {
      const { images, step } = moments[at];
      const { place: placeThen } = tableOf(store, "fake", images);
      const then = Array.from({ length: count }, (_, index) => placeThen(index));
      drawTiles(context, mosaic, { images: then, heads, foot: words.step(formatCount(step)) }, greys());
      return context;
    };
    const lastsMs = moments.map((_, at) => (at === moments.length - 1 ? END_MS : lastMs));
    const name = nameOf(store, "film", moments[moments.length - 1].step, format, moments[0].step);
    return make(store, { ...mosaic, draw, lastsMs }, format, name);
  });
}

/** @param {Store} store @param {number} finer so many times the steps that the page shows */
async function walk(store, finer) {
  const { groups, spherical } = store.inspecting;
  const picks = groups.peek().line;
  const params = { picks, steps: stepsBetween(picks.length) * finer, spherical: spherical.peek() };
  const { arrays, step } = await ask(store, "walk", params, { least: 2, hint: texts.inspect.fewer.line });
  return { images: arrays.images, step };
}

/**
 * @param {Store} store
 * @param {string} id of an inspection
 * @param {Record<string, any>} params
 * @param {{least: number, hint: string}} picks how many images must be chosen, and what to do about it
 * @throws {Refused}
 */
async function ask(store, id, params, { least, hint }) {
  if (params.picks.length < least) throw new Refused(hint);
  return store.inspecting.ask(id, params).catch((error) => {
    throw new Refused(error.message);
  });
}

/** @param {Grid} images */
const all = (images) => Array.from({ length: images.shape[0] }, (_, at) => part(images, at));

/**
 * How images of a kind stand on the page: what is in each place, in how many columns, and what these are.
 * @param {Store} store
 * @param {Kind} kind
 * @param {Grid} images
 */
function tableOf(store, kind, images) {
  const parts = store.gallery.parts(kind, images).flatMap((one) => one.images ?? []);
  const classes = kind === "fake" ? store.gallery.columns : 0;
  const names = store.session.peek()?.images?.names ?? [];
  return {
    place: (/** @type {number} */ index) => (parts.length > 1 ? joined(parts.map((grid) => part(grid, index))) : part(images, index)),
    columns: classes || (parts.length > 1 ? COLUMNS / 2 : COLUMNS),
    heads: classes > 0 ? Array.from({ length: classes }, (_, label) => names[label] ?? String(label)) : undefined,
  };
}

/** In the brightness of the page. */
const greys = () => GREYS[document.documentElement.dataset.theme === "dark" ? "dark" : "light"];

/**
 * @param {Store} store
 * @param {import("./tile-sheet.js").Content} content
 * @param {number} columns
 * @param {string} what it shows
 * @param {number} step
 * @returns {Promise<Blob>} a PNG
 */
function sheetOf(store, content, columns, what, step) {
  const { images, verdicts, heads } = content;
  const size = images[0].shape;
  const head = heads && HEAD_ROOM;
  const mosaic = layOutTiles({ count: images.length, columns, size, side: SHEET_SIDE, head, under: verdicts ? VERDICT_ROOM : 0, foot: FOOT_ROOM });
  const context = canvasFor(mosaic);
  drawTiles(context, mosaic, { ...content, foot: captionOf(store, what, step) }, lookOfPage());
  return context.canvas.convertToBlob({ type: "image/png" });
}

/** @param {Store} store @param {Film} film @param {FilmFormat} format @param {string} name */
async function make(store, film, format, name) {
  const { making } = store.gallery;
  const abort = new AbortController();
  const cancel = () => abort.abort();
  making.value = { share: 0, cancel };
  try {
    const report = (/** @type {number} */ share) => void (making.value = { share, cancel });
    keepFile(name, await MAKERS[format](film, { report, signal: abort.signal }));
  } catch (error) {
    if (!abort.signal.aborted) throw error;
  } finally {
    making.value = null;
  }
}

/** Does it, or says why not. @param {Store} store @param {() => Promise<unknown>} act */
async function attempt(store, act) {
  try {
    await act();
  } catch (error) {
    const message = error instanceof NoEncoder ? words.noWebm : error instanceof Refused ? error.message : words.failed;
    store.pushNotice({ type: "notice", kind: "refused", title: words.notSaved, message });
  }
}

/** @param {Store} store @param {string} what @param {number} step */
function captionOf(store, what, step) {
  const catalog = store.catalog.peek();
  const config = store.session.peek()?.config ?? {};
  const field = catalog?.fields.find(({ name }) => name === "data");
  const data = (catalog && field && entryOf(entriesOf(catalog, field), config.data.id)?.label) ?? config.data.id;
  return words.caption({ what, data, step: formatCount(step), seed: String(config.seed) });
}

/** @param {Store} store @param {string} what @param {number} step @param {string} format @param {number} [since] the first step of several */
function nameOf(store, what, step, format, since) {
  const { data, seed } = store.session.peek()?.config ?? { data: { id: "" }, seed: 0 };
  const steps = since === undefined ? `step-${step}` : `steps-${since}-to-${step}`;
  return `ganlab-${data.id.replaceAll("_", "-")}-${what}-${steps}-seed-${seed}.${format}`;
}
