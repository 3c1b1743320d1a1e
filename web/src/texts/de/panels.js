// German: the names of the panels.

/** @type {typeof import("../en/panels.js").panels} */
export const panels = {
  label: "Bereiche",
  lab: "Labor",
  images: "Bilder",
  learn: "Lernen",
  help: {
    lab: "Ein GAN trainieren und sehen, was in ihm vorgeht.",
    images: "Trainiere GANs, die Bilder malen, und baue ihre Netze Schicht für Schicht.",
    learn: "Ein Artikel darüber, wie GANs funktionieren, mit kleinen Laboren im Text.",
  },
  loading: "Der Artikel wird geladen",
  failed: "Der Artikel ließ sich nicht laden. Lade die Seite neu, um es noch einmal zu versuchen.",
};
