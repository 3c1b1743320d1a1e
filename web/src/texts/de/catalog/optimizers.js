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
  best_response: {
    label: "Beste Antwort",
    help:
      "Ein Spieler lernt, bis er die beste Antwort auf den anderen hat, dann der andere. Das klingt klug und " +
      "geht schief: Der Generator legt alle Fälschungen dorthin, wo der Diskriminator am sichersten ist.",
    params: {
      updates: {
        label: "Höchstens Updates",
        help: "Nach so vielen Updates eines Schritts hört ein Spieler auf, ob er sein Bestes gefunden hat oder nicht.",
      },
      tolerance: {
        label: "Toleranz",
        help: "Ein Spieler hat seine beste Antwort, wenn sein Gradient nicht länger ist als dies.",
      },
    },
  },
  extragradient: {
    label: "Extragradient",
    help:
      "Beide blicken voraus: Sie ziehen zur Probe, sehen, was der andere dann täte, gehen zurück und ziehen nach " +
      "den Gradienten von dort. Das beendet das Kreisen. Von den zwei Updates jedes Spielers in einem Schritt ist " +
      "das erste die Probe.",
  },
  optimistic: {
    label: "Optimistisch",
    help:
      "Beide ziehen zugleich und wetten darauf, dass der nächste Zug diesem gleicht: zweimal das neue Update, " +
      "weniger das vorige. Fast so ruhig wie Extragradient, für die halben Kosten.",
  },
  consensus: {
    label: "Konsens",
    help:
      "Neben der eigenen Punktzahl verkleinert jeder Spieler die Länge beider Gradienten: Sie suchen einen Ort, " +
      "an dem beide ruhen können. Dazu braucht es zweite Ableitungen, und jeder Schritt dauert länger.",
    params: {
      weight: {
        label: "Gewicht γ",
        help: "Wie sehr es beiden darum geht, einen Ort zu erreichen, von dem keiner fort will.",
      },
    },
  },
  proximal: {
    label: "Proximal",
    help:
      "Beide ziehen nach den Gradienten des Orts, an dem sie ankommen werden. Der findet sich durch Probieren: " +
      "hingehen, die Gradienten dort ansehen, vom Anfang neu losgehen. Ein Versuch ist gleichzeitig, zwei sind " +
      "Extragradient mit einem einzigen Batch; der letzte zählt.",
    params: {
      iterations: {
        label: "Versuche",
        help: "Wie oft der Zielort berichtigt wird; jeder Versuch beginnt am Anfang des Schritts.",
      },
    },
  },
};
