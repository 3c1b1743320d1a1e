// German: the sentences of the loss theory drawer.
import { formatNumber } from "../../lib/format.js";

/** @type {typeof import("../en/theory.js").theory} */
export const theory = {
  title: "Theorie des Verlusts",
  closed: "Formel, Kurve, laufendes Histogramm",
  open: "Die Theorie des Verlusts öffnen",
  close: "Die Theorie des Verlusts schließen",
  minimizes: { d: "Der Diskriminator minimiert", g: "Der Generator minimiert" },
  divergence: "Mit dem besten D ist −L_D",
  divergenceHelp:
    "Was das Spiel klein macht, wenn der Diskriminator immer die beste Antwort findet: einen Abstand zwischen den " +
    "Daten, mit der Dichte p, und den Fälschungen, mit der Dichte q.",
  pairs: "Neben einem echten Punkt mit Ausgang 0.",
  help: "Die Formeln des Verlusts, wie stark er am Generator zieht, und wo die Fälschungen jetzt liegen.",
  compare: "Mit einem anderen Verlust vergleichen",
  compareHelp: "Legt die Kurven eines anderen Verlusts darüber; der Lauf bleibt, wie er ist.",
  none: "Keiner",
  keys: { loss: "Verlust G", pull: "Zug" },
  pullHelp:
    "Wie stark eine Fälschung dazu gedrängt wird, echter auszusehen: minus die Steigung des Verlusts von G nach der rohen Ausgabe von D.",
  other: "Dünn: der andere Verlust.",
  usual: "Gezeichnet für die üblichen Parameter dieses Verlusts.",
  probability: {
    axis: (mean) => (mean === null ? "D(G(z))" : `D(G(z)), Mittel jetzt ${formatNumber(mean)}`),
    left: "0 gefälscht",
    middle: "½",
    right: "echt 1",
  },
  raw: {
    axis: (mean) => (mean === null ? "rohe Ausgabe d(G(z))" : `rohe Ausgabe d(G(z)), Mittel jetzt ${formatNumber(mean)}`),
    left: "−4",
    middle: "0",
    right: "4",
  },
  chart: (loss, axis) =>
    `Was eine Fälschung den Generator beim Verlust ${loss} kostet, wie stark sie gezogen wird und wo die Fälschungen jetzt liegen: ${axis}.`,
};
