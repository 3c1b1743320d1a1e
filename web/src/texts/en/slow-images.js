// Slow motion among images: what happens in each phase, with the numbers of this very step.
import { formatCount, formatLoss, formatNumber, formatPercent } from "../../lib/format.js";

/** @typedef {import("../../lib/phase-facts.js").PhaseFacts} Facts */
/** @typedef {import("../../protocol.js").Phase} Phase */

/** @param {number|null|undefined} value */
const number = (value) => (value === null || value === undefined ? "not a number" : formatNumber(value));

/** @param {number|undefined} value */
const loss = (value) => (value === undefined ? number(value) : formatLoss(value));

/** @param {number|null} share */
const percent = (share) => formatPercent(share ?? 0);

/** @param {Phase} phase */
const source = ({ noise }) => (noise ? "out of noise" : "out of what it is given");

/** @param {Facts} facts */
const compared = ({ realMean, fakeMean }) => `On average it scores the real images ${number(realMean)} and the fakes ${number(fakeMean)}.`;

export const slowImages = {
  /** @param {number} count */
  batch: (count) => `${formatCount(count)} in this batch`,
  gradients: "brighter ↑, darker ↓",
  /** @param {string} length */
  layer: (length) => `gradient ${length}`,
  /** Under the number of each, where there is little room. */
  phases: { samples: "Make", predictions: "Judge", loss: "Loss", gradients: "Gradient", update: "Update" },
  layerHelp: "How long this layer’s part of the gradient is: how hard the loss pushes its weights.",

  /**
   * What happened, with its numbers.
   * @type {Record<Phase["player"], Partial<Record<Phase["name"],
   *   (facts: Facts, phase: Phase, blur: string|null, average: boolean) => {title: string, text: string}>>>}
   */
  captions: {
    discriminator: {
      samples: ({ samples }, phase, blur) => ({
        title: `The generator makes ${formatCount(samples)} images ${source(phase)}.`,
        text: `As many real ones are drawn from the data: both grids show this very batch. ${blur ? `${blur} blurs both a little. ` : ""}The discriminator is about to see them all.`,
      }),
      predictions: (facts) => ({
        title: "Layer by layer, the discriminator comes to a verdict on each image.",
        text: {
          probability: `It says “real” to ${percent(facts.realSaid)} of the real images and to ${percent(facts.fakeSaid)} of the fakes.`,
          line: `It scores ${percent(facts.realSaid)} of the real images above ${formatNumber(facts.boundary)}, its line between fake and real, and ${percent(facts.fakeSaid)} of the fakes.`,
          score: `${compared(facts)} Higher means more real; no score is a verdict by itself.`,
        }[facts.output],
      }),
      gradients: (_facts, phase) => ({
        title: `From the last layer back to the first, each weight learns which way to go. Length: ${number(phase.gradientNorm)}.`,
        text: "The number on each layer is its share of that length: where it is near zero, that layer hardly learns from this batch.",
      }),
      update: (_facts, phase) => ({
        title: "The discriminator takes one step.",
        text: `Its ${formatCount(phase.weights ?? 0)} weights move by ${number(phase.updateNorm)} in all. Compare its verdicts on the usual images before and after.`,
      }),
    },
    generator: {
      samples: ({ samples, pairs, encodes }, phase, blur) => ({
        title: `The generator makes ${formatCount(samples)} new images ${source(phase)}.`,
        text:
          `${blur ? `${blur} blurs them a little. ` : ""}` +
          (encodes
            ? "Real images are drawn as well: the encoder, which learns together with the generator, gives each of them a code."
            : pairs
            ? "This loss compares fakes with real images, so as many are drawn for the discriminator; the generator never sees one."
            : phase.noise
            ? "It has never seen a real image, and it will not see one now."
            : "How far each is from the image it should be counts in its loss as well."),
      }),
      predictions: (facts) => ({
        title: facts.pairs ? "The discriminator judges the fakes, and real images beside them." : "The discriminator judges the fakes.",
        text: facts.pairs
          ? `${compared(facts)} Only how they compare counts.`
          : {
            probability: `It says “real” to ${percent(facts.fakeSaid)} of them. `,
            line: `It scores ${percent(facts.fakeSaid)} of them above ${formatNumber(facts.boundary)}, its line between fake and real. `,
            score: `On average it scores them ${number(facts.fakeMean)}; higher means more real. `,
          }[facts.output] + "These verdicts are what the generator learns from.",
      }),
      loss: ({ pairs, encodes }, phase) => ({
        title: `How badly did the fakes do? ${loss(phase.loss)}.`,
        text: encodes
          ? "This loss is what generator and encoder make small: the lower, the more the discriminator takes one kind of pair for the other."
          : pairs
          ? "This loss is what the generator makes small: the lower, the more its fakes score above real images."
          : "This loss is what the generator makes small: the lower, the better its fakes pass for real.",
      }),
      gradients: (_facts, phase) => ({
        title: "How should each pixel of each fake change?",
        text: `Bright: up, dark: down, grey: stay, so that the loss falls with the discriminator held still. From there back through the generator’s layers: a gradient of length ${number(phase.gradientNorm)}.`,
      }),
      update: (_facts, phase, _blur, average) => ({
        title: "The generator takes one step.",
        text:
          `Its ${formatCount(phase.weights ?? 0)} weights move by ${number(phase.updateNorm)} in all. ` +
          (average
            ? "The usual images show an average of its weights, which follows slowly."
            : "Compare the usual images, of the same noise, before and after."),
      }),
    },
  },
};
