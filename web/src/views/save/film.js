// A film out of pictures on a canvas: as GIF, exact where 256 colours are enough, or as WebM by the browser's own encoder.
import { indexed } from "../../lib/indexed.js";

/**
 * @typedef {object} Film
 * @property {number} width
 * @property {number} height
 * @property {number[]} lastsMs how long each picture stands
 * @property {(at: number) => OffscreenCanvasRenderingContext2D} draw a picture, on one and the same canvas
 */

/** @typedef {{report: (share: number) => void, signal: AbortSignal}} Making */

/** Encoders of a WebM, the smallest film first. */
const CODECS = /** @type {const} */ (["vp9", "vp8", "av1"]);

/** A whole picture comes at least so often, so that one can go to any place of the film. */
const KEY_EVERY_S = 2;

/** The browser has no encoder for the film. */
export class NoEncoder extends Error {}

/** Lets the page do something else. */
const breathe = () => new Promise((resolve) => void setTimeout(resolve));

/**
 * Draws one picture after the other; the page stays at work meanwhile.
 * @param {Film} film
 * @param {Making} making
 * @param {(context: OffscreenCanvasRenderingContext2D, lastsMs: number) => unknown} add
 */
async function eachPicture({ lastsMs, draw }, { report, signal }, add) {
  for (const [at, lasts] of lastsMs.entries()) {
    await add(draw(at), lasts);
    report((at + 1) / lastsMs.length);
    await breathe();
    signal.throwIfAborted();
  }
}

/** @param {Film} film @param {Making} making @returns {Promise<Blob>} that plays without an end */
export async function makeGif(film, making) {
  const { GIFEncoder, applyPalette, quantize } = await import("../../../vendor/gifenc.js");
  const gif = GIFEncoder();
  const { width, height } = film;
  await eachPicture(film, making, (context, delay) => {
    const { data } = context.getImageData(0, 0, width, height);
    const exact = indexed(data);
    const palette = exact?.palette ?? quantize(data, 256);
    gif.writeFrame(exact?.index ?? applyPalette(data, palette), width, height, { palette, delay, repeat: 0 });
  });
  gif.finish();
  return new Blob([gif.bytesView()], { type: "image/gif" });
}

/** @param {Film} film @param {Making} making @returns {Promise<Blob>} @throws {NoEncoder} */
export async function makeWebm(film, making) {
  const { BufferTarget, CanvasSource, Output, QUALITY_HIGH, WebMOutputFormat, canEncodeVideo } = await import("../../../vendor/mediabunny.js");
  const size = { width: film.width, height: film.height };
  const codec = await firstOf(CODECS, (one) => canEncodeVideo(one, size).catch(() => false));
  if (!codec) throw new NoEncoder();
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const { canvas } = film.draw(0);
  const source = new CanvasSource(canvas, { codec, bitrate: QUALITY_HIGH, keyFrameInterval: KEY_EVERY_S });
  output.addVideoTrack(source);
  await output.start();
  let now = 0;
  try {
    await eachPicture(film, making, async (_, lasts) => {
      await source.add(now, lasts / 1000);
      now += lasts / 1000;
    });
    await output.finalize();
  } catch (error) {
    await output.cancel();
    throw error;
  }
  return new Blob([/** @type {ArrayBuffer} */ (target.buffer)], { type: "video/webm" });
}

/**
 * @template T
 * @param {readonly T[]} values
 * @param {(value: T) => Promise<boolean>} test
 * @returns {Promise<T|undefined>}
 */
async function firstOf(values, test) {
  for (const value of values) if (await test(value)) return value;
  return undefined;
}
