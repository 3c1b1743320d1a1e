// What is said of an instrument and of a reading of it.
import { formatNumber } from "../lib/format.js";
import { texts } from "../texts.js";

const words = texts.instruments;

/** A smaller p-value says no more than this one. */
const LEAST_P = 0.001;

/** @typedef {import("../protocol.js").Entry} Entry */
/** @typedef {import("../protocol.js").Reading} Reading */

/** What a tool-tip adds: how it misleads, and what it is measured on. @param {Entry} entry */
export function moreOf({ misleads = "", samples = 0, of, source = "" }) {
  const measured = of === "path" ? words.pairs(samples) : words.samples(samples);
  return `${words.misleads(misleads)} ${measured} (${source})`;
}

/** @param {Reading} reading */
export function floorOf({ floor }) {
  return floor ? words.floor(formatNumber(floor[0]), formatNumber(floor[1])) : words.floorWaits;
}

/** What a p-value says, in words. @param {Reading} reading */
export function verdictOf({ p }) {
  if (p === undefined) return "";
  const kind = p < 0.01 ? "differ" : p < 0.05 ? "may" : "none";
  return words.verdict[kind](p < LEAST_P ? `< ${formatNumber(LEAST_P)}` : formatNumber(p));
}
