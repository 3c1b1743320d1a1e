// The sentences of the picture, its legend and its charts.
import { directionOf, formatCount, formatNumber, formatPercent, formatPoint, formatVector } from "../../lib/format.js";

export const picture = {
  title: "What the networks see",
  subtitle: "data, fakes, and the discriminator’s verdict",
  heatmap: "Heatmap",
  modes: {
    smooth: { label: "Smooth", help: "The verdict between the cells is interpolated." },
    cells: { label: "Cells", help: "One square for each place at which the discriminator was asked." },
  },
  canvas: "Picture of the plane",
  keys: "Arrow keys move from sample to sample, Escape leaves.",
  roleDescription: "picture of samples",
  waiting: "Nothing is drawn yet.",

  kinds: { real: "Real sample", fake: "Fake sample" },
  verdict: "D says real",
  score: "D’s score",
  gradient: "Gradient",
  noise: "Noise",
  /** Against the clock, from the right. */
  directions: [
    "right",
    "up and right",
    "up",
    "up and left",
    "left",
    "down and left",
    "down",
    "down and right",
  ],
  /** @param {number} dx @param {number} dy @returns {string} */
  gradientValue: (dx, dy) => {
    const direction = directionOf(dx, dy);
    if (direction === null) return "none";
    return `${formatNumber(Math.hypot(dx, dy))}, ${picture.directions[direction]}`;
  },

  legend: "Layers",
  scale: { fake: "D says fake", real: "real" },

  metrics: "Is it working?",
  losses: "Losses",
  lossesHelp:
    "What each player tries to make small. Neither needs to reach 0: a fair game settles where " +
    "the discriminator can no longer tell. The thin line is every value, the thick one their mean.",
  players: { d: "D", g: "G" },
  noCurve: "Press play to draw the curve",
  floor: "perfect generator",
  metricCurve: "The thin line is every value, the thick one their mean.",
  /** @param {string} unit @param {number|undefined} samples */
  measure: (unit, samples) =>
    samples ? `${unit}${unit ? ", " : ""}${formatCount(samples)} a side` : unit,
  /** @param {number} covered @param {number} modes */
  modesCovered: (covered, modes) => `${covered} of ${modes} modes covered`,
  modeMap: "The modes of the data",
  /** @param {number} samples */
  samples: (samples) => `Measured on ${formatCount(samples)} fakes.`,
  /** @param {string} label */
  explain: (label) => `What is ${label}?`,

  /**
   * The picture in words.
   * @param {{step: number, playing: boolean, real: number, fake: number, fooled: number|null,
   *   covered: [number, number]|null}} facts `fooled` is the share of fakes that D calls real
   */
  summary: ({ step, playing, real, fake, fooled, covered }) => {
    const parts = [
      `${playing ? "Training, step" : "Step"} ${formatCount(step)}`,
      `${formatCount(real)} real and ${formatCount(fake)} fake samples`,
    ];
    if (fooled !== null) parts.push(`the discriminator takes ${formatPercent(fooled)} of the fakes for real`);
    if (covered) parts.push(picture.modesCovered(...covered));
    return `${parts.join("; ")}.`;
  },

  /**
   * One sample in words.
   * @param {{kind: "real"|"fake", x: number, y: number, verdict: number|null, score?: number,
   *   gradient: [number, number]|null, noise: Float32Array|null, label?: number}} sample
   */
  sample: ({ kind, x, y, verdict, score, gradient, noise, label }) => {
    const parts = [`${picture.kinds[kind]} at ${formatPoint(x, y)}`];
    if (label !== undefined) parts.push(`class ${label + 1}`);
    if (verdict !== null) parts.push(`the discriminator says ${formatPercent(verdict)} real`);
    if (score !== undefined) parts.push(`the discriminator’s score is ${formatNumber(score)}`);
    if (gradient) parts.push(`gradient ${picture.gradientValue(...gradient)}`);
    if (noise) parts.push(`made of noise ${formatVector(noise)}`);
    return `${parts.join(", ")}.`;
  },
};
