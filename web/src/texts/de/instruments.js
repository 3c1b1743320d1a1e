// German: the sentences of the instruments.
import { formatCount } from "../../lib/format.js";

/** @type {typeof import("../en/instruments.js").instruments} */
export const instruments = {
  title: "Instrumente",
  choose: "Wählen…",
  help: "Abstände, Tests und mehr, jeweils neben dem Wert eines perfekten Generators. Getrennt gemessen, der Lauf bleibt so schnell wie ohne.",
  intro:
    "Jedes Instrument sieht den Lauf auf seine Weise, und jedes lässt sich täuschen. Was du wählst, erscheint unter den " +
    "Kurven. Ein anderer Prozess misst es, der Lauf bleibt so schnell wie ohne.",
  close: "Schließen",
  remove: (label) => `${label} wegnehmen`,
  removeHelp: "Es wird nicht mehr gemessen; du kannst es wieder wählen.",
  groups: {
    divergence: "Divergenzen",
    transport: "Transport",
    test: "Zweistichprobentests",
    coverage: "Modi und Abdeckung",
    likelihood: "Likelihood",
    path: "Der Weg der Spieler",
    images: "Bilder, nach einem kleinen Klassifikator",
  },
  better: { lower: "niedriger ist besser", higher: "höher ist besser", neither: "keine Richtung ist gut" },
  misleadsLabel: "Wie es täuscht:",
  misleads: (sentence) => `Wie es täuscht: ${sentence}`,
  samples: (samples) => `Gemessen an ${formatCount(samples)} Punkten je Seite.`,
  pairs: (pairs) => `Gemessen an ${formatCount(pairs)} Paaren aufeinanderfolgender Schritte.`,
  floor: (mean, spread) => `perfekt wäre ${mean} ± ${spread}`,
  floorWaits: "perfekt wäre: wird gemessen",
  floorLater: "was ein perfekter Generator erreicht, wird gemessen, sobald du es wählst",
  atRest: (words) => `in Ruhe: ${words}`,
  measuring: "Wird gemessen…",
  needsSteps: "Kommt nach einigen Schritten Training.",
  needsModes: "Nur wenn die Daten eine Mischung von Gaußglocken sind.",
  needsClasses: "Nur wenn die Bilder Klassen haben.",
  needsLabels: "Nur wenn dem Modell die Klasse gesagt wird.",
  needsHeldOut: (count) => `Braucht mindestens ${count} zurückgehaltene Bilder.`,
  preparing: (share) => `Ein kleiner Klassifikator lernt die Klassen, einmal für diese Bilder: ${share}`,
  by: (accuracy) => `, gesehen von einem Klassifikator, der zu ${accuracy} % richtig liegt`,
  fakes: (count) => `${formatCount(count)} Fälschungen`,
  byChance: ", ohne Klassen: gesehen von einem Netz mit zufälligen Gewichten",
  share: (name, share, due) => `${name}: ${share} der Fälschungen, ${due} der Daten`,
  pair: (place, distance) => `Paar ${place}: unterscheidet sich um ${distance}`,
  verdict: {
    differ: (p) => `p ${p}: verschieden`,
    may: (p) => `p ${p}: vielleicht verschieden`,
    none: (p) => `p ${p}: kein Unterschied zu sehen`,
  },
  perfect: "perfekt wäre",
  bestD: "bester D",
};
