// Where the parts of a model with an encoder stand: real samples above it, and what D is told of each sample.
//
// D judges pairs: a real sample with its code, a fake with the noise that made it. So two lines of
// each pair end at D side by side. Labels `code` and `fed_noise` name the second of each.

/** @typedef {import("./layouts.js").Layout} Layout */
/** @typedef {import("./layouts.js").Learner} Learner */

/** @type {Learner[]} */
const BOTH = ["discriminator", "generator"];

/**
 * The wide form: all but the real samples stays where it is.
 * @param {Layout} plain
 * @param {number} top added to every y
 * @returns {Layout}
 */
export function encodedWide(plain, top) {
  const y = (/** @type {number} */ value) => value + top;
  return {
    ...plain,
    nodes: {
      ...plain.nodes,
      real: { x: 220, y: y(84), width: 56, height: 56 },
      encoder: { x: 224, y: y(152), width: 48, height: 48 },
    },
    labels: {
      ...plain.labels,
      real: { x: 248, y: y(64) },
      encoder: { x: 248, y: y(203) },
      code: { x: 287, y: y(185) },
      fed_noise: { x: 284, y: y(264) },
    },
    edges: {
      ...plain.edges,
      "real-encoder": { d: `M248 ${y(140)}V${y(150)}`, tip: [248, y(152), "down"], serves: BOTH },
      "real-discriminator": {
        d: `M276 ${y(112)}H282Q290 ${y(112)} 290 ${y(120)}V${y(156)}Q290 ${y(164)} 298 ${y(164)}H300`,
        tip: [302, y(164), "right"],
        serves: BOTH,
      },
      "encoder-discriminator": { d: `M272 ${y(182)}H300`, tip: [302, y(182), "right"], serves: BOTH },
      "noise-discriminator": {
        d: `M61 ${y(252)}V${y(314)}Q61 ${y(322)} 69 ${y(322)}H284Q292 ${y(322)} 292 ${y(314)}V${y(264)}H300`,
        tip: [302, y(264), "right"],
        serves: BOTH,
      },
    },
  };
}

/** How much lower most of the narrow form stands, for the encoder between real and fake samples. */
export const NARROW_DROP = 48;

/**
 * The form for a phone: what stands above the samples stays, and the others make room.
 * @param {Layout} plain
 * @param {Layout} low the same, lower by `NARROW_DROP`
 * @param {number} top added to every y
 * @returns {Layout}
 */
export function encodedNarrow(plain, low, top) {
  const y = (/** @type {number} */ value) => value + top;
  const { real, d_loss } = plain.nodes;
  return {
    ...low,
    nodes: { ...low.nodes, real, d_loss, encoder: { x: 152, y: y(178), width: 40, height: 40 } },
    labels: {
      ...low.labels,
      real: plain.labels.real,
      d_gradients: plain.labels.d_gradients,
      fake: { x: 206, y: y(305), align: "right" },
      encoder: { x: 172, y: y(220) },
      code: { x: 207.5, y: y(207) },
      fed_noise: { x: 207.5, y: y(268) },
    },
    edges: {
      ...low.edges,
      "real-encoder": { d: `M172 ${y(168)}V${y(176)}`, tip: [172, y(178), "down"], serves: BOTH },
      "real-discriminator": {
        d: `M204 ${y(144)}H205Q211 ${y(144)} 211 ${y(150)}V${y(190)}H216`,
        tip: [218, y(190), "right"],
        serves: BOTH,
      },
      "encoder-discriminator": { d: `M192 ${y(204)}H216`, tip: [218, y(204), "right"], serves: BOTH },
      "noise-discriminator": {
        d: `M47 ${y(264)}V${y(318)}Q47 ${y(326)} 55 ${y(326)}H203Q211 ${y(326)} 211 ${y(318)}V${y(263)}H216`,
        tip: [218, y(263), "right"],
        serves: BOTH,
      },
      "predictions_real-d_loss": { d: `M336 ${y(168)}V${y(50)}`, tip: [336, y(48), "up"], serves: ["discriminator"] },
      "d_loss-discriminator": {
        d: `M254 ${y(16)}H236Q228 ${y(16)} 228 ${y(24)}V${y(177)}`,
        tip: [228, y(180), "down"],
        teaches: "discriminator",
        serves: ["discriminator"],
      },
    },
    layers: { ...low.layers, discriminator: { x: 216, y: y(296), width: 120, height: 28 } },
  };
}
