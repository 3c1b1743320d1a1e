// German: the sentences of the density model beside the GAN.

/** @type {typeof import("../en/density.js").density} */
export const density = {
  group: "Dichtemodell",
  model: "Dichtemodell",
  modelHelp: "Ein Modell derselben Daten mit einer Formel für ihre Dichte, angepasst nach Maximum Likelihood.",
  score: "log p, ungesehen",
  heldOut: "Log-Likelihood zurückgelegter Punkte",
  heldOutHelp:
    "Wie wahrscheinlich das Modell im Mittel Punkte findet, an die es nicht angepasst wurde: Höher ist besser. " +
    "Darunter steht, was die Dichte der Daten selbst erreicht, wo sie bekannt ist, und die Breite h der Kerne. Sie hat " +
    "eine Einheit und ändert sich mit der der Daten. Ein Modell kann hier gut abschneiden und doch schlecht zeichnen, " +
    "und umgekehrt.",
  counts: (samples, heldOut) => `Angepasst an ${samples} Punkte, beurteilt an ${heldOut} anderen.`,
  nats: (value) => `${value} Nat`,
  none: "−∞ Nat",
  noneHelp: "Mindestens einer dieser Punkte liegt, wo das Modell gar keine Dichte hat.",
  error: (value) => `± ${value}`,
  floor: (value) => `Daten: ${value}`,
  bandwidth: (value) => `h = ${value}`,
  fitting: "Passt an …",
};
