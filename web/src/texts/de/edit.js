// German: the sentences of changing things: undo and redo, edit mode, keys.

const NAMED = 3;

/** @param {string|boolean} value */
const valueWords = (value) => (typeof value === "boolean" ? (value ? "an" : "aus") : value);

/** @type {typeof import("../en/edit.js").edit} */
export const edit = {
  undo: "Rückgängig",
  redo: "Wiederholen",
  nothingToUndo: "Noch wurde keine Einstellung geändert.",
  nothingToRedo: "Nichts wurde rückgängig gemacht.",
  hide: "Einstellungen ausblenden",
  hideHelp: "Für den Anfang: das Modell zum Anschauen, ohne etwas einzustellen. „Alles zeigen“ bringt sie zurück.",
  startsAnew: "Beginnt einen neuen Lauf bei Schritt 0.",
  actsNow: "Wirkt ab dem nächsten Schritt.",
  newRun: {
    title: "Ein neuer Lauf",
    message: "Ein Lauf, der schon begonnen hat, verträgt diese Änderung nicht; ein neuer steht bei Schritt 0.",
  },
  travel: (verb, what) => `${verb}: ${what}`,
  undone: (what) => `Jetzt ${what}.`,
  preset: (label) => `Vorlage ${label}`,
  change: ({ label, from, to }) =>
    from === null || to === null ? label : `${label} ${valueWords(from)} → ${valueWords(to)}`,
  changes: (count) => `${count} Einstellungen`,
  list: (labels) => {
    const named = labels.slice(0, NAMED).join(", ");
    const rest = labels.length - NAMED;
    return rest > 0 ? `${named} und ${rest} weitere.` : `${named}.`;
  },
};
