// The page's clock: what time it is, and what is to happen later. Tests have one of their own.

/**
 * @typedef {object} Clock
 * @property {() => number} now milliseconds, monotonic
 * @property {(run: () => void, delayMs: number) => unknown} after
 */

/** @type {Clock} */
export const browserClock = {
  now: () => performance.now(),
  after: (run, delayMs) => setTimeout(run, delayMs),
};
