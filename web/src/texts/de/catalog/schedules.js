// German: how learning rates change over time.

/** @typedef {import("../../../lib/translate-catalog.js").EntryWords} EntryWords */

const steps = { label: "Schritte", help: "Nach so vielen Schritten sind die Raten an ihrem Ende." };
const end = { label: "Anteil am Ende", help: "Was am Ende von den Raten übrig ist, und von da an." };

/** @type {Record<string, EntryWords>} */
export const schedules = {
  constant: { label: "Gleichbleibend", help: "Die Raten bleiben, wie sie eingestellt sind." },
  hold_then_linear: {
    label: "Halten, dann linear",
    help:
      "Im ersten Teil der Schritte bleiben die Raten, wie sie sind, dann sinken sie gleichmäßig: Erst finden die " +
      "Spieler die Daten, dann kommen sie zur Ruhe. Das Rezept, das alle Modi von Ring und Raster erreicht.",
    params: {
      steps,
      hold: { label: "Gehaltener Teil h", help: "Der Teil dieser Schritte, in dem die Raten bleiben, wie sie sind." },
      end,
    },
  },
  linear: {
    label: "Linear",
    help: "Die Raten sinken gleichmäßig vom ersten Schritt bis zum letzten.",
    params: { steps, end },
  },
  cosine: {
    label: "Kosinus",
    help: "Die Raten sinken auf einer halben Welle: erst langsam, in der Mitte schnell, zuletzt wieder langsam.",
    params: { steps, end },
  },
  exponential: {
    label: "Exponentiell",
    help: "Die Raten sinken in jedem Schritt um den gleichen Anteil, anfangs schnell und ohne ein Ende.",
    params: {
      half_life: {
        label: "Halbwertszeit T",
        help: "Nach so vielen Schritten ist die Hälfte der Raten übrig, nach noch einmal so vielen ein Viertel.",
      },
    },
  },
  step_down: {
    label: "Stufen",
    help: "Die Raten bleiben eine Weile, wie sie sind, und fallen dann auf einmal, immer wieder.",
    params: {
      every: { label: "Alle", help: "Nach so vielen Schritten fallen die Raten, und nach ebenso vielen wieder." },
      factor: { label: "Faktor q", help: "Was nach jedem Fall von den Raten übrig ist." },
    },
  },
  warm_up: {
    label: "Aufwärmen",
    help:
      "Die Raten wachsen gleichmäßig von fast nichts, damit junge Netze nicht hin und her gerissen werden, ehe " +
      "ihre Optimierer wissen, wie groß die Gradienten sind.",
    params: {
      steps: { label: "Schritte", help: "Von diesem Schritt an sind die Raten, wie sie eingestellt sind." },
    },
  },
};
