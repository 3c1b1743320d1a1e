// The sentences of the model overview graph.
import { formatCount, formatNumber } from "../../lib/format.js";

export const graph = {
  label: "Model overview",
  edit: "Edit",
  editHelp: "Change how the game is played.",
  done: "Done",
  doneHelp: "Back to the overview of the model.",
  intro: "The generator turns noise into fakes. The discriminator tells real from fake. Each learns from the other.",
  keys: "Arrow keys move from sample to sample, Escape leaves.",
  roleDescription: "miniature",
  toggle: "Show or hide in the picture",
  /** @param {string} node @param {string} layer what the layer shows */
  toggleHelp: (node, layer) => `${node}: ${layer}`,
  morphHelp: "Press to see the noise become it.",
  morphing: "each point of the noise goes where G sends it",

  nodes: {
    noise: { label: "Noise", help: "random numbers, one vector for each fake" },
    generator: { label: "Generator", help: "where the generator sends a grid of noise" },
    encoder: {
      label: "Encoder",
      help: "the code that E gives each real sample, on the scale of the noise; E learns with G, and at best its codes look like noise and lead back to the samples",
    },
    real: { label: "Real samples", help: "samples of the data" },
    fake: { label: "Fake samples", help: "what the generator makes of the noise" },
    discriminator: { label: "Discriminator", help: "how real each place of the plane looks to it" },
    predictions_real: { label: "Predictions", help: "real samples in the colour of the verdict" },
    predictions_fake: { label: "Predictions", help: "fake samples in the colour of the verdict" },
    gradients: { label: "Gradients teach G", help: "where each fake must move to fool the discriminator" },
    d_loss: { label: "D loss", help: "what the discriminator tries to make small" },
    g_loss: { label: "G loss", help: "what the generator tries to make small" },
  },
  /** Names of the ways between nodes. */
  paths: {
    d_gradients: {
      label: "Gradients teach D",
      help: "how each of D's weights must change to tell real from fake better",
    },
    code: {
      label: "E(x)",
      help: "the code of the same real sample: D judges the pair (x, E(x)), never a real sample by itself",
    },
    fed_noise: {
      label: "z",
      help: "the noise that made the same fake: D judges the pair (G(z), z), never a fake by itself",
    },
  },

  units: {
    group: { generator: "Layers of the generator", discriminator: "Layers of the discriminator" },
    players: { generator: "Generator", discriminator: "Discriminator" },
    /** @param {number} layer @param {number} units */
    chip: (layer, units) => `Layer ${layer}: what its ${formatCount(units)} units put out`,
    /** @param {"generator"|"discriminator"} player @param {number} layer @param {number} layers */
    title: (player, layer, layers) => `${graph.units.players[player]}, layer ${layer} of ${layers}`,
    waiting: "Waiting for its pictures.",
    /** Over what the units are shown. @param {import("../../protocol.js").UnitFacts} facts */
    over: ({ player, units, of, axes, dimension, label }) => {
      const all = units < of ? `the first ${units} of ${of} units` : units === 1 ? "1 unit" : `${units} units`;
      const count = label === undefined ? all : `${all}, told class ${label + 1},`;
      if (player === "discriminator") return `${count} over the plane`;
      if (axes === 1) return `${count} along the noise`;
      if (dimension === 2) return `${count} over the square of noise`;
      return `${count} over the first two of ${dimension} noise numbers, the others in the middle`;
    },
    /** @param {import("../../protocol.js").UnitFacts} facts @returns {string} */
    summary: (facts) =>
      `${graph.units.players[facts.player]}, layer ${facts.layer}: ${graph.units.over(facts)}, ` +
      `from ${formatNumber(-facts.scale)} to ${formatNumber(facts.scale)}.`,
  },
};
