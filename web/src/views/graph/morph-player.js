// The time of the morph: from noise to the generator's picture and back, for as long as one looks.
import { drawingLoop } from "../drawing-loop.js";

/** @typedef {import("../../../vendor/signals.js").Signal<number|null>} Progress */

/** From noise to picture, and as long back. */
const WAY_MS = 2000;

/** At each end, so that one can look. */
const REST_MS = 700;

const ROUND_MS = 2 * (WAY_MS + REST_MS);

/**
 * How far the noise has come after a time: there, a rest, back, a rest.
 * @param {number} elapsedMs
 * @param {boolean} still no motion between the two states
 * @returns {number} 0 for the noise, 1 for what the generator makes of it
 */
export function progressAt(elapsedMs, still) {
  const at = elapsedMs % ROUND_MS;
  if (still) return at < ROUND_MS / 2 ? 0 : 1;
  if (at < REST_MS) return 0;
  if (at < REST_MS + WAY_MS) return eased((at - REST_MS) / WAY_MS);
  if (at < 2 * REST_MS + WAY_MS) return 1;
  return 1 - eased((at - 2 * REST_MS - WAY_MS) / WAY_MS);
}

/** Slow at both ends. @param {number} part 0..1 */
const eased = (part) => part * part * (3 - 2 * part);

/** Moves a signal of progress with the page's drawing loop. */
export class MorphPlayer {
  /**
   * @param {Progress} progress null while nothing is shown
   * @param {() => boolean} isStill whether the reader wants no motion
   */
  constructor(progress, isStill) {
    this.progress = progress;
    this.isStill = isStill;
    this.request = 0;
  }

  /** @param {number} [rounds] there and back, after which it ends by itself */
  start(rounds = Infinity) {
    if (this.request !== 0) return;
    const beganMs = performance.now();
    const turn = () => {
      const elapsedMs = performance.now() - beganMs;
      if (elapsedMs > rounds * ROUND_MS) return this.stop();
      const still = this.isStill();
      this.progress.value = progressAt(elapsedMs, still);
      this.request = drawingLoop.request(turn);
      return undefined;
    };
    turn();
  }

  stop() {
    drawingLoop.cancel(this.request);
    this.request = 0;
    this.progress.value = null;
  }
}
