// The article, in English: its frame, its figures, and its sections in their order.
import { failing } from "./failing.js";
import { figures } from "./figures.js";
import { judging } from "./judging.js";
import { losses } from "./losses.js";
import { playing } from "./playing.js";
import { reading } from "./reading.js";
import { trying } from "./trying.js";

/**
 * @typedef {string|{tex: string}|{heading: string}|{figure: string}|{list: string[]}
 *   |{preset: string, text: string}|{insert: "layers"|"metrics"|"presets"|"sources"}} Block
 *   a paragraph, a formula, a heading, a figure by its id, a list, an experiment that opens a preset
 *   in the lab, or something that the page knows by itself. Sentences mark **terms**, *stress*,
 *   $formulas$, and [words](id) that lead to a section or a source.
 */

/** @typedef {{title: string, blocks: Block[]}} Section */

export const article = {
  title: "How two networks teach each other",
  lead:
    "A generative adversarial network learns to make new things that look like the ones it was shown. " +
    "This page explains how, with small experiments that run where you read.",
  contents: "Contents",
  openInLab: "Open this in the lab",
  ...figures,
  sections: { ...playing, ...reading, ...losses, ...failing, ...judging, ...trying },
};
