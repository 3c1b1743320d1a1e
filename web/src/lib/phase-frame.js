// A frame of slow motion as every picture of the page is to show it: the phase's own batch in the place of the usual samples.

/** @typedef {import("../protocol.js").Frame} Frame */
/** @typedef {import("../protocol.js").Phase} Phase */

/**
 * D's verdict on each sample, as the heatmap has it: ½ at the boundary.
 * @param {Float32Array} raw D's raw outputs
 * @param {number} boundary of the loss
 * @returns {Float32Array}
 */
export function verdictsOf(raw, boundary) {
  return raw.map((output) => 1 / (1 + Math.exp(boundary - output)));
}

/** Whether the weights of this player have just moved. @param {Phase} phase @param {Phase["player"]} player */
const moved = (phase, player) => phase.name === "update" && phase.player === player;

/**
 * Puts a phase's batch, and what D said of it, in the place of the samples that are always shown.
 * What the turn has not found yet is left out. When G moves, the usual samples stay: they come from
 * the same noise before and after, so that one sees where each of them went.
 * @param {Frame} frame with a phase
 * @param {number} boundary of the loss
 * @returns {Frame}
 */
export function phaseFrame(frame, boundary) {
  const { phase } = frame;
  if (!phase || phase.fakeImages || moved(phase, "generator")) return frame; // images: see phase-images.js
  const { noise, xReal, xFake, dReal, dFake, gradients, realLabels, fakeLabels } = phase;
  const arrays = { ...frame.arrays, fake: xFake, dFakeRaw: dFake, gradients, fakeLabels };
  arrays.dFake = dFake && verdictsOf(dFake, boundary);
  arrays.noise = noise && xFake && { data: noise, shape: [xFake.length / 2, noise.length / (xFake.length / 2)] };
  if (xReal) {
    arrays.real = xReal;
    arrays.realLabels = realLabels;
    arrays.reconstruction = undefined; // of the usual samples
    arrays.dReal = dReal && verdictsOf(dReal, boundary);
    arrays.dRealRaw = dReal;
  }
  return { ...frame, arrays };
}
