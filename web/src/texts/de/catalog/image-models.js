// German: the models of images, their networks, and presets of them.

/** @typedef {import("../../../lib/translate-catalog.js").EntryWords} EntryWords */

/** @type {Record<string, EntryWords>} */
export const imageModels = {
  gan: {
    label: "GAN",
    help: "Der Generator macht aus Rauschen Bilder, und der Diskriminator beurteilt einzelne Bilder.",
  },
  conditional: {
    label: "Bedingtes GAN",
    help:
      "Beiden Spielern wird gesagt, zu welcher Klasse ein Bild gehört: G zeichnet Bilder der verlangten Klasse, D " +
      "beurteilt, ob ein Bild ein echtes dieser Klasse ist.",
  },
  bigan: {
    label: "BiGAN",
    help:
      "Ein Encoder E lernt neben G, das Rauschen hinter einem Bild zu finden. D beurteilt Paare: ein echtes Bild mit " +
      "seinem Code E(x) oder Rauschen mit seiner Fälschung. Wo D sie nicht unterscheiden kann, macht E das Werk von G " +
      "rückgängig, obwohl niemand je ein Bild mit seiner Rekonstruktion G(E(x)) verglichen hat. E hat die Schichten " +
      "von D und am Ende so viele Zahlen wie das Rauschen.",
  },
  pix2pix: {
    label: "pix2pix",
    help:
      "G macht aus einem Bild ein anderes, etwa aus einem Umriss x die gefüllte Form y. D beurteilt Paare aus beiden, " +
      "Stück für Stück, wenn eine Karte herauskommt; ihr Mittel ist sein Urteil. Der Regularisierer „L1 zum Ziel“ ist der " +
      "letzte Summand. Rauschen gibt es nicht: Die Autoren fanden, dass G es nicht beachtet, und überlassen den Zufall " +
      "dem Dropout.",
  },
};

/** @type {EntryWords["params"]} */
const ofNetworks = {
  layers: { label: "Schichten", help: "Die Schichten des Netzes, von seiner Eingabe bis zu seiner Ausgabe." },
  init: {
    label: "Erste Gewichte",
    help:
      "Wie die Gewichte beginnen: nach der Regel von He, bei der Signale von Schicht zu Schicht gleich groß bleiben, oder " +
      "klein und in allen Schichten gleich, wie beim DCGAN.",
  },
};

/** @type {Record<string, EntryWords>} */
export const imageGenerators = {
  stack: { label: "Schichten", help: "Schichten, die Rauschen zu einem Bild machen, eine nach der anderen.", params: ofNetworks },
};

/** @type {Record<string, EntryWords>} */
export const imageDiscriminators = {
  stack: { label: "Schichten", help: "Schichten, die aus einem Bild eine Zahl machen: hoch für echt, niedrig für gefälscht.", params: ofNetworks },
};

const WORKING = "Gelingt";
const PLAYGROUND = "Aus dem GAN Playground";

/** @type {Record<string, EntryWords>} */
export const imagePresets = {
  dcgan_glyphs: {
    group: WORKING,
    label: "DCGAN auf gedruckten Ziffern",
    help:
      "Faltungen mit Schrittweite, Batch-Norm, ReLU in G und undichte ReLU in D: das Rezept, mit dem GANs von Bildern " +
      "gelangen, auf gedruckten Ziffern.",
    watch: "Von grauem Rauschen zu Strichen, von Strichen zu Ziffern: Alle zehn Arten erscheinen.",
  },
  dcgan_digits: {
    group: WORKING,
    label: "DCGAN auf kleinen Ziffern",
    help: "Dasselbe Rezept auf 16 × 16 Pixeln: schneller lernt kein GAN von Bildern.",
    watch: "So klein, dass Ziffern in Sekunden kommen. Später lernt D seine 1.500 Beispiele auswendig.",
  },
  dcgan_shapes: {
    group: WORKING,
    label: "DCGAN auf farbigen Formen",
    help: "Dasselbe Rezept auf farbigen Bildern: acht Formen in sechs Farben und drei Größen.",
    watch: "Erst kommen die Farben, dann Formen, zuletzt Ränder.",
  },
  conditional_glyphs: {
    group: WORKING,
    label: "Bedingtes DCGAN",
    help: "G wird gesagt, welche Ziffer es zeichnen soll, und D, welche es ansieht.",
    watch: "Jede Spalte verlangt eine Ziffer, jede Zeile ist ein Rauschen: Bald steht in den Spalten, was verlangt ist.",
  },
  wgan_gp_glyphs: {
    group: WORKING,
    label: "WGAN-GP",
    help:
      "Der Wasserstein-Verlust mit einer Strafe auf die Steigung von D, mehrere Updates von D in jedem Schritt, und " +
      "Layer-Norm statt Batch-Norm.",
    watch: "Der Verlust von D ist jetzt ein Abstand: Er sinkt, wenn die Ziffern besser werden.",
  },
  spectral_glyphs: {
    group: WORKING,
    label: "Spektralnorm und Hinge",
    help: "Jede Schicht von D wird durch das geteilt, worum sie ihre Eingabe höchstens streckt; mit dem Hinge-Verlust.",
    watch: "Keine Strafe und keine Batch-Norm in D: Seine Steigung ist dadurch begrenzt, wie Gewichte gebraucht werden.",
  },
  dense_digits: {
    group: WORKING,
    label: "Vollständig verbunden",
    help: "Jede Zahl ist mit jeder der Schicht davor verbunden, wie in den ersten GANs.",
    watch: "Ohne Faltungen kommen die Ziffern, aber körnig: Kein Pixel kennt seine Nachbarn.",
  },
  bigan_digits: {
    group: WORKING,
    label: "BiGAN auf Ziffern",
    help: "Ein Encoder lernt, das Rauschen hinter einem Bild zu finden, nur weil D Paare aus beiden beurteilt.",
    watch: "Neben jeder echten Ziffer, was G aus ihrem Code macht: Niemand hat die beiden verglichen.",
  },
  pix2pix_outlines: {
    group: WORKING,
    label: "pix2pix: vom Umriss zur Form",
    help:
      "Ein U-Net macht aus Umrissen gefüllte Formen; D beurteilt Paare Stück für Stück, und L1 hält G nah an der " +
      "richtigen Antwort.",
    watch: "Umrisse, von denen G nie gelernt hat: Es füllt, was innen ist, in der richtigen Farbe.",
  },
  playground_conv: {
    group: PLAYGROUND,
    label: "Playground: Faltungen",
    help: "Die Faltungsnetze des GAN Playground, mit Batches von 15 wie dort.",
    watch: "Sein Autor fand nie Einstellungen, unter denen es gut läuft; Adam und tanh helfen.",
  },
  playground_dense: {
    group: PLAYGROUND,
    label: "Playground: vollständig verbunden",
    help: "Die vollständig verbundenen Netze des GAN Playground, mit Batches von 15 wie dort.",
    watch: "Schnell trainiert, und körnig.",
  },
};
