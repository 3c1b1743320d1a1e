// The article, in German: the words of its figures.
import { formatCount, formatFixed, formatPercent } from "../../../lib/format.js";

/** @type {typeof import("../../en/article/figures.js").figures} */
export const figures = {
  figure: {
    play: "Abspielen",
    pause: "Anhalten",
    step: "Ein Schritt",
    reset: "Neu beginnen",
    invite: "Drück auf Abspielen, um dieses Labor zu starten",
    starting: "Beginnt",
    practising: "D übt allein",
    full: "Alle Plätze auf diesem Server sind belegt. Versuch es später noch einmal.",
    lost: "Die Verbindung ging verloren. Drück auf Abspielen, um neu zu beginnen.",
    diverged: "Der Lauf ist entgleist. Beginn ihn neu.",
    picture: (title) => `Bild des kleinen Labors „${title}“`,
    steps: (step) => `Schritt ${formatCount(step)}`,
    fooled: (share) => `D hält ${formatPercent(share)} der Fälschungen für echt`,
    modes: (covered, modes) => `${covered} von ${modes} Modi erreicht`,
  },
  figures: {
    "d-alone": {
      title: "Nur der Diskriminator lernt",
      caption: "Der Generator ist eingefroren; seine Fälschungen bleiben, wo sie sind. D färbt die Ebene.",
      control: { label: "Pfeile: wohin es G ziehen würde" },
    },
    "g-alone": {
      title: "Nur der Generator lernt",
      caption: "D hat 300 Schritte geübt und ist jetzt eingefroren. Die Fälschungen folgen ihren Pfeilen bergauf.",
      control: { label: "D 50 Schritte lernen lassen" },
    },
    both: {
      title: "Beide Spieler auf dem Ring",
      caption: "Acht Gruppen echter Punkte, abwechselnd ein Update jedes Spielers.",
      control: { label: "Lernrate des Generators", low: "vorsichtig", high: "kühn" },
    },
    layers: {
      title: "Ein Lauf, fünf Ebenen",
      caption: "Spiel ihn ab, halt an, wo du willst, und schalte die Ebenen, um zu sehen, was jede hinzufügt.",
      control: { label: "Ebenen" },
    },
    collapse: {
      title: "Kollaps, und was hilft",
      caption: "Dieselben Daten und dieselbe Startzahl. Nur die Regeln für die Spieler sind andere.",
      control: {
        label: "Einstellung",
        options: { collapse: "D schwach, G hastig", regularized: "D scharf, gezügelt" },
      },
    },
    vanish: {
      title: "Ein Diskriminator, der zu sicher ist",
      caption:
        "D hat 300 Schritte gegen einen Generator geübt, der stillstand, und ist eingefroren. G beginnt jetzt, mit einfachem Gradientenabstieg.",
      control: { label: "Verlust von G", options: { minimax: "Minimax", non_saturating: "Nicht sättigend" } },
    },
    curves: {
      title: "Wie stark jeder Verlust zieht",
      caption: "Der Verlust von G über dem Urteil von D. Der Zug ist die Steigung nach dem rohen Ausgang von D.",
      control: { label: "Urteil von D über eine Fälschung" },
      names: { minimax: "Minimax", non_saturating: "Nicht sättigend" },
      axis: { fake: "0: gefälscht", real: "1: echt" },
      pull: (name, pull) => `${name}: Zug ${formatFixed(pull, 2)}`,
      verdict: (verdict) => formatPercent(verdict),
    },
    circles: {
      title: "Das kleinste Spiel",
      caption: "Beide Spieler beginnen beim Kreis und machen 60 Schritte. Der Ruhepunkt ist das Kreuz in der Mitte.",
      control: { label: "Schrittweite" },
      paths: { simultaneous: "beide zugleich", alternating: "abwechselnd", damped: "mit Bremse" },
      size: (size) => formatFixed(size, 2),
      drawing:
        "Drei Wege um den Ruhepunkt: Wer zugleich zieht, läuft in einer Spirale hinaus, wer sich abwechselt, kreist, und mit einer Bremse " +
        "kommt man zur Ruhe.",
    },
  },
};
