// The panel of images: counters and charts of time, and what is said where nothing goes wrong.
import { formatCount } from "../../lib/format.js";

export const time = {
  trained: "Time trained",
  trainedHelp:
    "How long the server has been at the steps of this run: minutes and seconds, without pauses, and without the time for looking and measuring. Back at an earlier step it is what it was there.",
  imagesPerSecond: "Images per second",
  imagesPerSecondHelp:
    "How many real images the discriminator learned from in the last second, as counted by the server: with several updates in a step all of them count. 0 while it is paused.",
  looks: "D judges",
  looksHelp:
    "How many images D judges in a second where it only looks, and how long it takes for each: measured on the 64 of each kind that are shown.",
  /** @param {string} perSecond @param {string} ms */
  looksValue: (perSecond, ms) => `${perSecond}/s · ${ms} ms`,
  /** @param {string} count */
  ofEach: (count) => `${count} of each kind`,
  perSecond: "per s",
  kinds: { real: "Real", fake: "Fakes" },
  gradients: "Gradient norms",
  gradientsHelp:
    "How long each player’s gradient was in its last update: how hard its loss pushes its weights. Near zero a player has nothing to learn from; rising without end it runs away.",
  balanced: "Training is balanced",
  unremarkable: "Nothing unusual",
  early: "Just begun",
  /** @param {string} share @param {number} samples */
  right: (share, samples) => `D is right ${share} of the time, on ${formatCount(samples)} unseen real images and as many fakes.`,
  /** @param {number} present @param {number} of @param {number} samples */
  classes: (present, of, samples) =>
    present === of
      ? `All ${of} classes appear among ${formatCount(samples)} fakes.`
      : `${present} of ${of} classes appear among ${formatCount(samples)} fakes.`,
  distance: "Watch the Fréchet distance: it should keep falling.",
};
