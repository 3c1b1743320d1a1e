// German: the names of the panels.

/** @type {typeof import("../en/panels.js").panels} */
export const panels = {
  label: "Bereiche",
  lab: "Labor",
  learn: "Lernen",
  help: {
    lab: "Ein GAN trainieren und sehen, was in ihm vorgeht.",
    learn: "Ein Artikel darüber, wie GANs funktionieren, mit kleinen Laboren im Text.",
  },
  loading: "Der Artikel wird geladen",
  failed: "Der Artikel ließ sich nicht laden. Lade die Seite neu, um es noch einmal zu versuchen.",
};
