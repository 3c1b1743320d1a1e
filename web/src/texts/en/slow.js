// The sentences of slow motion: what happens in each phase, with the numbers of this very step.
import { formatCount, formatFixed, formatNumber, formatPercent } from "../../lib/format.js";

/** @typedef {import("../../lib/phase-facts.js").PhaseFacts} Facts */
/** @typedef {import("../../protocol.js").Phase} Phase */

/** A number that the server may have left out, because it is none any more. @param {number|null|undefined} value */
const number = (value) => (value === null || value === undefined ? "not a number" : formatNumber(value));

/** @param {number|undefined} value */
const loss = (value) => (value !== undefined && Math.abs(value) < 100 ? formatFixed(value, 3) : number(value));

/** @param {number|null} share */
const percent = (share) => formatPercent(share ?? 0);

/** Where the loss draws a line, the score on its real side. @param {Facts} facts */
const line = ({ boundary }) => `above ${formatNumber(boundary)}`;

export const slow = {
  button: "Slow motion",
  help: "One step in its phases, five for each player, with the numbers that are really computed.",
  leaveHelp: "Finishes this step and goes back to the overview.",
  next: "Next phase",
  nextHelp: "Plays one phase and stops.",
  pace: "Pace",
  paceHelp: "How long each phase stands while they are played one after another.",
  /** @param {number} seconds */
  paceValue: (seconds) => `${formatFixed(seconds, 1)} s`,
  play: "Play the phases",
  playHelp: "Phase after phase, at the pace that you choose.",
  pause: "Hold this phase",
  pauseHelp: "Nothing moves until you go on.",
  title: "One step, phase by phase",
  strips: { discriminator: "Phases of the discriminator", generator: "Phases of the generator" },
  toPhase: "Plays forwards to this phase, through the rest of the step if it lies behind.",
  caption: "This phase",
  /** @param {number} turn @param {number} turns */
  turn: (turn, turns) => `update ${turn} of ${turns}`,
  /** @param {number} turn @param {number} turns */
  trial: (turn, turns) => `trial ${turn} of ${turns}`,
  trialRemark: "This move is a trial: it will be taken back once both have seen where it leads.",
  /** @param {number} updates */
  aheadRemark: (updates) =>
    `The judge is D as G expects it to be ${updates === 1 ? "one update" : `${updates} updates`} from now.`,
  /** G's gradients where it looks ahead: they lead through what D would learn. @param {Facts} _facts @param {Phase} phase */
  aheadGradients: (_facts, phase) => ({
    title: "Where should each fake go?",
    text: `Each arrow points to where the loss falls, D’s foreseen updates counted in. The generator’s own gradient, of length ${number(phase.gradientNorm)}, follows from all arrows.`,
  }),
  skipped: "not in this step",
  sides: {
    label: "Before and after the update",
    before: { label: "Before", help: "As it was before this update." },
    after: { label: "After", help: "As it is after this update." },
  },

  idle: {
    title: "One step of training, taken apart.",
    text: "Press “Next phase”, or play. First the discriminator learns, in five phases; then the generator, in five more.",
  },
  training: {
    title: "The run is training.",
    text: "Pause it, and the next step is shown phase by phase.",
  },

  phases: {
    discriminator: {
      samples: "Make fake samples",
      predictions: "Judge real and fake",
      loss: "Compute D loss",
      gradients: "Find D’s gradients",
      update: "Update D",
    },
    generator: {
      samples: "Make fake samples",
      predictions: "Judge the fakes only",
      loss: "Compute G loss",
      gradients: "Find G’s gradients",
      update: "Update G",
    },
  },

  /** The generator's, where its loss compares each fake with a real sample. */
  pairPhases: {
    samples: "Make fakes, draw real",
    predictions: "Judge fakes and real",
  },

  /** Beside the title of the picture. */
  pictures: {
    discriminator: {
      samples: "the batch that D will see",
      predictions: "each sample takes the colour of its verdict",
      loss: "the verdicts that the loss adds up",
      gradients: "how hard each sample pushes D",
      update: "D’s verdict before and after",
    },
    generator: {
      samples: "where the noise lands now",
      predictions: "each fake takes the colour of its verdict",
      loss: "the verdicts that the loss adds up",
      gradients: "each arrow lowers G’s loss",
      update: "the same noise before and after",
    },
  },

  /** Under the picture. */
  lines: {
    discriminator: {
      samples: "Bold: this batch. Faint: D’s verdict, not yet asked for.",
      predictions: "Discs are real, diamonds fake; coloured as D judges them.",
      loss: "A sample in the wrong colour adds to D’s loss.",
      gradients: "The larger a sample, the more it counts for D’s gradient.",
      update: "Press Before and After to compare.",
    },
    generator: {
      samples: "The mesh is the whole noise, the dots are this batch.",
      predictions: "A fake coloured like real samples fools the discriminator.",
      loss: "The faker a fake looks to D, the more it adds to G’s loss.",
      gradients: "G will change so that its fakes move along these arrows.",
      update: "Press Before and After to compare.",
    },
  },

  /** The same, where D's output is a score without a line between fake and real. */
  scoreLines: {
    discriminator: {
      predictions: "Discs are real, diamonds fake; coloured by D’s score.",
      loss: "Discs that score far above diamonds make D’s loss low.",
    },
    generator: {
      predictions: "Fakes coloured like real samples have a high score.",
      loss: "The lower D scores a fake, the more it adds to G’s loss.",
    },
  },

  /**
   * What happened, with its numbers.
   * @type {Record<Phase["player"], Record<Phase["name"],
   *   (facts: Facts, phase: Phase, blur: string|null, average: boolean) => {title: string, text: string}>>}
   */
  captions: {
    discriminator: {
      samples: ({ samples }, _phase, blur) => ({
        title: `The generator makes ${formatCount(samples)} fakes out of noise.`,
        text:
          `As many real samples are drawn from the data. ${blur ? `${blur} blurs both a little. ` : ""}` +
          "The discriminator is about to see them all.",
      }),
      predictions: (facts) => ({
        title: "The discriminator judges real and fake.",
        text: {
          probability: `It says “real” to ${percent(facts.realSaid)} of the real samples and to ${percent(facts.fakeSaid)} of the fakes.`,
          line: `It scores ${percent(facts.realSaid)} of the real samples ${line(facts)}, its line between fake and real, and ${percent(facts.fakeSaid)} of the fakes.`,
          score: `On average it scores the real samples ${number(facts.realMean)} and the fakes ${number(facts.fakeMean)}. Higher means more real; no score is a verdict by itself.`,
        }[facts.output],
      }),
      loss: (_facts, phase) => ({
        title: `All verdicts add up to one number: ${loss(phase.loss)}.`,
        text:
          "This loss is what the discriminator makes small: the lower, the better it tells real from fake." +
          (phase.penalty === undefined ? "" : ` Of it, ${number(phase.penalty)} is the penalty on its slope.`),
      }),
      gradients: (facts, phase) => ({
        title: `Which way should each weight go? The gradient’s length is ${number(phase.gradientNorm)}.`,
        text: {
          none: "No sample pushes the discriminator any more.",
          alike: "Every sample pushes as hard as any other, whatever its score.",
          unlike: "The samples do not push alike: the large ones push hardest.",
        }[facts.push],
      }),
      update: (_facts, phase) => ({
        title: "The discriminator takes one step.",
        text: `Its ${formatCount(phase.weights ?? 0)} weights move by ${number(phase.updateNorm)} in all. Compare its verdict over the plane before and after.`,
      }),
    },
    generator: {
      samples: ({ samples, pairs, encodes }, _phase, blur) => ({
        title: `The generator makes ${formatCount(samples)} new fakes.`,
        text:
          `The noise is fresh.${blur ? ` ${blur} blurs ${pairs ? "all samples" : "them"} a little.` : ""} ` +
          (encodes
            ? "Real samples are drawn as well: the encoder, which learns together with the generator, gives each of them a code."
            : pairs
            ? "This loss compares fakes with real samples, so as many are drawn for the discriminator; the generator never sees one."
            : "It has never seen a real sample, and it will not see one now."),
      }),
      predictions: (facts) => ({
        title: facts.encodes
          ? "The discriminator judges pairs: fakes with their noise, real samples with their codes."
          : facts.pairs ? "The discriminator judges the fakes, and real samples beside them." : "The discriminator judges the fakes.",
        text: facts.encodes
          ? `On average it scores the real pairs ${number(facts.realMean)} and the fake ones ${number(facts.fakeMean)}. The generator wants fake pairs to pass for real, the encoder real pairs for fake.`
          : facts.pairs
          ? `On average it scores the real samples ${number(facts.realMean)} and the fakes ${number(facts.fakeMean)}. Only how they compare counts, and that is all the generator will see.`
          : {
            probability: `It says “real” to ${percent(facts.fakeSaid)} of them. `,
            line: `It scores ${percent(facts.fakeSaid)} of them ${line(facts)}, its line between fake and real. `,
            score: `On average it scores them ${number(facts.fakeMean)}; higher means more real. `,
          }[facts.output] + "The generator will only see these verdicts, never the real samples.",
      }),
      loss: ({ pairs, encodes }, phase) => ({
        title: `How badly did the fakes do? ${loss(phase.loss)}.`,
        text: encodes
          ? "This loss is what generator and encoder make small: the lower, the more the discriminator takes one kind of pair for the other."
          : pairs
          ? "This loss is what the generator makes small: the lower, the more its fakes score above real samples."
          : "This loss is what the generator makes small: the lower, the better its fakes pass for real.",
      }),
      gradients: (_facts, phase) => ({
        title: "Where should each fake go?",
        text: `Each arrow points to where the loss falls, with the discriminator held still. The generator’s own gradient, of length ${number(phase.gradientNorm)}, follows from all arrows.`,
      }),
      update: (_facts, phase, _blur, average) => ({
        title: "The generator takes one step.",
        text:
          `Its ${formatCount(phase.weights ?? 0)} weights move by ${number(phase.updateNorm)} in all. ` +
          (average
            ? "The picture shows an average of its weights, which follows slowly."
            : "Compare where the same noise lands before and after."),
      }),
    },
  },
};
