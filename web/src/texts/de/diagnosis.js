// German: the diagnosis.
import { formatCount } from "../../lib/format.js";

/** @type {typeof import("../en/diagnosis.js").diagnosis} */
export const diagnosis = {
  title: "Diagnose",
  calm: "Nichts Auffälliges",
  waiting: "Noch nicht trainiert",
  watched: "Beim Training beobachtet:",
  /** @param {number} step */
  since: (step) => `Seit Schritt ${formatCount(step)}.`,
  /** @param {string} level @param {string} bound */
  signalBelow: (level, bound) => `Signal ${level}; spricht bis ${bound}`,
  /** @param {string} level @param {string} bound */
  signalAbove: (level, bound) => `Signal ${level}; spricht ab ${bound}`,
  /** @param {number} place @param {number} of */
  place: (place, of) => `${place}/${of} ›`,
  nextHelp: "Zeigt den nächsten Befund.",
  remedy: "Was helfen kann",
  whyLabel: "Warum?",
  /** @param {string} signal @param {string} advice @param {string} source */
  why: (signal, advice, source) => `Signal: ${signal}. Was helfen kann: ${advice} (${source})`,
};
