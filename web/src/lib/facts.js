// What a frame says in numbers: about one sample, and about the whole picture.

/** @typedef {import("../protocol.js").Frame} Frame */
/** @typedef {import("./samples.js").Sample} Sample */

/**
 * @typedef {object} SampleFacts
 * @property {"real"|"fake"} kind
 * @property {number} x in plane units
 * @property {number} y
 * @property {number|null} verdict D's verdict on it, 0..1; null where only its score is to be told
 * @property {number} [score] D's raw output on it, where that is no probability
 * @property {[number, number]|null} gradient where it must go to lower G's loss; fakes only
 * @property {Float32Array|null} noise the vector that it was made of; fakes only
 * @property {number} [label] its class, from 0
 */

/**
 * @param {Frame} frame
 * @param {Sample} sample
 * @returns {SampleFacts|null} null when the frame does not hold the sample
 */
export function sampleFacts(frame, { kind, index }) {
  const { arrays } = frame;
  const points = arrays[kind];
  if (!points || 2 * index >= points.length) return null;
  const verdicts = kind === "real" ? arrays.dReal : arrays.dFake;
  const vectors = kind === "fake" ? arrays.gradients : undefined;
  const noise = kind === "fake" ? arrays.noise : undefined;
  const labels = kind === "real" ? arrays.realLabels : arrays.fakeLabels;
  const dimension = noise?.shape[1] ?? 0;
  return {
    kind,
    x: points[2 * index],
    y: points[2 * index + 1],
    verdict: verdicts ? verdicts[index] : null,
    gradient: vectors ? [vectors[2 * index], vectors[2 * index + 1]] : null,
    noise: noise ? noise.data.slice(index * dimension, (index + 1) * dimension) : null,
    ...(labels && { label: labels[index] }),
  };
}

/**
 * @param {Frame} frame
 * @returns {{step: number, real: number, fake: number, fooled: number|null}} numbers of samples,
 *   and the share of the fakes that D takes for real
 */
export function pictureFacts({ step, arrays }) {
  const { real, fake, dFake } = arrays;
  const fooled = dFake?.length ? dFake.filter((verdict) => verdict > 0.5).length / dFake.length : null;
  return { step, real: (real?.length ?? 0) / 2, fake: (fake?.length ?? 0) / 2, fooled };
}

/**
 * The facts as they may be told: a probability only where the loss makes D's output one, else its score.
 * @param {Frame} frame
 * @param {Sample} sample
 * @param {import("../protocol.js").Entry|undefined} loss
 * @returns {SampleFacts|null}
 */
export function honestFacts(frame, sample, loss) {
  const facts = sampleFacts(frame, sample);
  if (!facts || !loss || loss.probability) return facts;
  const raw = sample.kind === "real" ? frame.arrays.dRealRaw : frame.arrays.dFakeRaw;
  return { ...facts, verdict: null, score: raw?.[sample.index] };
}
