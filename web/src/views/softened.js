// What the rules in force make easier for D, in words: softened labels, and noise on what it sees.
import { texts } from "../texts.js";

/** @typedef {Pick<import("../readout.js").Readout, "noiseStd"|"realLabel">} Softened */

/** @param {Softened} now @returns {string} what real samples count as for D; empty for 1 */
export const labelLine = ({ realLabel }) => (realLabel === null ? "" : texts.softened.label(realLabel));

/** @param {Softened} now @returns {string} how D's view is blurred; empty where no rule does that */
export const noiseLine = ({ noiseStd }) => (noiseStd === null ? "" : texts.softened.noise(noiseStd));

/** @param {Softened} now @returns {string[]} */
export const softenedLines = (now) => [labelLine(now), noiseLine(now)].filter(Boolean);
