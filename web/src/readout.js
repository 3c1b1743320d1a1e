// The numbers that are printed as text: what they are before the first frame, and after each.

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
    ...(frame.modeShares && { modeShares: frame.modeShares }),
    ...(frame.diagnosis && { diagnosis: frame.diagnosis }),
  };
}

/** @param {Frame} frame @returns {Pick<Readout, "step"|"status"|"dLoss"|"gLoss"|"noiseStd"|"realLabel"|"rateFactor"|"examples"|"epochs"|"stepsPerSecond">} */
function pickReadout({ step, status, dLoss, gLoss, noiseStd, realLabel, rateFactor, examples, epochs, stepsPerSecond }) {
  return { step, status, dLoss, gLoss, noiseStd, realLabel, rateFactor, examples, epochs, stepsPerSecond };
}
