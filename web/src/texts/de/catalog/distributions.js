// German: the distributions.

/** @typedef {import("../../../lib/translate-catalog.js").EntryWords} EntryWords */

const spread = { label: "Streuung", help: "Standardabweichung jeder Glocke, in jeder Richtung." };
const thickness = {
  label: "Dicke",
  help: "Standardabweichung der Unschärfe, die die Figur dick macht; bei 0 bleibt sie dünn.",
};

/** @type {Record<string, EntryWords>} */
export const distributions = {
  ring: {
    label: "Ring aus Glocken",
    help:
      "Kleine Gaußglocken in gleichen Abständen auf einem Kreis. Die klassische Probe auf Moduskollaps: " +
      "Findet der Generator alle, oder begnügt er sich mit wenigen?",
    params: {
      modes: { label: "Modi", help: "Wie viele Glocken auf dem Kreis stehen." },
      radius: { label: "Radius", help: "Radius des Kreises." },
      std: spread,
    },
  },
  grid: {
    label: "Raster aus Glocken",
    help:
      "Kleine Gaußglocken auf einem quadratischen Raster, weit voneinander für ihre Größe. Schwerer als " +
      "der Ring: 25 Modi und breite leere Lücken, die der Generator überspringen muss.",
    params: {
      side: { label: "Seite", help: "Glocken je Seite; 5 ergibt 25." },
      spacing: { label: "Abstand", help: "Abstand der Nachbarn." },
      std: spread,
    },
  },
  spiral: {
    label: "Spirale",
    help:
      "Arme, um die Mitte gewickelt. Eine zusammenhängende, aber lange und gebogene Figur: Der Generator " +
      "muss sein Rauschen aufrollen.",
    params: {
      arms: { label: "Arme", help: "Wie viele Arme ineinander gewickelt sind." },
      turns: { label: "Windungen", help: "Wie oft jeder Arm herumgeht." },
      std: thickness,
    },
  },
  moons: {
    label: "Zwei Monde",
    help: "Zwei Halbkreise, die ineinander greifen: zwei getrennte gebogene Teile.",
    params: { std: thickness },
  },
  line: {
    label: "Linie",
    help:
      "Eine dünne gerade Linie, aus GAN Lab: das leichteste Ziel, denn ein gerades Stück Rauschen genügt. " +
      "Gut für einen ersten Blick darauf, wie die Spieler ziehen.",
    params: { std: thickness },
  },
  gaussians: {
    label: "Zwei Hügel",
    help: "Zwei Gaußglocken verschiedener Form, eine runde und eine schmale, aus GAN Lab.",
  },
  ring_band: {
    label: "Kreisband",
    help:
      "Ein geschlossenes, leicht flaches Band, aus GAN Lab, das es Ring nennt. Der Generator muss sein " +
      "Rauschen um ein Loch biegen und verbindet die Enden mit einer Naht.",
    params: { std: thickness },
  },
  disjoint: {
    label: "Drei Kleckse",
    help:
      "Drei kleine Kleckse, dazwischen nichts, aus GAN Lab. Ein glatter Generator erreicht alle drei nur, " +
      "wenn er dünne Brücken aus Fälschungen stehen lässt.",
    params: { std: spread },
  },
  checkerboard: {
    label: "Schachbrett",
    help: "Jedes zweite Feld eines Bretts ist gefüllt. Scharfe Kanten und Ecken, die glatte Netze abrunden.",
    params: { cells: { label: "Felder", help: "Felder je Seite des Bretts." } },
  },
  pinwheel: {
    label: "Windrad",
    help: "Gebogene Flügel um eine Mitte: mehrere Teile, jeder gestreckt und gekrümmt.",
    params: {
      arms: { label: "Flügel", help: "Wie viele Flügel das Rad hat." },
      twist: { label: "Drehung", help: "Wie stark sich die Flügel biegen." },
      spread: { label: "Länge", help: "Streuung längs eines Flügels." },
      std: thickness,
    },
  },
  gaussian: {
    label: "Eine Glocke",
    help:
      "Eine runde Gaußglocke: Aus Gaußschem Rauschen muss der Generator sie nur strecken. Was hier " +
      "schiefgeht, liegt am Spiel und nicht an der Figur.",
    params: { std: spread },
  },
  two_gaussians: {
    label: "Zwei Glocken",
    help:
      "Zwei runde Gaußglocken nebeneinander. Der kleinste Fall, in dem ein Modus verloren gehen kann und, " +
      "bei ungleichen Anteilen, der kleinere vergessen wird.",
    params: {
      distance: { label: "Abstand", help: "Abstand der beiden Mitten." },
      std: spread,
      left_share: { label: "Anteil links", help: "Welcher Teil der Punkte in der linken liegt." },
    },
  },
  circles: {
    label: "Kreise",
    help: "Ein Kreis in einem Kreis, auf jedem die Hälfte: zwei getrennte Teile, der eine um den anderen.",
    params: {
      factor: { label: "Innerer Radius", help: "Der äußere Radius ist 1." },
      std: thickness,
    },
  },
  swiss_roll: {
    label: "Biskuitrolle",
    help:
      "Ein aufgerolltes Blatt, von der Seite gesehen, in einem Zehntel der Größe von scikit-learn. Die " +
      "Windungen liegen nah beieinander, und der Generator verbindet sie gern.",
    params: { std: thickness },
  },
  s_curve: {
    label: "S-Kurve",
    help:
      "Eine Kurve in Form eines S, das Blatt von scikit-learn von der Seite: ein zusammenhängendes Stück " +
      "mit zwei entgegengesetzten Bögen.",
    params: { std: thickness },
  },
  points: {
    label: "Deine Punkte",
    help: "Eine eigene Figur, gezeichnet oder hochgeladen: Jede Probe ist einer ihrer Punkte, leicht verrückt.",
    params: {
      points: { label: "Punkte", help: "Die Punkte, um die herum gezogen wird." },
      jitter: { label: "Unschärfe", help: "Unschärfe um jeden Punkt, als Teil der Breite der Figur." },
    },
  },
};
