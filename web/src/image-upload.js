// Images of a person's own on their way to the server: files, how they are read, what was read or refused.
import { signal } from "../vendor/signals.js";
import { turnToImages } from "./controls/model.js";
import { translateText } from "./lib/translate-catalog.js";
import { texts } from "./texts.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./data-supply.js").DataSupply} DataSupply */
/** @typedef {{id: string, params: Record<string, any>, statistics: import("./protocol.js").ImageFacts, networks: Record<string, any>}} Reading */

export const IMAGES_PATH = "/api/images";
export const UPLOAD_CONTROL = "dataset-upload";

/** More the server does not take: of bytes, head included, and of files. */
export const MOST_BYTES = 10 * 2 ** 20;
const MOST_FILES = 2000;
const HEAD_ROOM = 64 * 1024;

/** What was found, where that is a number or a size and so needs no language. */
const NUMBERS = /^'?(\d[\d,]*(?: × \d[\d,]*)*)'?$/;

/** Sides to which pictures can be brought, in pixels: those that strided layers halve evenly. */
export const SIZES = [16, 28, 32];

/** The upload sheet's state; what is on it stays there when it is closed. */
export class ImageUpload {
  /** @param {Store} store @param {DataSupply} supply */
  constructor(store, supply) {
    this.store = store;
    this.supply = supply;
    this.open = signal(false);
    this.files = signal(/** @type {readonly File[]} */ ([]));
    this.size = signal(28);
    this.colour = signal(false);
    this.waiting = signal(false);
    this.reading = signal(/** @type {Reading|null} */ (null));
    this.problem = signal(/** @type {string|null} */ (null));
    this.turn = 0;
  }

  /** Whether pictures were given, for which there is something to choose. */
  get ofPictures() {
    return this.files.value.some(({ type }) => type.startsWith("image/"));
  }

  /** @param {Iterable<File>} files */
  take(files) {
    this.files.value = [...files];
    this.open.value = true;
    return this.send();
  }

  /** @param {{size?: number, colour?: boolean}} how pictures are to be read */
  choose({ size = this.size.peek(), colour = this.colour.peek() }) {
    this.size.value = size;
    this.colour.value = colour;
    return this.files.peek().length > 0 ? this.send() : undefined;
  }

  async send() {
    const turn = (this.turn += 1);
    const files = this.files.peek();
    this.reading.value = null;
    this.problem.value = this.refusal(files);
    this.waiting.value = this.problem.peek() === null;
    if (!this.waiting.peek()) return;
    const how = { size: this.size.peek(), colour: this.colour.peek() };
    const told = await this.ask(files, how);
    if (turn !== this.turn) return; // of files or choices since changed
    this.waiting.value = false;
    this.reading.value = told.reading ?? null;
    this.problem.value = told.problem ?? null;
  }

  /** What need not be sent. @param {readonly File[]} files @returns {string|null} */
  refusal(files) {
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    if (files.length === 0) return texts.imageData.noFile;
    return bytes > MOST_BYTES - HEAD_ROOM || files.length > MOST_FILES ? texts.imageData.tooMuch(bytes, files.length) : null;
  }

  /**
   * @param {readonly File[]} files
   * @param {{size: number, colour: boolean}} how
   * @returns {Promise<{reading?: Reading, problem?: string}>}
   */
  async ask(files, how) {
    const body = bodyOf(files, how);
    const headers = { "content-type": "application/octet-stream" };
    try {
      const response = await this.supply.line.fetch(IMAGES_PATH, { method: "POST", headers, body });
      const answer = await response.json();
      return response.ok ? { reading: answer } : { problem: this.inWords(answer.error, files) };
    } catch {
      return { problem: texts.offline };
    }
  }

  /**
   * A refusal: what it is about, what was expected, and what was found where that is a number.
   * @param {{field: string, message: string, got?: string}} error
   * @param {readonly File[]} files
   */
  inWords({ field, message, got = "" }, files) {
    const said = translateText(message, texts.catalog);
    const [, place] = /^pictures\.(\d+)$/.exec(field) ?? [];
    const file = place === undefined ? (files.length === 1 ? files[0] : undefined) : files[Number(place)];
    const about = file?.name ?? texts.imageData.parts[field];
    const [, number] = NUMBERS.exec(got) ?? [];
    return `${about ? `${about}: ` : ""}${said}${number ? ` ${texts.imageData.found(number)}` : ""}`;
  }

  /** Makes the images the data, with networks for them where the present ones cannot fit. */
  use() {
    const reading = this.reading.peek();
    if (!reading) return;
    const { id, params, statistics, networks } = reading;
    const changes = turnToImages(this.store, { id, shape: statistics.shape, networks });
    this.store.configure(UPLOAD_CONTROL, { ...changes, data: { id, params } });
    this.open.value = false;
  }
}

/**
 * The body of POST /api/images: the length of the head in 8 bytes, the head, the files.
 * @param {readonly File[]} files
 * @param {{size: number, colour: boolean}} how
 */
function bodyOf(files, how) {
  const head = new TextEncoder().encode(JSON.stringify({ files: files.map(({ size }) => size), ...how }));
  const length = new DataView(new ArrayBuffer(8));
  length.setUint32(0, head.length, true);
  return new Blob([length, head, ...files]);
}
