// The sentences of the loss theory drawer.
import { formatNumber } from "../../lib/format.js";

export const theory = {
  title: "Loss theory",
  closed: "formula, curve, live histogram",
  open: "Open the theory of the loss",
  close: "Close the theory of the loss",
  minimizes: { d: "The discriminator minimizes", g: "The generator minimizes" },
  divergence: "With the best D, −L_D is",
  divergenceHelp:
    "What the game makes small if the discriminator always finds its best answer: a distance between the data, " +
    "of density p, and the fakes, of density q.",
  pairs: "Beside a real sample of output 0.",
  help: "The formulas of the loss, how hard it pulls the generator, and where the fakes are now.",
  compare: "Compare with another loss",
  compareHelp: "Lays the curves of another loss over these; the run goes on as it is.",
  none: "None",
  keys: { loss: "G loss", pull: "pull" },
  pullHelp: "How hard one fake is pushed to look more real: minus the slope of G’s loss by D’s raw output.",
  other: "Thin: the other loss.",
  usual: "Drawn for the usual parameters of this loss.",
  probability: {
    /** @param {number|null} mean */
    axis: (mean) => (mean === null ? "D(G(z))" : `D(G(z)), mean now ${formatNumber(mean)}`),
    left: "0 fake",
    middle: "½",
    right: "real 1",
  },
  raw: {
    /** @param {number|null} mean */
    axis: (mean) => (mean === null ? "raw output d(G(z))" : `raw output d(G(z)), mean now ${formatNumber(mean)}`),
    left: "−4",
    middle: "0",
    right: "4",
  },
  /**
   * The chart in words.
   * @param {string} loss
   * @param {string} axis
   */
  chart: (loss, axis) =>
    `What one fake costs the generator under the loss ${loss}, how hard it is pulled, and where the fakes are now: ${axis}.`,
};
