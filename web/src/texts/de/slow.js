// German: the sentences of slow motion.
import { formatCount, formatFixed, formatNumber, formatPercent } from "../../lib/format.js";

/** @param {number|null|undefined} value */
const number = (value) => (value === null || value === undefined ? "keine Zahl" : formatNumber(value));

/** @param {number|undefined} value */
const loss = (value) => (value !== undefined && Math.abs(value) < 100 ? formatFixed(value, 3) : number(value));

/** @param {number|null} share */
const percent = (share) => formatPercent(share ?? 0);

/** @type {typeof import("../en/slow.js").slow} */
export const slow = {
  button: "Zeitlupe",
  help: "Ein Schritt in seinen Phasen, fünf je Spieler, mit den Zahlen, die wirklich berechnet werden.",
  leaveHelp: "Beendet diesen Schritt und kehrt zur Übersicht zurück.",
  next: "Nächste Phase",
  nextHelp: "Spielt eine Phase und hält an.",
  pace: "Takt",
  paceHelp: "Wie lange jede Phase steht, wenn eine nach der anderen gespielt wird.",
  paceValue: (seconds) => `${formatFixed(seconds, 1)} s`,
  play: "Die Phasen abspielen",
  playHelp: "Phase für Phase, im Takt, den du wählst.",
  pause: "Diese Phase halten",
  pauseHelp: "Nichts bewegt sich, bis du weitergehst.",
  title: "Ein Schritt, Phase für Phase",
  strips: { discriminator: "Phasen des Diskriminators", generator: "Phasen des Generators" },
  toPhase: "Spielt vorwärts bis zu dieser Phase, auch durch den Rest des Schritts, wenn sie schon war.",
  caption: "Diese Phase",
  turn: (turn, turns) => `Update ${turn} von ${turns}`,
  trial: (turn, turns) => `Probe ${turn}/${turns}`,
  trialRemark: "Dieser Zug ist eine Probe: Er wird zurückgenommen, sobald beide gesehen haben, wohin er führt.",
  aheadRemark: (updates) =>
    `Hier urteilt nicht D, wie er ist, sondern wie G ihn in ${updates === 1 ? "einem Update" : `${updates} Updates`} erwartet.`,
  aheadGradients: (_facts, phase) => ({
    title: "Wohin soll jede Fälschung?",
    text: `Jeder Pfeil zeigt dorthin, wo der Verlust fällt, die erwarteten Updates von D mitgerechnet. Aus allen folgt der Gradient des Generators, mit der Länge ${number(phase.gradientNorm)}.`,
  }),
  skipped: "nicht in diesem Schritt",
  sides: {
    label: "Vor und nach dem Update",
    before: { label: "Vorher", help: "So war es vor diesem Update." },
    after: { label: "Nachher", help: "So ist es nach diesem Update." },
  },

  idle: {
    title: "Ein Trainingsschritt, zerlegt.",
    text: "Drück auf „Nächste Phase“ oder auf Abspielen. Erst lernt der Diskriminator, in fünf Phasen; dann der Generator, in fünf weiteren.",
  },
  training: {
    title: "Das Training läuft.",
    text: "Halte es an; dann wird der nächste Schritt Phase für Phase gezeigt.",
  },

  phases: {
    discriminator: {
      samples: "Fälschungen herstellen",
      predictions: "Alles beurteilen",
      loss: "Verlust D berechnen",
      gradients: "Gradienten für D finden",
      update: "D ändern",
    },
    generator: {
      samples: "Fälschungen herstellen",
      predictions: "Fälschungen beurteilen",
      loss: "Verlust G berechnen",
      gradients: "Gradienten für G finden",
      update: "G ändern",
    },
  },

  pairPhases: {
    samples: "Fälschungen und Echtes",
    predictions: "Beides beurteilen",
  },

  pictures: {
    discriminator: {
      samples: "was D gleich sehen wird",
      predictions: "jeder Punkt in der Farbe seines Urteils",
      loss: "die Urteile, die der Verlust zusammenzählt",
      gradients: "wie stark jeder Punkt D drückt",
      update: "das Urteil von D vorher und nachher",
    },
    generator: {
      samples: "wo das Rauschen jetzt landet",
      predictions: "jede Fälschung in der Farbe ihres Urteils",
      loss: "die Urteile, die der Verlust zusammenzählt",
      gradients: "jeder Pfeil senkt den Verlust von G",
      update: "dasselbe Rauschen vorher und nachher",
    },
  },

  lines: {
    discriminator: {
      samples: "Kräftig: diese Stichprobe. Blass: das Urteil von D.",
      predictions: "Scheiben sind echt, Rauten gefälscht; Farbe: das Urteil.",
      loss: "Punkte in der falschen Farbe vergrößern den Verlust von D.",
      gradients: "Je größer ein Punkt, desto mehr zählt er für D.",
      update: "Vergleiche mit Vorher und Nachher.",
    },
    generator: {
      samples: "Das Netz ist das ganze Rauschen, Punkte diese Stichprobe.",
      predictions: "Fälschungen in der Farbe der echten täuschen D.",
      loss: "Was für D gefälscht aussieht, vergrößert den Verlust von G.",
      gradients: "G ändert sich so, dass Fälschungen den Pfeilen folgen.",
      update: "Vergleiche mit Vorher und Nachher.",
    },
  },

  scoreLines: {
    discriminator: {
      predictions: "Scheiben sind echt, Rauten gefälscht; Farbe: die Zahl.",
      loss: "Scheiben weit über Rauten machen den Verlust von D klein.",
    },
    generator: {
      predictions: "Fälschungen in der Farbe der echten haben eine hohe Zahl.",
      loss: "Eine niedrige Zahl vergrößert den Verlust von G.",
    },
  },

  captions: {
    discriminator: {
      samples: ({ samples }, _phase, blur) => ({
        title: `Der Generator macht aus Rauschen ${formatCount(samples)} Fälschungen.`,
        text:
          `Ebenso viele echte Punkte kommen aus den Daten. ${blur ? `${blur} verwischt beide ein wenig. ` : ""}` +
          "Gleich sieht der Diskriminator sie alle.",
      }),
      predictions: (facts) => ({
        title: "Der Diskriminator beurteilt Echtes und Gefälschtes.",
        text: {
          probability: `Er sagt „echt“ zu ${percent(facts.realSaid)} der echten Punkte und zu ${percent(facts.fakeSaid)} der Fälschungen.`,
          line: `Über ${formatNumber(facts.boundary)}, seiner Grenze zwischen gefälscht und echt, liegen ${percent(facts.realSaid)} der echten Punkte und ${percent(facts.fakeSaid)} der Fälschungen.`,
          score: `Im Mittel gibt er den echten Punkten ${number(facts.realMean)} und den Fälschungen ${number(facts.fakeMean)}. Mehr heißt echter; ein Urteil ist keine dieser Zahlen.`,
        }[facts.output],
      }),
      loss: (_facts, phase) => ({
        title: `Alle Urteile ergeben zusammen eine Zahl: ${loss(phase.loss)}.`,
        text:
          "Diesen Verlust macht der Diskriminator klein: je kleiner, desto besser unterscheidet er." +
          (phase.penalty === undefined ? "" : ` Davon ist ${number(phase.penalty)} die Strafe für seine Steilheit.`),
      }),
      gradients: (facts, phase) => ({
        title: `Wohin soll jedes Gewicht? Der Gradient hat die Länge ${number(phase.gradientNorm)}.`,
        text: {
          none: "Kein Punkt drückt den Diskriminator mehr.",
          alike: "Jeder Punkt drückt gleich stark, was immer D ihm gibt.",
          unlike: "Die Punkte drücken nicht gleich stark: die großen am stärksten.",
        }[facts.push],
      }),
      update: (_facts, phase) => ({
        title: "Der Diskriminator macht einen Schritt.",
        text: `Seine ${formatCount(phase.weights ?? 0)} Gewichte bewegen sich zusammen um ${number(phase.updateNorm)}. Vergleiche sein Urteil über die Ebene vorher und nachher.`,
      }),
    },
    generator: {
      samples: ({ samples, pairs, encodes }, _phase, blur) => ({
        title: `Der Generator macht ${formatCount(samples)} neue Fälschungen.`,
        text:
          `Das Rauschen ist frisch.${blur ? ` ${blur} verwischt ${pairs ? "alle Punkte" : "sie"} ein wenig.` : ""} ` +
          (encodes
            ? "Echte Punkte werden auch gezogen: Der Encoder, der mit dem Generator lernt, gibt jedem einen Code."
            : pairs
            ? "Dieser Verlust vergleicht Fälschungen mit echten Punkten; ebenso viele bekommt der Diskriminator dazu. Der Generator sieht nie einen."
            : "Einen echten Punkt hat er nie gesehen und sieht auch jetzt keinen."),
      }),
      predictions: (facts) => ({
        title: facts.encodes
          ? "Der Diskriminator beurteilt Paare: Fälschungen mit ihrem Rauschen, echte Punkte mit ihren Codes."
          : facts.pairs ? "Der Diskriminator beurteilt die Fälschungen und echte Punkte daneben." : "Der Diskriminator beurteilt die Fälschungen.",
        text: facts.encodes
          ? `Im Mittel gibt er den echten Paaren ${number(facts.realMean)} und den gefälschten ${number(facts.fakeMean)}. Der Generator will, dass gefälschte Paare als echt gelten, der Encoder, dass echte als gefälscht gelten.`
          : facts.pairs
          ? `Im Mittel gibt er den echten Punkten ${number(facts.realMean)} und den Fälschungen ${number(facts.fakeMean)}. Nur der Vergleich zählt, und mehr sieht der Generator nicht.`
          : {
            probability: `Er sagt „echt“ zu ${percent(facts.fakeSaid)} von ihnen. `,
            line: `Über ${formatNumber(facts.boundary)}, seiner Grenze zwischen gefälscht und echt, liegen ${percent(facts.fakeSaid)} von ihnen. `,
            score: `Im Mittel gibt er ihnen ${number(facts.fakeMean)}; mehr heißt echter. `,
          }[facts.output] + "Nur diese Urteile sieht der Generator, nie die echten Punkte.",
      }),
      loss: ({ pairs, encodes }, phase) => ({
        title: `Wie schlecht waren die Fälschungen? ${loss(phase.loss)}.`,
        text: encodes
          ? "Diesen Verlust machen Generator und Encoder klein: je kleiner, desto öfter hält der Diskriminator eine Art Paar für die andere."
          : pairs
          ? "Diesen Verlust macht der Generator klein: je kleiner, desto weiter liegen seine Fälschungen über echten Punkten."
          : "Diesen Verlust macht der Generator klein: je kleiner, desto eher gelten seine Fälschungen als echt.",
      }),
      gradients: (_facts, phase) => ({
        title: "Wohin soll jede Fälschung?",
        text: `Jeder Pfeil zeigt dorthin, wo der Verlust fällt, während der Diskriminator stillhält. Aus allen folgt der Gradient des Generators, mit der Länge ${number(phase.gradientNorm)}.`,
      }),
      update: (_facts, phase, _blur, average) => ({
        title: "Der Generator macht einen Schritt.",
        text:
          `Seine ${formatCount(phase.weights ?? 0)} Gewichte bewegen sich zusammen um ${number(phase.updateNorm)}. ` +
          (average
            ? "Das Bild zeigt ein Mittel seiner Gewichte, das langsam folgt."
            : "Vergleiche, wo dasselbe Rauschen vorher und nachher landet."),
      }),
    },
  },
};
