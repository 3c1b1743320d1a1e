// What each phase of slow motion singles out: parts of the model graph, and layers of the picture.

/** @typedef {import("../protocol.js").Phase} Phase */
/** @typedef {import("../store.js").Lit} Lit */

/**
 * @typedef {object} PhaseScene
 * @property {Lit} lit
 * @property {Record<string, boolean>} shown layers of the picture by id; those left out are hidden
 * @property {ReadonlySet<string>} faint layers that are there only for orientation
 * @property {boolean} judged whether samples have the colour of their verdict
 */

/** @param {string[]} nodes @param {string[]} edges @returns {Lit} */
const lit = (nodes, edges) => ({ nodes: new Set(nodes), edges: new Set(edges) });

/** @param {Lit} parts @param {string[]} shown @param {string[]} faint @param {boolean} [judged] @returns {PhaseScene} */
const scene = (parts, shown, faint, judged = false) => ({
  lit: parts,
  shown: Object.fromEntries([...shown, ...faint].map((layer) => [layer, true])),
  faint: new Set(faint),
  judged,
});

const MAKE = ["noise-generator", "generator-fake"];

/** @type {Record<Phase["player"], Record<Phase["name"], PhaseScene>>} */
const SCENES = {
  discriminator: {
    samples: scene(lit(["noise", "generator", "fake", "real"], MAKE), ["real", "fake"], ["heatmap"]),
    predictions: scene(
      lit(
        ["real", "fake", "discriminator", "predictions_real", "predictions_fake"],
        [
          "real-discriminator",
          "fake-discriminator",
          "discriminator-predictions_real",
          "discriminator-predictions_fake",
        ],
      ),
      ["heatmap", "real", "fake"],
      [],
      true,
    ),
    loss: scene(
      lit(
        ["predictions_real", "predictions_fake", "d_loss"],
        ["predictions_real-d_loss", "predictions_fake-d_loss"],
      ),
      ["real", "fake"],
      ["heatmap"],
      true,
    ),
    gradients: scene(
      lit(["d_loss", "discriminator"], ["d_loss-discriminator"]),
      ["real", "fake"],
      ["heatmap"],
      true,
    ),
    update: scene(lit(["discriminator"], ["d_loss-discriminator"]), ["heatmap"], ["real", "fake"]),
  },
  generator: {
    samples: scene(lit(["noise", "generator", "fake"], MAKE), ["manifold", "fake"], ["heatmap", "real"]),
    predictions: scene(
      lit(
        ["fake", "discriminator", "predictions_fake"],
        ["fake-discriminator", "discriminator-predictions_fake"],
      ),
      ["heatmap", "fake"],
      ["real"],
      true,
    ),
    loss: scene(
      lit(["predictions_fake", "g_loss"], ["predictions_fake-g_loss"]),
      ["fake"],
      ["heatmap", "real"],
      true,
    ),
    gradients: scene(
      lit(["g_loss", "gradients", "fake"], ["g_loss-gradients", "gradients-generator"]),
      ["fake", "gradients"],
      ["heatmap", "real"],
    ),
    update: scene(
      lit(["gradients", "generator", "fake"], ["gradients-generator", "generator-fake"]),
      ["manifold", "fake"],
      ["heatmap", "real"],
    ),
  },
};

/**
 * G's first phases where real samples stand beside its fakes: the loss compares them.
 * @type {Partial<Record<Phase["name"], PhaseScene>>}
 */
const BESIDE_REAL = {
  samples: scene(lit(["noise", "generator", "fake", "real"], MAKE), ["manifold", "real", "fake"], ["heatmap"]),
  predictions: SCENES.discriminator.predictions,
  loss: scene(
    lit(["predictions_real", "predictions_fake", "g_loss"], ["predictions_fake-g_loss"]),
    ["real", "fake"],
    ["heatmap"],
    true,
  ),
};

/**
 * @param {Pick<Phase, "player"|"name">} phase
 * @param {boolean} [pairs] whether G's loss compares each fake with a real sample
 * @returns {PhaseScene}
 */
export function sceneOf({ player, name }, pairs = false) {
  const beside = player === "generator" && pairs ? BESIDE_REAL[name] : null;
  return beside ?? SCENES[player][name];
}
