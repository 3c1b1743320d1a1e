// German: the layers of image networks, and why they do not fit.

/** @typedef {import("../../../lib/translate-catalog.js").EntryWords} EntryWords */

/** @param {string} count @returns {string} */
const thousands = (count) => count.replaceAll(",", ".");

/** @param {string} found @param {string} most @param {string} what */
const limit = (found, most, what) => `mit dieser Schicht sind es ${thousands(found)} ${what}; erlaubt sind höchstens ${thousands(most)}`;

const kernel = { label: "Fenster", help: "Höhe und Breite des Fensters in Pixeln." };
const stride = { label: "Schrittweite", help: "Um wie viele Pixel das Fenster von Stelle zu Stelle rückt." };
const padding = {
  label: "Rand",
  help:
    "Wie viele leere Pixel zuerst um das Bild gelegt werden, damit das Fenster auch am Rand stehen kann. " +
    "(Eine transponierte Faltung schneidet so viele ab.)",
};
const channels = {
  label: "Kanäle",
  help: "Wie viele Bilder herauskommen, jedes mit eigenen Gewichten gemacht.",
};
const bias = {
  label: "Versatz",
  help:
    "Zählt zu jeder Ausgabe eine gelernte Zahl (Bias). Eine Norm gleich dahinter nimmt sie wieder heraus; dort " +
    "kann man sie weglassen.",
};
const spectralNorm = {
  label: "Spektralnorm",
  help:
    "Teilt die Gewichte durch ihre größte Streckung; so bleibt die Steigung der Schicht höchstens 1. Gefunden " +
    "wird sie mit einer Potenziteration je Trainingsschritt (Miyato et al. 2018).",
};
const affine = {
  label: "Gelernter Maßstab",
  help: "Multipliziert danach jeden Kanal mit einer gelernten Zahl und zählt eine zweite dazu.",
};

/** @type {Record<string, EntryWords>} */
export const imageLayers = {
  dense: {
    label: "Voll verbunden",
    help:
      "Jede Ausgabe ist eine gewichtete Summe aller Eingaben. Die Schicht weiß nicht, was neben was liegt, und " +
      "braucht deshalb viele Gewichte.",
    params: {
      units: { label: "Neuronen", help: "Wie viele Zahlen herauskommen." },
      bias,
      spectral_norm: spectralNorm,
    },
  },
  conv: {
    label: "Faltung",
    help:
      "Schiebt ein kleines Fenster über das Bild und gibt eine gewichtete Summe dessen aus, was es sieht, überall " +
      "mit denselben Gewichten: So findet sie dasselbe Merkmal, wo immer es ist. Schrittweite 2 halbiert das Bild.",
    params: { channels, kernel, stride, padding, bias, spectral_norm: spectralNorm },
  },
  conv_transpose: {
    label: "Transponierte Faltung",
    help:
      "Eine Faltung rückwärts, die Bilder größer macht: Jeder Pixel malt ein kleines Fenster, und wo sich Fenster " +
      "überlappen, addieren sie sich. Fenster 4, Schrittweite 2 und Rand 1 verdoppeln das Bild.",
    params: { channels, kernel, stride, padding, bias, spectral_norm: spectralNorm },
  },
  upsample: {
    label: "Vergrößern",
    help:
      "Macht ein Bild größer, indem es Pixel wiederholt oder mischt. Mit einer Faltung dahinter malt es ohne das " +
      "Schachbrett, das transponierte Faltungen hinterlassen können (Odena et al. 2016).",
    params: {
      factor: { label: "Faktor", help: "Wievielmal größer jede Seite wird." },
      mode: {
        label: "Zwischen Pixeln",
        help: "Nächster wiederholt jeden Pixel; bilinear mischt ihn mit seinen Nachbarn.",
        choices: { nearest: "Nächster", bilinear: "Bilinear" },
      },
    },
  },
  max_pool: {
    label: "Max-Pooling",
    help:
      "Behält von jedem Fenster nur den größten Wert: ob ein Merkmal da ist, nicht wo genau. Das Bild wird " +
      "kleiner. Was nicht das Größte ist, bekommt keinen Gradienten.",
    params: { window: kernel, stride, padding },
  },
  avg_pool: {
    label: "Mittel-Pooling",
    help:
      "Gibt das Mittel jedes Fensters aus: Das Bild wird kleiner und glatter. Leere Pixel des Rands zählen als 0.",
    params: { window: kernel, stride, padding },
  },
  batch_norm: {
    label: "Batch-Norm",
    help:
      "Verschiebt und streckt jeden Kanal so, dass er über den Batch das Mittel 0 und die Varianz 1 hat; so " +
      "versiegen und explodieren die Signale nicht. Außerhalb des Trainings treten gemerkte Werte an die Stelle " +
      "des Batches. Die Bilder eines Batches hängen dann voneinander ab; zu einer Gradientenstrafe in D passt " +
      "das schlecht.",
    params: {
      momentum: { label: "Tempo", help: "Wie weit Mittel und Varianz, die gemerkt werden, zu denen jedes Batches rücken." },
      affine,
    },
  },
  layer_norm: {
    label: "Layer-Norm",
    help:
      "Verschiebt und streckt jedes Bild so, dass alle seine Zahlen zusammen das Mittel 0 und die Varianz 1 haben. " +
      "Die Bilder hängen nicht voneinander ab; so passt sie zu einer Gradientenstrafe (Gulrajani et al. 2017).",
    params: { affine },
  },
  instance_norm: {
    label: "Instanz-Norm",
    help:
      "Verschiebt und streckt jeden Kanal jedes Bildes so, dass seine Pixel das Mittel 0 und die Varianz 1 haben: " +
      "Übrig bleibt das Muster ohne Helligkeit und Kontrast.",
    params: { affine },
  },
  relu: { label: "ReLU", help: "Lässt positive Zahlen durch und macht negative zu 0." },
  leaky_relu: {
    label: "Leaky ReLU",
    help:
      "Wie ReLU, aber negative Zahlen werden nur kleiner: Kein Neuron hört für immer auf zu lernen. In D bleibt G " +
      "so überall ein Gradient.",
    params: { slope: { label: "Steigung", help: "Womit negative Zahlen multipliziert werden." } },
  },
  elu: { label: "ELU", help: "Wie ReLU, doch negative Zahlen laufen glatt auf −1 zu." },
  gelu: {
    label: "GELU",
    help: "Ein ReLU ohne Ecke: jede Zahl mal der Wahrscheinlichkeit, dass eine normalverteilte kleiner ist.",
  },
  silu: { label: "SiLU", help: "Ein ReLU ohne Ecke, auch Swish genannt: jede Zahl mal ihrem Sigmoid." },
  softplus: { label: "Softplus", help: "Ein ReLU ohne Ecke, das immer über 0 liegt." },
  tanh: {
    label: "Tanh",
    help: "Drückt Zahlen zwischen −1 und 1: die letzte Schicht von G, wo Pixel von −1 bis 1 gehen.",
  },
  sigmoid: {
    label: "Sigmoid",
    help:
      "Drückt Zahlen zwischen 0 und 1: die letzte Schicht von G, wo Pixel von 0 bis 1 gehen. D braucht am Ende " +
      "keines: Seine Verluste nehmen die Zahl davor.",
  },
  reshape: {
    label: "Umformen",
    help:
      "Schneidet eine Reihe von Zahlen in Kanäle, Zeilen und Pixel eines Bildes, in dieser Reihenfolge; die Zahlen " +
      "bleiben.",
    params: {
      channels: { label: "Kanäle", help: "Des Bildes." },
      height: { label: "Höhe", help: "Des Bildes, in Pixeln." },
      width: { label: "Breite", help: "Des Bildes, in Pixeln." },
    },
  },
  flatten: {
    label: "Flach legen",
    help: "Legt alle Zahlen eines Bildes in eine Reihe, wie eine voll verbundene Schicht sie nimmt.",
  },
  dropout: {
    label: "Dropout",
    help:
      "Setzt im Training zufällig Zahlen auf 0 und macht die übrigen dafür größer, damit sich kein Neuron auf ein " +
      "anderes verlassen kann. Außerhalb des Trainings tut es nichts.",
    params: {
      probability: { label: "Wahrscheinlichkeit", help: "Mit der eine Zahl wegfällt." },
      whole: { label: "Ganze Kanäle", help: "Alle Pixel eines Kanals fallen weg oder keiner." },
    },
  },
  skip: {
    label: "Abzweigung",
    help:
      "Merkt sich die Bilder, wie sie hier sind, und lässt sie durch; die nächste freie Zusammenführung legt sie " +
      "neben das, was aus ihnen geworden ist. So gehen feine Einzelheiten um die Schichten dazwischen herum.",
  },
  join: {
    label: "Zusammenführung",
    help:
      "Legt neben die Bilder, als weitere Kanäle, was die letzte offene Abzweigung sich gemerkt hat. Höhe und " +
      "Breite müssen gleich sein.",
  },
  told: {
    label: "Klasse oder Code",
    help:
      "Legt die Klasse oder den Code, der dem Netz gesagt wird, hier neben die Merkmale; ohne diese Schicht liegt er " +
      "neben der Eingabe. Spät im Netz übertönt er das Bild nicht. Wo dem Netz nichts gesagt wird, tut sie nichts.",
  },
};

/** @type {import("../../../lib/translate-catalog.js").ServerWords["phrases"]} */
export const misfits = [
  [/a list of (\d+) to (\d+) objects with "id" and "params"/, 'eine Liste von $1 bis $2 Objekten mit "id" und "params"'],
  [/a layer that fits here: /, "eine Schicht, die hierher passt: "],
  [/a network is a list of at least one layer/, "ein Netz ist eine Liste von mindestens einer Schicht"],
  [/a network has at most (\d+) layers/, "ein Netz hat höchstens $1 Schichten"],
  [/no join takes up what it remembers/, "keine Zusammenführung nimmt auf, was sie sich merkt"],
  [/it takes an image and gets (.+); reshape them before it/, "sie nimmt ein Bild und bekommt $1; davor umformen"],
  [/it takes a row of numbers and gets (.+); flatten them before it/, "sie nimmt eine Reihe von Zahlen und bekommt $1; davor flach legen"],
  [/a (\d+×\d+) window does not fit into (\d+×\d+) pixels with their padding/, "ein Fenster von $1 passt nicht in $2 Pixel samt Rand"],
  [/a (\d+×\d+) window does not fit into (\d+×\d+) pixels/, "ein Fenster von $1 passt nicht in $2 Pixel"],
  [
    /a padding of (\d+) is more than half of its window of (\d+): some windows would stand on empty pixels alone/,
    "ein Rand von $1 ist mehr als das halbe Fenster von $2: Manche Fenster stünden nur auf leeren Pixeln",
  ],
  [
    /cutting (\d+) pixels? off each side leaves nothing of the (\d+×\d+) pixels that it makes/,
    "$1 Pixel weniger an jeder Seite lassen nichts übrig von den $2 Pixeln, die sie macht",
  ],
  [/(\S+) numbers do not fill (.+), which are (\S+)/, (_, found, wanted, all) => `${thousands(found)} Zahlen füllen nicht ${wanted}; das wären ${thousands(all)}`],
  [/a single number has no spread that could be brought to 1/, "eine einzelne Zahl hat keine Streuung, die auf 1 zu bringen wäre"],
  [/: each has no spread that could be brought to 1/, ": Keiner hat eine Streuung, die auf 1 zu bringen wäre"],
  [/there is no skip before it whose samples it could join/, "davor ist keine Abzweigung, deren Bilder sie anlegen könnte"],
  [/(.+) cannot stand beside the (.+) that its skip remembers/, "$1 hat nicht Platz neben dem, was ihre Abzweigung sich merkt: $2"],
  [/with this layer there are (\S+) weights; at most (\S+) are allowed/, (_, found, most) => limit(found, most, "Gewichte")],
  [
    /with this layer there are (\S+) numbers that come out for each sample; at most (\S+) are allowed/,
    (_, found, most) => limit(found, most, "Zahlen, die für jedes Bild herauskommen"),
  ],
  [
    /with this layer there are (\S+) multiplications for each sample; at most (\S+) are allowed/,
    (_, found, most) => limit(found, most, "Multiplikationen für jedes Bild"),
  ],
  [/, or 1 for each patch, as one channel/, ", oder 1 für jedes Stück, als ein Kanal"],
  [/the last layer puts out (.+) instead of (.+)/, "aus der letzten Schicht kommt statt $2: $1"],
  [/(\d+) channels? of (\d+×\d+) pixels/g, (_, count, size) => `${count} ${count === "1" ? "Kanal" : "Kanäle"} zu ${size} Pixeln`],
  [/(\d[\d,]*) numbers?\b/g, (_, count) => `${thousands(count)} ${count === "1" ? "Zahl" : "Zahlen"}`],
];
