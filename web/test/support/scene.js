// A small palette, look and frame for tests of drawing.
import { createCanvas } from "./canvas.js";

/** @type {import("../../src/lib/palette.js").Palette} */
export const palette = {
  real: "green",
  fake: "purple",
  d: "blue",
  g: "violet",
  grad: "pink",
  density: "teal",
  rec: "orange",
  classes: ["#010101", "#020202", "#030303", "#040404", "#050505", "#060606", "#070707", "#080808"],
  classRamp: ["#100000", "#200000", "#300000", "#400000", "#500000"],
  halo: "white",
  plotBg: "#ffffff",
  surface: "#ffffff",
  text: "black",
  text2: "grey",
  line: "silver",
  ramp: ["#000000", "#404040", "#808080", "#c0c0c0", "#ffffff"],
  colourBlind: false,
};

/**
 * @param {Partial<import("../../src/layers/index.js").Look>} [changes]
 * @returns {import("../../src/layers/index.js").Look}
 */
export function lookWith(changes) {
  return { palette, heatmapMode: "smooth", createCanvas, ...changes };
}

/**
 * @param {import("../../src/protocol.js").Arrays} arrays
 * @returns {import("../../src/protocol.js").Frame}
 */
export function frameWith(arrays) {
  return {
    number: 1,
    step: 0,
    status: "paused",
    dLoss: null,
    gLoss: null,
    dGradNorm: null,
    gGradNorm: null,
    noiseStd: null,
    realLabel: null,
    rateFactor: null,
    examples: null,
    epochs: null,
    stepsPerSecond: 0,
    examplesPerSecond: null,
    verdictMs: null,
    trainedS: 0,
    metrics: null,
    instruments: null,
    modeShares: null,
    diagnosis: null,
    units: null,
    density: null,
    request: null,
    phase: null,
    arrays,
  };
}
