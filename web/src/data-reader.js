// The page's side of the data worker: hands it sources and choices, takes the newest answer alone.
import { noReading } from "./lib/data/reading.js";

/** @typedef {import("./lib/data/reading.js").Choices} Choices */
/** @typedef {import("./lib/data/reading.js").Limits} Limits */
/** @typedef {import("./lib/data/reading.js").Reading} Reading */

/** Reading takes a second or two at most; a file that takes longer was made to. */
export const LONGEST_READING_MS = 20_000;

/**
 * @typedef {object} World what the reader needs of the browser
 * @property {() => Worker} createWorker
 * @property {(run: () => void, delayMs: number) => any} setTimer
 * @property {(timer: any) => void} clearTimer
 */

/** @type {World} */
export const browser = {
  // beside this module, or beside the bundle that this module is part of
  createWorker: () => new Worker(new URL("./data-worker.js", import.meta.url), { type: "module" }),
  setTimer: (run, delayMs) => setTimeout(run, delayMs),
  clearTimer: (timer) => clearTimeout(timer),
};

/** One person's data, read as often as they change their mind. */
export class DataReader {
  /** @param {(reading: Reading) => void} onReading @param {World} [world] */
  constructor(onReading, world = browser) {
    this.onReading = onReading;
    this.world = world;
    this.requests = 0;
    /** @type {Worker|null} */
    this.worker = null;
    /** @type {Blob|string|null} what the present worker has not been given yet */
    this.source = null;
    /** @type {any} */
    this.timer = null;
  }

  /** Takes up another source. @param {Blob|string} source @param {Choices} choices @param {Limits} limits */
  open(source, choices, limits) {
    this.source = source;
    this.ask(source, choices, limits);
  }

  /** Reads the source in hand with other choices. @param {Choices} choices @param {Limits} limits */
  change(choices, limits) {
    if (this.source !== null) this.ask(this.worker ? null : this.source, choices, limits);
  }

  /** Lets go of the source. */
  close() {
    this.source = null;
    this.stop();
  }

  /** @param {Blob|string|null} source @param {Choices} choices @param {Limits} limits */
  ask(source, choices, limits) {
    this.requests += 1;
    this.worker ??= this.start();
    this.worker.postMessage({ request: this.requests, source, choices, limits });
    this.world.clearTimer(this.timer);
    this.timer = this.world.setTimer(() => this.giveUp(), LONGEST_READING_MS);
  }

  start() {
    const worker = this.world.createWorker();
    worker.onmessage = ({ data }) => {
      if (data.request !== this.requests) return; // of choices since changed
      this.world.clearTimer(this.timer);
      this.onReading(data.reading);
    };
    worker.onerror = () => this.giveUp();
    return worker;
  }

  giveUp() {
    this.stop();
    this.onReading(noReading({ kind: "slow", facts: {} }));
  }

  stop() {
    this.requests += 1; // what is under way is not awaited any more
    this.world.clearTimer(this.timer);
    this.worker?.terminate();
    this.worker = null;
  }
}
