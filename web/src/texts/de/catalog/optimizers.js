// German: optimizers, and the order of moves.

/** @typedef {import("../../../lib/translate-catalog.js").EntryWords} EntryWords */

const lr = {
  label: "Lernrate",
  help: "Die Größe jedes Updates. Ist sie zu groß, fliegt das Spiel auseinander; ist sie zu klein, kriecht es.",
};
const average = "Wie lange das Mittel der vergangenen Gradienten anhält.";
const squares = "Wie lange das Mittel der quadrierten Gradienten anhält.";
const beta1 = { label: "Schwung β₁", help: average };
const beta2 = { label: "Maßstab β₂", help: squares };

/** @type {Record<string, EntryWords>} */
export const optimizers = {
  sgd: {
    label: "SGD",
    help: "Einfacher Gradientenabstieg: ein Schritt geradewegs den Hang hinunter.",
    params: { lr },
  },
  momentum: {
    label: "Schwung",
    help:
      "Gradientenabstieg mit Trägheit: Vergangene Gradienten schieben weiter. In einem Spiel schießt das leicht " +
      "über das Ziel hinaus und lässt die Spieler kreisen.",
    params: { lr, momentum: { label: "Schwung μ", help: average } },
  },
  rmsprop: {
    label: "RMSProp",
    help:
      "Jedes Gewicht bekommt seine eigene Rate: Wo die Gradienten groß sind, werden die Schritte kleiner. Das " +
      "Wasserstein-GAN mit abgeschnittenen Gewichten wurde damit trainiert.",
    params: { lr, alpha: { label: "Abklingen α", help: squares } },
  },
  adagrad: {
    label: "Adagrad",
    help:
      "Die Rate jedes Gewichts sinkt mit allen Gradienten, die es je gesehen hat; das Lernen wird also für " +
      "immer langsamer.",
    params: { lr },
  },
  adadelta: {
    label: "Adadelta",
    help:
      "Wie RMSProp, aber die Größe der Schritte folgt aus früheren Schritten; die Rate spielt kaum eine Rolle. " +
      "Kommt langsam in Gang.",
    params: {
      lr,
      rho: { label: "Abklingen ρ", help: "Wie lange das Mittel der quadrierten Gradienten und Schritte anhält." },
    },
  },
  adam: {
    label: "Adam",
    help:
      "Schwung und eine eigene Rate je Gewicht zugleich; für GANs das Übliche. Ein kleines β₁ wie 0,5 hindert " +
      "alte Gradienten daran, gegen einen Gegner weiterzuschieben, der schon gezogen hat.",
    params: { lr, beta1, beta2 },
  },
  adamax: {
    label: "Adamax",
    help: "Adam, das jedes Gewicht nach seinem größten letzten Gradienten bemisst statt nach dem Mittel.",
    params: { lr, beta1, beta2 },
  },
  adamw: {
    label: "AdamW",
    help: "Adam, dessen Gewichte bei jedem Update auch ein wenig schrumpfen und so klein bleiben.",
    params: {
      lr,
      beta1,
      beta2,
      weight_decay: { label: "Schwund λ", help: "Wie schnell unbenutzte Gewichte gegen null schrumpfen." },
    },
  },
};

/** @type {Record<string, EntryWords>} */
export const dynamics = {
  alternating: {
    label: "Abwechselnd",
    help: "Der Diskriminator zieht zuerst; der Generator antwortet dem, der schon gezogen hat.",
  },
  simultaneous: {
    label: "Gleichzeitig",
    help:
      "Beide ziehen zugleich: Der Generator antwortet dem Diskriminator, wie er vor seinem Zug war. Näher an " +
      "der Theorie, und anfälliger dafür, im Kreis zu laufen.",
  },
};
