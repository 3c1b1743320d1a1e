// The numbers that are printed as text: what they are before the first frame, and after each.
import { signal } from "../vendor/signals.js";

/** @typedef {import("./protocol.js").Frame} Frame */
/** @typedef {import("./store.js").Status} Status */

/**
 * @typedef {object} Readout the numbers printed as text
 * @property {number} step
 * @property {Status} status
 * @property {number|null} dLoss null before the first step
 * @property {number|null} gLoss
 * @property {number|null} noiseStd of the noise on all that D sees now; null where there is none
 * @property {number|null} realLabel what real samples count as for D, where label smoothing is on
 * @property {number|null} rateFactor of both learning rates; null where no schedule changes them
 * @property {number|null} examples of images that D has learned from; null in the plane
 * @property {number|null} epochs how often that is all of them
 * @property {number} stepsPerSecond
 * @property {number|null} examplesPerSecond real images that D learned from in the last second; null in the plane
 * @property {number|null} verdictMs what one verdict of D takes
 * @property {number} trainedS seconds of training
 * @property {Record<string, number>} metrics the newest value of every metric measured in this run
 * @property {number[]|null} modeShares share of the fakes in each mode
 * @property {import("./protocol.js").Finding[]|null} diagnosis null before the first measurement
 */

/** @type {Readout} */
export const EMPTY_READOUT = Object.freeze({
  step: 0,
  status: "paused",
  dLoss: null,
  gLoss: null,
  noiseStd: null,
  realLabel: null,
  rateFactor: null,
  examples: null,
  epochs: null,
  stepsPerSecond: 0,
  examplesPerSecond: null,
  verdictMs: null,
  trainedS: 0,
  metrics: {},
  modeShares: null,
  diagnosis: null,
});

/**
 * The numbers after a frame; what it does not say stays as it was.
 * @param {Readout|undefined} latest of this run, if there are some
 * @param {Frame} frame
 * @returns {Readout}
 */
export function readoutAfter(latest, frame) {
  return {
    ...(latest ?? EMPTY_READOUT),
    ...pickReadout(frame),
    ...(frame.metrics && { metrics: { ...latest?.metrics, ...frame.metrics } }),
    ...(frame.verdictMs !== null && { verdictMs: frame.verdictMs }),
    ...(frame.modeShares && { modeShares: frame.modeShares }),
    ...(frame.diagnosis && { diagnosis: frame.diagnosis }),
  };
}

/** Taken over from every frame. */
const PICKED = /** @type {const} */ ([
  "step", "status", "dLoss", "gLoss", "noiseStd", "realLabel", "rateFactor", "examples", "epochs", "stepsPerSecond",
  "examplesPerSecond", "trainedS",
]);

/** @param {Frame} frame @returns {Pick<Readout, typeof PICKED[number]>} */
function pickReadout(frame) {
  return /** @type {any} */ (Object.fromEntries(PICKED.map((name) => [name, frame[name]])));
}

/** Text is repainted at most this often: faster, nobody can read the digits. */
export const READOUT_INTERVAL_MS = 100;

/** The newest numbers, and those that are printed. */
export class Readouts {
  /** @param {import("./clock.js").Clock} clock */
  constructor(clock) {
    this.clock = clock;
    this.readout = signal(EMPTY_READOUT);
    this.latest = /** @type {Readout|undefined} */ (undefined);
    this.publishedAtMs = -Infinity;
    this.scheduled = false;
  }

  /** @param {Frame} frame */
  take(frame) {
    this.latest = readoutAfter(this.latest, frame);
    this.schedule();
  }

  /** Drops the numbers of steps that are no longer the run's past. */
  forget() {
    this.latest = undefined;
  }

  /** Publishes the newest numbers, now or when the last ones have stood long enough. */
  schedule() {
    if (this.scheduled) return;
    const waitMs = this.publishedAtMs + READOUT_INTERVAL_MS - this.clock.now();
    if (waitMs <= 0) return this.publish();
    this.scheduled = true;
    this.clock.after(() => this.publish(), waitMs);
  }

  publish() {
    this.scheduled = false;
    this.publishedAtMs = this.clock.now();
    this.readout.value = this.latest ?? EMPTY_READOUT;
  }
}
