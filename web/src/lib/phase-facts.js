// What a phase of slow motion comes to in numbers, for its caption.

/** @typedef {import("../protocol.js").Phase} Phase */
/** @typedef {import("../protocol.js").Entry} Entry */

/**
 * @typedef {object} PhaseFacts
 * @property {"probability"|"line"|"score"} output how the loss reads D's raw output: its sigmoid is the
 *   probability of "real"; it has a line between fake and real; it is a score and no more
 * @property {number} boundary that line
 * @property {number} samples fakes in the batch
 * @property {number|null} realSaid share of the real samples that D calls real
 * @property {number|null} fakeSaid share of the fakes that it calls real
 * @property {number|null} realMean D's mean raw output on them
 * @property {number|null} fakeMean
 * @property {boolean} pairs whether G's turn needs real samples as well as fakes
 * @property {boolean} encodes whether that is for an encoder, which learns with G
 * @property {"none"|"alike"|"unlike"} push how much the samples count for D's gradient
 */

/** Slopes that differ by less than this share of the largest count as alike. */
const ALIKE = 0.01;

/** @param {Entry|undefined} loss @returns {PhaseFacts["output"]} */
export function outputOf(loss) {
  if (loss?.probability) return "probability";
  return loss?.boundary === undefined ? "score" : "line";
}

/** @param {Float32Array|undefined} raw @param {number} boundary */
function shareAbove(raw, boundary) {
  return raw?.length ? raw.filter((output) => output > boundary).length / raw.length : null;
}

/** @param {Float32Array|undefined} raw */
function meanOf(raw) {
  return raw?.length ? raw.reduce((sum, output) => sum + output, 0) / raw.length : null;
}

/** @param {Phase} phase @returns {PhaseFacts["push"]} */
function pushOf({ slopeReal = new Float32Array(0), slopeFake = new Float32Array(0) }) {
  const sizes = [...slopeReal, ...slopeFake].map(Math.abs);
  const most = Math.max(0, ...sizes);
  if (most === 0) return "none";
  return Math.min(...sizes) > (1 - ALIKE) * most ? "alike" : "unlike";
}

/**
 * @param {Phase} phase
 * @param {Entry|undefined} loss
 * @param {boolean} [encodes] whether the model has an encoder
 * @returns {PhaseFacts}
 */
export function phaseFacts(phase, loss, encodes = false) {
  const boundary = loss?.boundary ?? 0;
  return {
    output: outputOf(loss),
    boundary,
    samples: phase.fakeImages ? phase.fakeImages.shape[0] : (phase.xFake?.length ?? 0) / 2,
    realSaid: shareAbove(phase.dReal, boundary),
    fakeSaid: shareAbove(phase.dFake, boundary),
    realMean: meanOf(phase.dReal),
    fakeMean: meanOf(phase.dFake),
    pairs: encodes || (loss?.pairs ?? false),
    encodes,
    push: pushOf(phase),
  };
}
