// The sentences of the instruments; what each one is and how it misleads comes from the server.
import { formatCount } from "../../lib/format.js";

export const instruments = {
  title: "Instruments",
  add: "Add chart",
  choose: "Choose…",
  help: "Distances, tests and more, each beside what a perfect sampler would score. Measured apart, so the run is as fast as without.",
  intro:
    "Each instrument looks at the run in its own way, and each can be fooled. What you choose appears under the charts. " +
    "Another process measures it, so the run is as fast as without.",
  close: "Close",
  /** @param {string} label */
  remove: (label) => `Take ${label} off`,
  removeHelp: "It is measured no longer; you can choose it again.",
  groups: {
    divergence: "Divergences",
    transport: "Transport",
    test: "Two-sample tests",
    coverage: "Modes and coverage",
    likelihood: "Likelihood",
    path: "The players’ way",
    images: "Images, by a small classifier",
  },
  better: { lower: "lower is better", higher: "higher is better", neither: "no direction is good" },
  misleadsLabel: "How it misleads:",
  /** @param {string} sentence */
  misleads: (sentence) => `How it misleads: ${sentence}`,
  /** @param {number} samples */
  samples: (samples) => `Measured on ${formatCount(samples)} samples a side.`,
  /** @param {number} pairs */
  pairs: (pairs) => `Measured on ${formatCount(pairs)} pairs of successive steps.`,
  /** @param {string} mean @param {string} spread */
  floor: (mean, spread) => `perfect sampler ${mean} ± ${spread}`,
  floorWaits: "perfect sampler: measuring",
  floorLater: "what a perfect sampler scores is measured once you choose it",
  /** @param {string} words */
  atRest: (words) => `at rest: ${words}`,
  measuring: "Measuring…",
  needsSteps: "Comes after some steps of training.",
  needsModes: "Only where the data are a mixture of Gaussians.",
  needsClasses: "Only where the images have classes.",
  needsLabels: "Only where the model is told which class to make.",
  /** @param {number} count */
  needsHeldOut: (count) => `Needs at least ${count} held-out images.`,
  /** @param {string} share */
  preparing: (share) => `A small classifier learns the classes, once for these images: ${share}`,
  /** @param {string} accuracy */
  by: (accuracy) => `, seen by a classifier that is right on ${accuracy} %`,
  /** @param {number} count */
  fakes: (count) => `${formatCount(count)} fakes`,
  byChance: ", no classes: seen by a network with random weights",
  /** @param {string} name @param {string} share @param {string} due */
  share: (name, share, due) => `${name}: ${share} of the fakes, ${due} of the data`,
  /** @param {number} place @param {string} distance */
  pair: (place, distance) => `Pair ${place}: differs by ${distance}`,
  verdict: {
    /** @param {string} p */
    differ: (p) => `p ${p}: they differ`,
    /** @param {string} p */
    may: (p) => `p ${p}: they may differ`,
    /** @param {string} p */
    none: (p) => `p ${p}: no difference seen`,
  },
  /** @param {string} share */
  perfectShare: (share) => `perfect generator ${share}`,
  perfectAsData: "perfect generator: as the data",
  perfect: "perfect sampler",
  bestD: "best D",
};
