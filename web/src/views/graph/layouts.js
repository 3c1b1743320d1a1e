// Where the parts of the model graph stand, as data, in pixels of the graph's own plane (before scaling).
//
// What stands beside samples in some models (labels) comes from `beside`, as chips; a model with an
// encoder stands as `encoded` says.
// Nodes: noise, generator, fake, real, discriminator, predictions_real, predictions_fake, d_loss,
// g_loss, gradients, encoder. An edge's id is `<from>-<to>`. `store.lit` names parts by these ids.

import { NARROW_DROP, encodedNarrow, encodedWide } from "./encoded.js";

/** @typedef {"noise"|"generator"|"encoder"|"fake"|"real"|"discriminator"|"predictions_real"|"predictions_fake"|"d_loss"|"g_loss"|"gradients"} NodeId */
/** @typedef {{x: number, y: number, width: number, height: number}} Box */
/** @typedef {{x: number, y: number, align?: "centre"|"right"}} Label its middle, or its right end; y of its top */
/** @typedef {[x: number, y: number, direction: "right"|"down"|"up"]} Tip */
/** @typedef {"generator"|"discriminator"} Learner */

/**
 * @typedef {object} Edge
 * @property {string} d path
 * @property {Tip} [tip] of its arrow
 * @property {Learner} [teaches] the player that gradients flow to along this edge
 * @property {Learner[]} [serves] the players that learn from what flows here
 */

/** @typedef {Box & {edge?: [string, Edge]}} Chip a small box, and the line that leads on from it */

/**
 * @typedef {object} Layout
 * @property {number} width
 * @property {number} height
 * @property {Partial<Record<NodeId, Box>>} nodes those left out are not drawn
 * @property {Partial<Record<NodeId|"d_gradients"|"code"|"fed_noise", Label>>} labels
 * @property {Record<string, Edge>} edges
 * @property {Partial<Record<Learner, Box>>} layers the rows of each network's layers
 * @property {Record<"label_generator"|"beside_discriminator"|"packs", Chip>} [beside] what the networks are
 *   told beside noise and samples, and how D sees those, of runs where that is something
 * @property {Layout} [encoded] the same with an encoder in it
 * @property {number} [unitCard] y of the card with a layer's units
 * @property {Layout} [narrow] the same where there is less room than NARROW_WIDTH
 */

/** Room in pixels below which the narrow form of a layout is taken, where it has one. */
export const NARROW_WIDTH = 480;

/** @type {Learner[]} */
const BOTH = ["discriminator", "generator"];
/** @type {Learner[]} */
const D = ["discriminator"];
/** @type {Learner[]} */
const G = ["generator"];

/** @param {number} x @param {number} y @param {number} side @returns {Box} */
const square = (x, y, side) => ({ x, y, width: side, height: side });

/**
 * The whole model to look at.
 * @param {number} top added to every y
 * @param {number} height
 * @returns {Layout}
 */
function lookAt(top, height) {
  const y = (/** @type {number} */ value) => value + top;
  return {
    width: 504,
    height,
    nodes: {
      noise: square(0, y(228), 48),
      generator: square(74, y(192), 120),
      real: square(220, y(140), 56),
      fake: square(220, y(224), 56),
      discriminator: square(302, y(150), 120),
      predictions_real: square(448, y(140), 56),
      predictions_fake: square(448, y(224), 56),
      gradients: square(220, y(332), 56),
      d_loss: { x: 400, y: y(24), width: 104, height: 48 },
      g_loss: { x: 400, y: y(336), width: 104, height: 48 },
    },
    labels: {
      noise: { x: 24, y: y(280) },
      generator: { x: 134, y: y(172) },
      real: { x: 248, y: y(120) },
      fake: { x: 248, y: y(284) },
      discriminator: { x: 362, y: y(276) },
      predictions_real: { x: 468, y: y(120), align: "right" },
      gradients: { x: 248, y: y(392) },
      d_gradients: { x: 356, y: y(40), align: "right" },
    },
    edges: {
      "noise-generator": { d: `M48 ${y(252)}H72`, tip: [74, y(252), "right"], serves: BOTH },
      "generator-fake": { d: `M194 ${y(252)}H218`, tip: [220, y(252), "right"], serves: BOTH },
      "fake-discriminator": { d: `M276 ${y(252)}H300`, tip: [302, y(252), "right"], serves: BOTH },
      "real-discriminator": { d: `M276 ${y(168)}H300`, tip: [302, y(168), "right"], serves: D },
      "discriminator-predictions_real": { d: `M422 ${y(168)}H446`, tip: [448, y(168), "right"], serves: D },
      "discriminator-predictions_fake": { d: `M422 ${y(252)}H446`, tip: [448, y(252), "right"], serves: BOTH },
      "predictions_real-d_loss": { d: `M476 ${y(140)}V${y(74)}`, tip: [476, y(72), "up"], serves: D },
      "predictions_fake-d_loss": { d: `M476 ${y(224)}V${y(196)}`, serves: D },
      "predictions_fake-g_loss": { d: `M476 ${y(280)}V${y(334)}`, tip: [476, y(336), "down"], serves: G },
      "d_loss-discriminator": {
        d: `M400 ${y(48)}H370Q362 ${y(48)} 362 ${y(56)}V${y(147)}`,
        tip: [362, y(150), "down"],
        teaches: "discriminator",
        serves: D,
      },
      "g_loss-gradients": { d: `M400 ${y(360)}H276`, teaches: "generator", serves: G },
      "gradients-generator": {
        d: `M220 ${y(360)}H142Q134 ${y(360)} 134 ${y(352)}V${y(315)}`,
        tip: [134, y(312), "up"],
        teaches: "generator",
        serves: G,
      },
    },
    layers: {
      generator: { x: 74, y: y(144), width: 120, height: 20 },
      discriminator: { x: 302, y: y(298), width: 120, height: 20 },
    },
    beside: {
      label_generator: {
        x: 0, y: y(200), width: 48, height: 20,
        edge: ["label_generator-generator", { d: `M48 ${y(210)}H72`, tip: [74, y(210), "right"], serves: BOTH }],
      },
      beside_discriminator: {
        x: 220, y: y(200), width: 56, height: 20,
        edge: ["beside-discriminator", { d: `M276 ${y(210)}H300`, tip: [302, y(210), "right"], serves: BOTH }],
      },
      packs: { x: 294, y: y(126), width: 62, height: 18 },
    },
    unitCard: y(324),
  };
}

/**
 * The same on a phone.
 * @param {number} top added to every y
 * @param {number} height
 * @returns {Layout}
 */
function lookAtNarrow(top, height) {
  const y = (/** @type {number} */ value) => value + top;
  return {
    width: 358,
    height,
    nodes: {
      noise: square(0, y(196), 40),
      generator: square(54, y(168), 88),
      real: square(156, y(120), 48),
      fake: square(156, y(192), 48),
      discriminator: square(218, y(132), 88),
      predictions_real: square(314, y(120), 44),
      predictions_fake: square(314, y(194), 44),
      gradients: square(156, y(300), 48),
      d_loss: { x: 254, y: y(0), width: 104, height: 48 },
      g_loss: { x: 254, y: y(302), width: 104, height: 48 },
    },
    labels: {
      noise: { x: 20, y: y(238) },
      generator: { x: 98, y: y(146) },
      real: { x: 180, y: y(98) },
      fake: { x: 184, y: y(242) },
      discriminator: { x: 262, y: y(222) },
      predictions_real: { x: 330, y: y(98), align: "right" },
      gradients: { x: 180, y: y(350) },
      d_gradients: { x: 222, y: y(78), align: "right" },
    },
    edges: {
      "noise-generator": { d: `M40 ${y(216)}H52`, tip: [54, y(216), "right"], serves: BOTH },
      "generator-fake": { d: `M142 ${y(216)}H154`, tip: [156, y(216), "right"], serves: BOTH },
      "fake-discriminator": { d: `M204 ${y(206)}H216`, tip: [218, y(206), "right"], serves: BOTH },
      "real-discriminator": { d: `M204 ${y(144)}H216`, tip: [218, y(144), "right"], serves: D },
      "discriminator-predictions_real": { d: `M306 ${y(144)}H312`, tip: [314, y(144), "right"], serves: D },
      "discriminator-predictions_fake": { d: `M306 ${y(206)}H312`, tip: [314, y(206), "right"], serves: BOTH },
      "predictions_real-d_loss": { d: `M336 ${y(120)}V${y(50)}`, tip: [336, y(48), "up"], serves: D },
      "predictions_fake-d_loss": { d: `M336 ${y(194)}V${y(164)}`, serves: D },
      "predictions_fake-g_loss": { d: `M336 ${y(238)}V${y(300)}`, tip: [336, y(302), "down"], serves: G },
      "d_loss-discriminator": {
        d: `M254 ${y(16)}H236Q228 ${y(16)} 228 ${y(24)}V${y(129)}`,
        tip: [228, y(132), "down"],
        teaches: "discriminator",
        serves: D,
      },
      "g_loss-gradients": { d: `M254 ${y(326)}H204`, teaches: "generator", serves: G },
      "gradients-generator": {
        d: `M156 ${y(326)}H106Q98 ${y(326)} 98 ${y(318)}V${y(259)}`,
        tip: [98, y(256), "up"],
        teaches: "generator",
        serves: G,
      },
    },
    layers: {
      generator: { x: 0, y: y(116), width: 150, height: 28 },
      discriminator: { x: 208, y: y(248), width: 120, height: 28 },
    },
    beside: {
      label_generator: {
        x: 0, y: y(172), width: 40, height: 18,
        edge: ["label_generator-generator", { d: `M40 ${y(181)}H52`, tip: [54, y(181), "right"], serves: BOTH }],
      },
      beside_discriminator: {
        x: 156, y: y(171), width: 48, height: 18,
        edge: ["beside-discriminator", { d: `M204 ${y(180)}H216`, tip: [218, y(180), "right"], serves: BOTH }],
      },
      packs: { x: 234, y: y(113), width: 60, height: 17 },
    },
    unitCard: y(284),
  };
}

/** @param {number} top @param {number} height @returns {Layout} */
function wide(top, height) {
  const plain = lookAt(top, height);
  return { ...plain, encoded: encodedWide(plain, top) };
}

/** @param {number} top @param {number} height @returns {Layout} */
function narrow(top, height) {
  const plain = lookAtNarrow(top, height);
  return { ...plain, encoded: encodedNarrow(plain, lookAtNarrow(top + NARROW_DROP, height + NARROW_DROP), top) };
}

/**
 * The form of a layout for a room, and for a model.
 * @param {Layout} layout
 * @param {number} width of the room
 * @param {boolean} encodes whether the model has an encoder
 * @returns {Layout}
 */
export function shapeFor(layout, width, encodes) {
  const shape = layout.narrow && width < NARROW_WIDTH ? layout.narrow : layout;
  return (encodes && shape.encoded) || shape;
}

export const LAYOUTS = {
  overview: { ...wide(0, 412), narrow: narrow(0, 376) },
  /** 64 px above for the discriminator's phases; below 496 for the generator's and the words. */
  slow: { ...wide(64, 628), narrow: narrow(64, 376 + 64) },
};
