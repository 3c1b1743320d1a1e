// The model graph between its controls: its lines and labels, from where everything stands on the page.

/** @typedef {import("../graph/layouts.js").Box} Box */
/** @typedef {import("../graph/layouts.js").Edge} Edge */
/** @typedef {import("../graph/layouts.js").Layout} Layout */
/** @typedef {import("../graph/layouts.js").Learner} Learner */
/** @typedef {import("../graph/layouts.js").NodeId} NodeId */

/** The places in the plane: nodes by their ids, and the controls that lines lead to. */
export const NODES = /** @type {const} */ ([
  "noise", "generator", "real", "fake", "discriminator", "predictions_real", "predictions_fake",
]);
export const CONTROLS = /** @type {const} */ ([
  "d-updates", "discriminator", "samples", "noise", "generator", "g-updates",
]);

/** @typedef {typeof NODES[number]} EditNode */
/** @typedef {typeof CONTROLS[number]} ControlPlace */

/**
 * @typedef {object} Places everything in pixels of the plane
 * @property {number} width
 * @property {number} height
 * @property {Record<EditNode, Box>} nodes
 * @property {Partial<Record<ControlPlace, Box>>} controls
 */

/** @type {Learner[]} */
const BOTH = ["discriminator", "generator"];
/** @type {Learner[]} */
const D = ["discriminator"];
/** @type {Learner[]} */
const G = ["generator"];

/** Between a line's end and what it points at. */
const GAP = 2;

/** From a node to its label. */
const LABEL_GAP = 3;

/** Room for half an arrow's head. */
const ARROW = 8;

/** Of a node, where its side is not straight. */
const CORNER = 5;

/** Longer lines would lead through the controls in between. */
const LONGEST_LINK = 40;

/** @param {Box} box */
const middle = ({ x, width }) => x + width / 2;
/** @param {Box} box */
const right = ({ x, width }) => x + width;
/** @param {Box} box */
const bottom = ({ y, height }) => y + height;
/** @param {Box} box */
const centre = ({ y, height }) => y + height / 2;

/**
 * The graph for these places. Lines that would lead through the controls are left out: on a narrow
 * plane controls stand below each other.
 * @param {Places} places
 * @returns {Layout}
 */
export function editLayout({ width, height, nodes, controls }) {
  const labelled = (/** @type {EditNode} */ id, /** @type {number} */ x) => ({ x, y: bottom(nodes[id]) + LABEL_GAP });
  return {
    width,
    height,
    nodes,
    labels: {
      // beside the gradients' way, which ends at the node's middle
      generator: { ...labelled("generator", middle(nodes.generator) - ARROW), align: "right" },
      real: labelled("real", middle(nodes.real)),
      fake: labelled("fake", middle(nodes.fake)),
      discriminator: labelled("discriminator", middle(nodes.discriminator)),
    },
    edges: { ...forward(nodes), ...judged(nodes, controls), ...taught(nodes, controls) },
    layers: {},
  };
}

/** From the noise to the predictions. @param {Record<EditNode, Box>} nodes @returns {Record<string, Edge>} */
function forward(nodes) {
  const { noise, generator, real, fake, discriminator } = nodes;
  return {
    "noise-generator": across(noise, generator, centre(noise), BOTH),
    "generator-fake": across(generator, fake, centre(fake), BOTH),
    "fake-discriminator": across(fake, discriminator, centre(fake), BOTH),
    "real-discriminator": across(real, discriminator, centre(real), D),
    "discriminator-predictions_real": across(discriminator, nodes.predictions_real, centre(real), D),
    "discriminator-predictions_fake": across(discriminator, nodes.predictions_fake, centre(fake), BOTH),
  };
}

/** The height at which a line can meet a node's side. @param {Box} box @param {number} y */
const within = (box, y) => Math.round(Math.max(box.y + CORNER, Math.min(y, bottom(box) - CORNER)));

/** A line to the right, with a step where the nodes are not side by side. @param {Box} from @param {Box} to @param {number} y @param {Learner[]} serves @returns {Edge} */
function across(from, to, y, serves) {
  const [start, end] = [within(from, y), within(to, y)];
  const turn = Math.round((right(from) + to.x) / 2);
  const way = start === end ? "" : `H${turn}V${end}`;
  return { d: `M${right(from)} ${start}${way}H${to.x - GAP}`, tip: [to.x, end, "right"], serves };
}

/** From the predictions to each player's updates. @param {Record<EditNode, Box>} nodes @param {Places["controls"]} controls */
function judged({ predictions_real: real, predictions_fake: fake }, controls) {
  const x = middle(real);
  const [d, g] = [controls["d-updates"], controls["g-updates"]];
  /** @type {Record<string, Edge>} */
  const edges = { "predictions_fake-d_loss": { d: `M${x} ${fake.y}V${bottom(real)}`, serves: D } };
  if (d && clear(x, bottom(d), real.y, controls)) {
    edges["predictions_real-d_loss"] = { d: `M${x} ${real.y}V${bottom(d) + GAP}`, tip: [x, bottom(d), "up"], serves: D };
  }
  if (g && clear(x, bottom(fake), g.y, controls)) {
    edges["predictions_fake-g_loss"] = { d: `M${x} ${bottom(fake)}V${g.y - GAP}`, tip: [x, g.y, "down"], serves: G };
  }
  return edges;
}

/** Whether an upright line meets no controls on its way. @param {number} x @param {number} top @param {number} end @param {Places["controls"]} controls */
function clear(x, top, end, controls) {
  return Object.values(controls).every((box) => box.x > x || right(box) < x || bottom(box) <= top || box.y >= end);
}

/**
 * The gradients' ways: from a player's updates through its network's settings to the network.
 * @param {Record<EditNode, Box>} nodes
 * @param {Places["controls"]} controls
 */
function taught({ discriminator, generator }, controls) {
  const [dRail, dCard, gCard, gRail] = [
    controls["d-updates"], controls.discriminator, controls.generator, controls["g-updates"],
  ];
  /** @type {Record<string, Edge>} */
  const edges = {};
  const dx = middle(discriminator);
  if (dRail && dCard && linked(controls, dx, bottom(dCard), discriminator.y)) {
    edges["d_loss-discriminator"] = {
      d: `M${dx} ${bottom(dRail)}V${dCard.y}M${dx} ${bottom(dCard)}V${discriminator.y - GAP}`,
      tip: [dx, discriminator.y, "down"],
      teaches: "discriminator",
      serves: D,
    };
  }
  const gx = middle(generator);
  if (gRail && gCard && linked(controls, gx, bottom(generator), gCard.y)) {
    edges["gradients-generator"] = {
      d: `M${gx} ${gRail.y}V${bottom(gCard)}M${gx} ${gCard.y}V${bottom(generator) + GAP}`,
      tip: [gx, bottom(generator), "up"],
      teaches: "generator",
      serves: G,
    };
  }
  return edges;
}

/** @param {Places["controls"]} controls @param {number} x @param {number} from @param {number} to */
const linked = (controls, x, from, to) => from < to && clear(x, from, to, controls);

/**
 * What ties settings to their node, where they stand right above it.
 * @param {Places} places
 * @returns {string} a path
 */
export function settingLinks({ nodes, controls }) {
  const pairs = [[controls.noise, nodes.noise], [controls.samples, nodes.real]];
  return pairs
    .map(([settings, node]) => {
      if (!settings || !node) return "";
      const gap = node.y - bottom(settings);
      return gap > GAP && gap <= LONGEST_LINK ? `M${middle(node)} ${bottom(settings)}V${node.y}` : "";
    })
    .join("");
}
