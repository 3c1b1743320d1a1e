// German: noise, networks, and the units in which they see the data.

/** @typedef {import("../../../lib/translate-catalog.js").EntryWords} EntryWords */

const dimension = { label: "Dimension", help: "Wie viele Zahlen jeder Rauschvektor hat." };
const layers = { label: "Weitere Schichten", help: "Verborgene Schichten nach der ersten." };
const width = { label: "Neuronen", help: "Neuronen in jeder verborgenen Schicht." };
const activation = {
  label: "Aktivierung",
  help: "Der Knick, den jedes Neuron seiner Summe gibt; ohne ihn wäre das Netz eine einzige Ebene.",
};
const init = {
  label: "Anfangsgewichte",
  help: "Wie groß die zufälligen Gewichte am Anfang sind.",
  choices: { gan_lab: "wie GAN Lab" },
};

/** @type {Record<string, EntryWords>} */
export const scalings = {
  standard: {
    label: "Normiert",
    help:
      "Die Netze sehen die Daten auf Mittel 0 verschoben und auf Standardabweichung 1 gebracht; dort lernen " +
      "sie am besten, wie groß oder fern die Daten auch sind. Das Bild behält seine eigenen Einheiten.",
  },
  range: {
    label: "Bild als −1 bis 1",
    help:
      "Die Netze sehen das gezeichnete Quadrat auf beiden Achsen als −1 bis 1: Was ein Generator erreicht, " +
      "der mit tanh endet, ist dann genau das sichtbare Quadrat.",
  },
  none: {
    label: "Wie es ist",
    help:
      "Die Netze sehen die Koordinaten der Ebene selbst, wie in GAN Lab. Daten fern von 0 oder viel größer " +
      "oder kleiner als 1 sind dann schwerer zu lernen.",
  },
};

/** @type {Record<string, EntryWords>} */
export const priors = {
  uniform: {
    label: "Gleichverteilt",
    help:
      "Jeder Wert eines Bereichs ist gleich wahrscheinlich: ein Quadrat aus Rauschen mit harten Kanten, die " +
      "zu den Kanten dessen werden, was der Generator zeichnet.",
    params: {
      dimension,
      low: { label: "Von", help: "Das untere Ende des Bereichs." },
      high: { label: "Bis", help: "Das obere Ende des Bereichs." },
    },
  },
  gaussian: {
    label: "Gaußverteilt",
    help: "Die Glockenkurve in jeder Koordinate: eine runde Wolke ohne Rand, dicht in der Mitte. Das Übliche.",
    params: {
      dimension,
      mean: { label: "Mittel", help: "Die Mitte des Rauschens." },
      std: { label: "Streuung", help: "Standardabweichung." },
      truncated: {
        label: "Abgeschnitten",
        help: "Lässt Werte weg, die weiter als zwei Standardabweichungen vom Mittel liegen.",
      },
    },
  },
  sphere: {
    label: "Kugel",
    help:
      "Eine zufällige Richtung: Jeder Rauschvektor hat die Länge 1. In zwei Dimensionen ist das ein Kreis, " +
      "der sich schließt, sodass der Generator eine geschlossene Kurve zeichnen kann.",
    params: { dimension },
  },
};

/** @type {Record<string, EntryWords>} */
export const generators = {
  mlp: {
    label: "Mehrschichtiges Netz",
    help:
      "Schichten aus Neuronen, jedes mit allen der Schicht davor verbunden: Es biegt und faltet das Rauschen, " +
      "bis es über den Daten liegt.",
    params: {
      layers,
      width,
      activation,
      output: {
        label: "Ausgang",
        help: "Linear reicht überall hin; tanh hält die Fälschungen in einem Quadrat von −1 bis 1.",
        choices: { linear: "Linear", tanh: "Tanh" },
      },
      init,
    },
  },
};

/** @type {Record<string, EntryWords>} */
export const discriminators = {
  mlp: {
    label: "Mehrschichtiges Netz",
    help:
      "Schichten aus Neuronen, die aus einer Stelle der Ebene eine Zahl machen: hoch, wo D „echt“ sagt, " +
      "niedrig, wo es „gefälscht“ sagt.",
    params: {
      layers,
      width,
      activation,
      fourier: {
        label: "Fouriermerkmale",
        help:
          "Zeigt D außerdem feine Streifen jeder Koordinate, damit es kleine Einzelheiten sieht (Tancik et al. " +
          "2020). Jedes weitere fügt doppelt so feine hinzu.",
      },
      spectral_norm: {
        label: "Spektralnorm",
        help:
          "Teilt jede Schicht durch ihre größte Streckung, was D flach hält (Miyato et al. 2018). Lernt " +
          "langsamer.",
      },
      init,
      kernels: {
        label: "Vergleichen",
        help:
          "Minibatch-Diskriminierung: D sieht auch, wie nah ein Punkt den anderen seines Batches ist, auf so viele " +
          "Arten; Fälschungen, die einander alle gleichen, verraten sich. Im Bild wird jede Stelle mit echten " +
          "Punkten verglichen, Fälschungen mit anderen Fälschungen. 0 schaltet es aus (Salimans et al. 2016). " +
          "Lernt langsamer.",
      },
      dims: { label: "Kerngröße", help: "Auf wie viele Zahlen jeder Vergleichskern blickt." },
    },
  },
};
