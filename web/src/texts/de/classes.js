// German: the sentences of models with labels or an encoder.

/** @type {typeof import("../en/classes.js").classes} */
export const classes = {
  picker: "Klasse",
  pickerHelp:
    "Zeigt die Punkte einer Klasse, die Fälschungen, von denen sie verlangt wird, und D, wie es diese Klasse allein beurteilt.",
  pickerRealHelp: "Zeigt die echten Bilder einer Klasse. Diesem Modell sagt niemand Klassen: Seine Fälschungen bleiben, wie sie sind.",
  all: "Alle",
  short: (label) => `Klasse ${label + 1}`,
  layers: {
    real: (label) =>
      label === null ? "Punkte aus den Daten, Scheiben, jede Klasse in eigener Farbe." : `Punkte der Klasse ${label + 1} aus den Daten, Scheiben.`,
    fake: (label) =>
      label === null
        ? "was G macht, wenn die Klasse dieser Farbe verlangt ist, Rauten."
        : `was G aus immer demselben Rauschen macht, wenn Klasse ${label + 1} verlangt ist, Rauten.`,
    heatmap: (label) =>
      label === null
        ? "wie echt jede Stelle mit der Klasse erscheint, die D dort am liebsten ist; oben lässt sich eine wählen."
        : `wie echt jede Stelle als Punkt der Klasse ${label + 1} erscheint.`,
    manifold: (label) =>
      label === null ? "wohin G ein Gitter aus Rauschen schickt, für jede Klasse einmal." : `wohin G ein Gitter aus Rauschen für Klasse ${label + 1} schickt.`,
  },
  encoded: { heatmap: "wie echt D jede Stelle x zusammen mit ihrem Code E(x) erscheint." },
  label: { label: "Klasse", help: "welche Klasse gemeint ist: Nullen und eine Eins, neben dem, was das Netz sonst sieht" },
  teachBoth: "Gradienten lehren G, E",
};
