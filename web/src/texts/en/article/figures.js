// The article, in English: the words of its figures.
import { formatCount, formatFixed, formatPercent } from "../../../lib/format.js";

export const figures = {
  figure: {
    play: "Play",
    pause: "Pause",
    step: "One step",
    reset: "Start again",
    invite: "Press play to run this lab",
    starting: "Starting",
    practising: "D is practising alone",
    full: "All places on this server are taken. Try again in a while.",
    lost: "The connection was lost. Press play to begin again.",
    diverged: "The run diverged. Start it again.",
    /** @param {string} title */
    picture: (title) => `Picture of the small lab “${title}”`,
    /** @param {number} step */
    steps: (step) => `Step ${formatCount(step)}`,
    /** @param {number} share of the fakes */
    fooled: (share) => `D takes ${formatPercent(share)} of the fakes for real`,
    /** @param {number} covered @param {number} modes */
    modes: (covered, modes) => `${covered} of ${modes} modes covered`,
  },
  figures: {
    "d-alone": {
      title: "Only the discriminator learns",
      caption: "The generator is frozen; its fakes stay where they are. D colours the plane.",
      control: { label: "Arrows: where G would be pulled" },
    },
    "g-alone": {
      title: "Only the generator learns",
      caption: "D has practised for 300 steps and is frozen now. The fakes follow their arrows uphill.",
      control: { label: "Let D learn for 50 steps" },
    },
    both: {
      title: "Both players on the ring",
      caption: "Eight groups of real samples, one update of each player in turn.",
      control: { label: "The generator's learning rate", low: "careful", high: "bold" },
    },
    layers: {
      title: "One run, five layers",
      caption: "Press play, pause where you like, and switch the layers to see what each adds.",
      control: { label: "Layers" },
    },
    collapse: {
      title: "Collapse, and what helps",
      caption: "The same data and the same seed. Only the rules for the players differ.",
      control: {
        label: "Settings",
        options: { collapse: "Weak D, hasty G", regularized: "Sharp D, kept in check" },
      },
    },
    vanish: {
      title: "A discriminator that is too sure",
      caption: "D has practised for 300 steps against a generator that stood still, and is frozen. G starts now, by plain gradient descent.",
      control: { label: "G's loss", options: { minimax: "Minimax", non_saturating: "Non-saturating" } },
    },
    curves: {
      title: "How hard each loss pulls",
      caption: "G's loss over D's verdict on a fake. The pull is the slope with respect to D's raw output.",
      control: { label: "D's verdict on a fake" },
      names: { minimax: "Minimax", non_saturating: "Non-saturating" },
      axis: { fake: "0: fake", real: "1: real" },
      /** @param {string} name @param {number} pull */
      pull: (name, pull) => `${name}: pull ${formatFixed(pull, 2)}`,
      /** @param {number} verdict */
      verdict: (verdict) => formatPercent(verdict),
    },
    circles: {
      title: "The smallest game",
      caption: "Both players start at the ring and take 60 steps. The rest point is the cross in the middle.",
      control: { label: "Step size" },
      paths: { simultaneous: "both at once", alternating: "taking turns", damped: "with a brake" },
      /** @param {number} size */
      size: (size) => formatFixed(size, 2),
      drawing: "Three paths around the rest point: moving at once spirals outwards, taking turns circles, with a brake it comes to rest.",
    },
  },
};
