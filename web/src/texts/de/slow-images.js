// Zeitlupe unter Bildern: was in jeder Phase geschieht, mit den Zahlen dieses einen Schritts.
import { formatCount, formatLoss, formatNumber, formatPercent } from "../../lib/format.js";

/** @param {number|null|undefined} value */
const number = (value) => (value === null || value === undefined ? "keine Zahl" : formatNumber(value));

/** @param {number|undefined} value */
const loss = (value) => (value === undefined ? number(value) : formatLoss(value));

/** @param {number|null} share */
const percent = (share) => formatPercent(share ?? 0);

/** @param {import("../../protocol.js").Phase} phase */
const source = ({ noise }) => (noise ? "aus Rauschen" : "aus dem, was er bekommt,");

/** @param {import("../../lib/phase-facts.js").PhaseFacts} facts */
const compared = ({ realMean, fakeMean }) => `Im Mittel gibt er den echten Bildern ${number(realMean)} und den Fälschungen ${number(fakeMean)}.`;

/** @type {import("../../texts.js").Texts["slowImages"]} */
export const slowImages = {
  batch: (count) => `${formatCount(count)} in dieser Stichprobe`,
  gradients: "heller ↑, dunkler ↓",
  layer: (length) => `Gradient ${length}`,
  phases: { samples: "Machen", predictions: "Urteil", loss: "Verlust", gradients: "Gradient", update: "Ändern" },
  layerHelp: "Wie lang der Teil des Gradienten in dieser Schicht ist: wie stark der Verlust ihre Gewichte schiebt.",

  captions: {
    discriminator: {
      samples: ({ samples }, phase, blur) => ({
        title: `Der Generator macht ${source(phase)} ${formatCount(samples)} Bilder.`,
        text: `Ebenso viele echte kommen aus den Daten: Beide Felder zeigen diese Stichprobe. ${blur ? `${blur} verwischt beide ein wenig. ` : ""}Gleich sieht der Diskriminator sie alle.`,
      }),
      predictions: (facts) => ({
        title: "Schicht für Schicht kommt der Diskriminator zu einem Urteil über jedes Bild.",
        text: {
          probability: `Er sagt „echt“ zu ${percent(facts.realSaid)} der echten Bilder und zu ${percent(facts.fakeSaid)} der Fälschungen.`,
          line: `Über ${formatNumber(facts.boundary)}, seiner Grenze zwischen gefälscht und echt, liegen ${percent(facts.realSaid)} der echten Bilder und ${percent(facts.fakeSaid)} der Fälschungen.`,
          score: `${compared(facts)} Mehr heißt echter; ein Urteil ist keine dieser Zahlen.`,
        }[facts.output],
      }),
      gradients: (_facts, phase) => ({
        title: `Von der letzten Schicht zur ersten erfährt jedes Gewicht, wohin es soll. Länge: ${number(phase.gradientNorm)}.`,
        text: "Die Zahl an jeder Schicht ist ihr Anteil daran: Wo sie nahe null ist, lernt die Schicht aus dieser Stichprobe kaum.",
      }),
      update: (_facts, phase) => ({
        title: "Der Diskriminator macht einen Schritt.",
        text: `Seine ${formatCount(phase.weights ?? 0)} Gewichte bewegen sich zusammen um ${number(phase.updateNorm)}. Vergleiche seine Urteile über die üblichen Bilder vorher und nachher.`,
      }),
    },
    generator: {
      samples: ({ samples, pairs, encodes }, phase, blur) => ({
        title: `Der Generator macht ${source(phase)} ${formatCount(samples)} neue Bilder.`,
        text:
          `${blur ? `${blur} verwischt sie ein wenig. ` : ""}` +
          (encodes
            ? "Echte Bilder werden auch gezogen: Der Encoder, der mit dem Generator lernt, gibt jedem einen Code."
            : pairs
            ? "Dieser Verlust vergleicht Fälschungen mit echten Bildern; ebenso viele bekommt der Diskriminator dazu. Der Generator sieht nie eines."
            : phase.noise
            ? "Ein echtes Bild hat er nie gesehen und sieht auch jetzt keines."
            : "Auch wie weit jedes von dem Bild ist, das es sein soll, zählt in seinem Verlust."),
      }),
      predictions: (facts) => ({
        title: facts.pairs ? "Der Diskriminator beurteilt die Fälschungen und echte Bilder daneben." : "Der Diskriminator beurteilt die Fälschungen.",
        text: facts.pairs
          ? `${compared(facts)} Nur der Vergleich zählt.`
          : {
            probability: `Er sagt „echt“ zu ${percent(facts.fakeSaid)} von ihnen. `,
            line: `Über ${formatNumber(facts.boundary)}, seiner Grenze zwischen gefälscht und echt, liegen ${percent(facts.fakeSaid)} von ihnen. `,
            score: `Im Mittel gibt er ihnen ${number(facts.fakeMean)}; mehr heißt echter. `,
          }[facts.output] + "Aus diesen Urteilen lernt der Generator.",
      }),
      loss: ({ pairs, encodes }, phase) => ({
        title: `Wie schlecht waren die Fälschungen? ${loss(phase.loss)}.`,
        text: encodes
          ? "Diesen Verlust machen Generator und Encoder klein: je kleiner, desto öfter hält der Diskriminator eine Art Paar für die andere."
          : pairs
          ? "Diesen Verlust macht der Generator klein: je kleiner, desto weiter liegen seine Fälschungen über echten Bildern."
          : "Diesen Verlust macht der Generator klein: je kleiner, desto eher gelten seine Fälschungen als echt.",
      }),
      gradients: (_facts, phase) => ({
        title: "Wie soll sich jedes Pixel jeder Fälschung ändern?",
        text: `Hell: mehr, dunkel: weniger, grau: so lassen, damit der Verlust fällt, während der Diskriminator stillhält. Von dort zurück durch die Schichten des Generators: ein Gradient der Länge ${number(phase.gradientNorm)}.`,
      }),
      update: (_facts, phase, _blur, average) => ({
        title: "Der Generator macht einen Schritt.",
        text:
          `Seine ${formatCount(phase.weights ?? 0)} Gewichte bewegen sich zusammen um ${number(phase.updateNorm)}. ` +
          (average
            ? "Die üblichen Bilder zeigen ein Mittel seiner Gewichte, das langsam folgt."
            : "Vergleiche die üblichen Bilder, aus demselben Rauschen, vorher und nachher."),
      }),
    },
  },
};
