// What each node of the graph draws, and where the samples are in it.
import { fake } from "../../layers/fake.js";
import { gradients } from "../../layers/gradients.js";
import { heatmap } from "../../layers/heatmap.js";
import { manifold } from "../../layers/manifold.js";
import { codeDots, noiseDots } from "../../layers/noise.js";
import { real } from "../../layers/real.js";
import { fakeVerdicts, realVerdicts } from "../../layers/verdicts.js";
import { noiseExtent, placeNoise } from "../../lib/noise.js";
import { sameNumbers } from "../../lib/same-numbers.js";

/** @typedef {import("../../protocol.js").Frame} Frame */
/** @typedef {import("../../protocol.js").Arrays} Arrays */
/** @typedef {import("../../layers/index.js").Painter} Painter */
/** @typedef {import("../../lib/samples.js").SamplesByKind} SamplesByKind */
/** @typedef {readonly [number, number, number, number]} Extent */

/**
 * @typedef {object} Miniature
 * @property {readonly Painter[]} painters from the bottom upwards
 * @property {(keyof Arrays)[]} arrays drawn anew when one of these changes
 * @property {(frame: Frame) => SamplesByKind} samples that can be pointed at in it, and their places
 * @property {boolean} [morphs] shows the noise on its way while that is played
 * @property {string} [layer] of the picture, which its label shows and hides
 * @property {(frame: Frame) => Extent|null} [extent] what it shows, where that is not the plane
 */

/** Whatever the graph draws, by names in a view command. */
export const GRAPH_ARRAYS = ["noise", "manifold", "fake", "real", "d_grid", "d_real", "d_fake", "gradients", "codes"];

/** And while the noise moves to where the generator sends it. */
export const MORPH_ARRAYS = ["lattice", "noise", "manifold", "fake"];

const reals = (/** @type {Frame} */ { arrays }) => ({ ...(arrays.real && { real: arrays.real }) });
const fakes = (/** @type {Frame} */ { arrays }) => ({ ...(arrays.fake && { fake: arrays.fake }) });

/** The codes stand for the real samples that they are of. @param {Frame} frame @returns {SamplesByKind} */
function coded({ arrays: { codes } }) {
  if (!codes) return {};
  const points = new Float32Array(2 * codes.shape[0]);
  placeNoise(codes, points);
  return { real: points };
}

/** The noise vectors stand for the fakes made of them. @param {Frame} frame @returns {SamplesByKind} */
function noises({ arrays: { noise } }) {
  if (!noise) return {};
  const points = new Float32Array(2 * noise.shape[0]);
  placeNoise(noise, points);
  return { fake: points };
}

/** Codes are drawn on the scale of the noise that they should look like. @param {Frame} frame */
const whereNoiseIs = ({ arrays: { noise } }) => (noise ? noiseExtent(noise) : null);

/** @type {Record<string, Miniature>} */
export const MINIATURES = {
  noise: {
    painters: [codeDots, noiseDots],
    arrays: ["noise", "codes"],
    samples: noises,
    extent: whereNoiseIs,
  },
  encoder: { painters: [codeDots], arrays: ["noise", "codes"], samples: coded, extent: whereNoiseIs },
  generator: { painters: [manifold], arrays: ["manifold"], samples: fakes, layer: "manifold", morphs: true },
  real: { painters: [real], arrays: ["real", "realLabels"], samples: reals, layer: "real" },
  fake: { painters: [fake], arrays: ["fake", "fakeLabels"], samples: fakes, layer: "fake" },
  discriminator: {
    painters: [heatmap],
    arrays: ["dGrid"],
    samples: (frame) => ({ ...reals(frame), ...fakes(frame) }),
    layer: "heatmap",
  },
  predictions_real: { painters: [realVerdicts], arrays: ["real", "dReal"], samples: reals },
  predictions_fake: { painters: [fakeVerdicts], arrays: ["fake", "dFake"], samples: fakes },
  gradients: { painters: [gradients], arrays: ["fake", "gradients"], samples: fakes, layer: "gradients" },
};

/**
 * Whether a miniature would look the same with another frame.
 * @param {(keyof Arrays)[]} names
 * @param {Frame|null} before
 * @param {Frame|null} after
 */
export function looksTheSame(names, before, after) {
  if (!before || !after) return before === after;
  return names.every((name) => sameNumbers(numbersOf(before.arrays[name]), numbersOf(after.arrays[name])));
}

/** @typedef {Arrays[keyof Arrays]} AnyArray */

/** @param {AnyArray} array @returns {ArrayLike<number>|undefined} */
const numbersOf = (array) => (array && "data" in array ? array.data : array);
