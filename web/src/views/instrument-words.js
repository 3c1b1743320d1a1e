// What is said of an instrument and of a reading of it.
import { formatCount, formatNumber } from "../lib/format.js";
import { texts } from "../texts.js";

const words = texts.instruments;

/** A smaller p-value says no more than this one. */
const LEAST_P = 0.001;

/** With fewer held-out images there is no floor to hold a reading against. */
const LEAST_HELD_OUT = 40;

/** @typedef {import("../protocol.js").Entry} Entry */
/** @typedef {import("../protocol.js").Reading} Reading */

/** What a tool-tip adds: how it misleads, and what it is measured on. @param {Entry} entry */
export function moreOf({ misleads = "", samples = 0, of, source = "" }) {
  const measured = of === "path" ? words.pairs(samples) : words.samples(samples);
  return `${words.misleads(misleads)} ${measured} (${source})`;
}

/** A value in few digits; what can be counted is whole. @param {number} value */
export const printed = (value) => (Number.isInteger(value) ? formatCount(value) : formatNumber(value));

/** @param {Reading} reading */
export function floorOf({ floor }) {
  return floor ? words.floor(printed(floor[0]), printed(floor[1])) : words.floorWaits;
}

/** What the data or the model must have. @param {Entry} entry */
export function needsOf({ needs_modes: modes, needs_classes: classes, needs_labels: labels }) {
  return modes ? words.needsModes : labels ? words.needsLabels : classes ? words.needsClasses : "";
}

/** What they must have and have not. @param {Entry} entry @param {import("../protocol.js").StateEvent|null} session */
export function missingFor(entry, session) {
  const { images, classes = 0, modes } = session ?? {};
  if (entry.of === "images" && images && images.held_out < LEAST_HELD_OUT) return words.needsHeldOut(LEAST_HELD_OUT);
  const has = entry.needs_modes ? modes : entry.needs_labels ? classes > 0 : images?.names.length;
  return needsOf(entry) && session && !has ? needsOf(entry) : "";
}

/** By whom images were seen. @param {Reading} reading */
export function byOf({ by, distances }) {
  if (!by) return "";
  if (distances) return words.fakes(by.samples);
  return words.fakes(by.samples) + (by.accuracy === null ? words.byChance : words.by(formatNumber(by.accuracy)));
}

/** What a p-value says, in words. @param {Reading} reading */
export function verdictOf({ p }) {
  if (p === undefined) return "";
  const kind = p < 0.01 ? "differ" : p < 0.05 ? "may" : "none";
  return words.verdict[kind](p < LEAST_P ? `< ${formatNumber(LEAST_P)}` : formatNumber(p));
}
