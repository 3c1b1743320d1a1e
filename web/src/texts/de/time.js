// Das Bilder-Panel: Zähler und Kurven der Zeit, und was gesagt wird, wo nichts schiefgeht.
import { formatCount } from "../../lib/format.js";

/** @type {import("../../texts.js").Texts["time"]} */
export const time = {
  trained: "Trainingszeit",
  trainedHelp:
    "Wie lange der Server an den Schritten dieses Laufs war: Minuten und Sekunden, ohne Pausen und ohne die Zeit zum Ansehen und Messen. Zurück bei einem früheren Schritt ist sie, was sie dort war.",
  imagesPerSecond: "Bilder pro Sekunde",
  imagesPerSecondHelp:
    "Von so vielen echten Bildern hat der Diskriminator in der letzten Sekunde gelernt, wie der Server sie zählt: Bei mehreren Updates je Schritt zählen alle. 0 in der Pause.",
  looks: "D urteilt",
  looksHelp:
    "Über so viele Bilder urteilt D in einer Sekunde, wenn es nur hinsieht, und so lange braucht es für jedes: gemessen an den 64 jeder Art, die zu sehen sind.",
  looksValue: (perSecond, ms) => `${perSecond}/s · ${ms} ms`,
  ofEach: (count) => `je ${count}`,
  perSecond: "pro s",
  kinds: { real: "Echt", fake: "Falsch" },
  gradients: "Gradientennormen",
  gradientsHelp:
    "Wie lang der Gradient jedes Spielers im letzten Update war: wie stark sein Verlust seine Gewichte schiebt. Nahe null hat ein Spieler nichts, woraus er lernt; steigt er ohne Ende, läuft er davon.",
  balanced: "Das Training ist im Gleichgewicht",
  unremarkable: "Nichts Auffälliges",
  early: "Eben begonnen",
  right: (share, samples) => `D hat zu ${share} recht, bei je ${formatCount(samples)} Bildern beider Arten.`,
  classes: (present, of, samples) =>
    present === of
      ? `Alle ${of} Klassen kommen unter ${formatCount(samples)} Fälschungen vor.`
      : `${present} von ${of} Klassen kommen unter ${formatCount(samples)} Fälschungen vor.`,
  distance: "Achte auf die Fréchet-Distanz: Sie sollte weiter fallen.",
};
