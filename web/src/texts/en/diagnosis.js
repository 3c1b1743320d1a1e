// The sentences of the diagnosis; those on each failure come from the server.
import { formatCount } from "../../lib/format.js";

export const diagnosis = {
  title: "Diagnosis",
  calm: "Nothing unusual",
  waiting: "Not trained yet",
  watched: "Watched while it trains:",
  /** @param {number} step */
  since: (step) => `Since step ${formatCount(step)}.`,
  /** @param {string} level @param {string} bound */
  signalBelow: (level, bound) => `Signal ${level}; speaks at ${bound} or less`,
  /** @param {string} level @param {string} bound */
  signalAbove: (level, bound) => `Signal ${level}; speaks at ${bound} or more`,
  /** @param {number} place @param {number} of */
  place: (place, of) => `${place}/${of} ›`,
  nextHelp: "Show the next thing that is found.",
  remedy: "What to try",
  whyLabel: "Why?",
  /** @param {string} signal @param {string} advice @param {string} source */
  why: (signal, advice, source) => `Signal: ${signal}. What to try: ${advice} (${source})`,
};
