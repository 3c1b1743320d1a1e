// The sentences of the diagnosis; those on each failure come from the server.
import { formatCount } from "../../lib/format.js";

export const diagnosis = {
  title: "Diagnosis",
  calm: "Nothing unusual",
  waiting: "Not trained yet",
  /** @param {string[]} labels */
  watched: (labels) => `Watched while it trains: ${labels.join(" · ")}.`,
  /** @param {number} step */
  since: (step) => `Since step ${formatCount(step)}.`,
  /** @param {string} level @param {string} bound */
  signalBelow: (level, bound) => `Signal ${level}; speaks at ${bound} or less`,
  /** @param {string} level @param {string} bound */
  signalAbove: (level, bound) => `Signal ${level}; speaks at ${bound} or more`,
  /** @param {number} place @param {number} of */
  place: (place, of) => `${place} of ${of} ›`,
  nextHelp: "Show the next thing that is found.",
  remedy: "What to try",
  whyLabel: "Why?",
  /** @param {string} signal @param {string} advice @param {string} source */
  why: (signal, advice, source) => `Signal: ${signal}. What to try: ${advice} (${source})`,
};
