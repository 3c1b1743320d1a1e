// The live figures of the article: what each small lab is made of, and the one thing that can be changed in it.

/** @typedef {import("../../protocol.js").RunConfig} RunConfig */
/** @typedef {import("../../small-labs.js").SmallLab} SmallLab */

/**
 * @typedef {{kind: "layers", layers: string[]}
 *   |{kind: "options", options: Record<string, RunConfig>}
 *   |{kind: "range", values: number[], at: number, changes: (value: number) => RunConfig}
 *   |{kind: "action", act: (lab: SmallLab) => Promise<void>}} Control
 *   layers to switch, settings to choose from (the first at first), a number, or something to do
 */

/**
 * @typedef {object} LiveFigure
 * @property {RunConfig} config what it changes of the usual configuration
 * @property {string[]} layers shown at first
 * @property {number} speed steps per second
 * @property {boolean} [modes] counts the modes covered instead of the fakes that pass
 * @property {(lab: SmallLab) => Promise<void>} [prepare] what happens before the first step that one sees
 * @property {Control} control
 */

const RING = { id: "ring" };
const TWO_HILLS = { id: "gaussians" };

/** @param {object} params */
const mlp = (params) => ({ id: "mlp", params });

/** D, which is frozen otherwise, learns against a generator that stands still. @param {number} steps */
const practise = (steps) => async (/** @type {SmallLab} */ lab) => {
  lab.configure({ d_steps: 1 });
  await lab.practise("discriminator", steps);
  lab.configure({ d_steps: 0 });
};

/** A discriminator that does not become a cliff. */
const CALM = [{ id: "r1", params: { weight: 0.1 } }];

/** Fakes cannot leave the picture, so that one sees where they go. @param {object} [more] */
const inThePicture = (more) => ({
  scaling: { id: "range" },
  generator: mlp({ layers: 1, width: 64, output: "tanh", ...more }),
});

/** As the preset that fails on purpose. */
const COLLAPSING = {
  generator: mlp({ layers: 1, width: 128 }),
  discriminator: mlp({ layers: 0, width: 32, activation: "relu" }),
  d_optimizer: { id: "adam", params: { lr: 0.001, beta1: 0.9, beta2: 0.999 } },
  g_optimizer: { id: "adam", params: { lr: 0.001, beta1: 0.9, beta2: 0.999 } },
  g_steps: 2,
  regularizers: [],
  g_ema: 0,
};

/** As the preset that reaches every mode. */
const REGULARIZED = {
  generator: mlp({ layers: 1, width: 64 }),
  discriminator: mlp({ layers: 1, width: 64, fourier: 3 }),
  d_optimizer: { id: "adam", params: { lr: 0.001, beta1: 0.5, beta2: 0.999 } },
  g_optimizer: { id: "adam", params: { lr: 0.001, beta1: 0.5, beta2: 0.999 } },
  g_steps: 1,
  regularizers: [
    { id: "r1", params: { weight: 0.02 } },
    { id: "r2", params: { weight: 0.02 } },
  ],
  g_ema: 0.99,
};

export const LIVE_FIGURES = /** @type {Record<string, LiveFigure>} */ ({
  "d-alone": {
    config: { data: TWO_HILLS, g_steps: 0, regularizers: CALM },
    layers: ["real", "fake", "heatmap"],
    speed: 30,
    control: { kind: "layers", layers: ["gradients"] },
  },
  "g-alone": {
    config: {
      ...inThePicture(),
      data: RING,
      prior: { id: "gaussian", params: { std: 2 } }, // wide: D sees fakes everywhere
      discriminator: mlp({ layers: 1, width: 64, fourier: 2 }),
      regularizers: CALM,
      d_steps: 0,
    },
    layers: ["real", "fake", "heatmap", "gradients"],
    speed: 20,
    prepare: practise(300),
    control: { kind: "action", act: practise(50) },
  },
  both: {
    config: { data: { id: "ring" }, regularizers: REGULARIZED.regularizers },
    layers: ["real", "fake", "heatmap"],
    speed: 120,
    control: {
      kind: "range",
      values: [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02],
      at: 3,
      changes: (lr) => ({ g_optimizer: { params: { lr } } }),
    },
  },
  layers: {
    config: { ...REGULARIZED, data: { id: "moons" } },
    layers: ["real", "fake", "heatmap", "manifold", "gradients"],
    speed: 120,
    control: { kind: "layers", layers: ["real", "fake", "heatmap", "manifold", "gradients"] },
  },
  collapse: {
    config: { data: { id: "ring" } },
    layers: ["real", "fake", "heatmap"],
    speed: 300,
    modes: true,
    control: { kind: "options", options: { collapse: COLLAPSING, regularized: REGULARIZED } },
  },
  vanish: {
    config: {
      ...inThePicture({ init: "xavier" }),
      data: RING,
      prior: { id: "gaussian", params: { std: 0.3 } }, // narrow: D can be sure of every fake
      g_optimizer: { id: "sgd", params: { lr: 0.002 } }, // Adam would make large steps of small gradients
      d_steps: 0,
    },
    layers: ["real", "fake", "heatmap"],
    speed: 20,
    prepare: practise(300),
    control: {
      kind: "options",
      options: { minimax: { loss: { id: "minimax" } }, non_saturating: { loss: { id: "non_saturating" } } },
    },
  },
});
