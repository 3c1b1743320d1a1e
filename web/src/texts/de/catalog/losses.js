// German: losses and regularizers.

/** @typedef {import("../../../lib/translate-catalog.js").EntryWords} EntryWords */

const DIRECT = {
  label: "G hebt stattdessen T",
  help:
    "Der Generator macht T seiner Fälschungen groß, nicht die Schranke klein: Er lernt auch, wo D sicher ist, " +
    "minimiert aber nicht mehr genau diese Divergenz (Nowozin u. a. 2016, Abschnitt 3.2).",
};

/** @type {Record<string, EntryWords>} */
export const losses = {
  non_saturating: {
    label: "Nicht sättigend",
    help:
      "Der Generator will, dass der Diskriminator „echt“ sagt. Sein Gradient ist dort am größten, wo D eine " +
      "Fälschung sicher erkennt; so lernt er auch, während er verliert.",
    minimizes:
      "2·JSD(p, q) − log 4; der Gradient von G ist aber der von KL(q ‖ p) − 2·JSD(p, q) (Arjovsky & Bottou 2017, " +
      "Satz 2.5)",
  },
  minimax: {
    label: "Minimax",
    help:
      "Das ursprüngliche Spiel: Der Generator minimiert genau das, was der Diskriminator maximiert. Wo D eine " +
      "Fälschung sicher erkennt, verschwindet der Gradient, und G lernt nicht weiter.",
    minimizes:
      "2·JSD(p, q) − log 4, mit der Jensen–Shannon-Divergenz JSD: der Abstand d_F mit φ = log, für F alle " +
      "Funktionen von 0 bis 1",
  },
  least_squares: {
    label: "Kleinste Quadrate",
    help:
      "Der rohe Ausgang von D soll 1 sein auf echten Punkten und 0 auf Fälschungen. Was weit vom Ziel liegt, " +
      "zieht stark, auch auf der richtigen Seite; das hält die Fälschungen nah an den Daten.",
    minimizes:
      "⅛·χ²(p + q ‖ 2q) − ¼, wobei χ²(p + q ‖ 2q) = ∫(p − q)²/(p + q) eine Pearson-Divergenz ist (Mao u. a. 2017, " +
      "Satz 1)",
  },
  hinge: {
    label: "Hinge",
    help:
      "Der Diskriminator drückt nicht weiter, sobald ein Punkt um 1 auf der richtigen Seite liegt; der " +
      "Generator hebt den rohen Ausgang von D immer an.",
    minimizes: "2·TV(p, q) − 2, mit der Totalvariation TV: der halben Fläche zwischen p und q",
  },
  wasserstein: {
    label: "Wasserstein",
    help:
      "Der rohe Ausgang von D misst, wie weit echte Punkte und Fälschungen auseinander liegen (der Aufwand, " +
      "Erde zu bewegen). Das gelingt nur mit einer Regel, die D flach hält: Gewichtsgrenze oder " +
      "Gradientenstrafe.",
    minimizes: "K·W₁(p, q), der Aufwand, die Erde zu bewegen, wenn D höchstens die Steigung K hat",
  },
  total_variation: {
    label: "Totalvariation",
    help:
      "Wie Wasserstein, nur bleiben die Werte von D zwischen −1 und 1 (durch tanh), nicht seine Steigung: Das " +
      "beste D ist 1, wo die Daten dichter liegen, und −1, wo es die Fälschungen tun. Wo es sicher ist, zieht " +
      "nichts.",
    minimizes: "2·TV(p, q), mit der Totalvariation TV: der halben Fläche zwischen p und q",
  },
  kl: {
    label: "KL-Divergenz",
    help:
      "Die Divergenz hinter der größten Wahrscheinlichkeit (Maximum Likelihood): Daten ohne Fälschungen in der " +
      "Nähe kosten viel, verirrte Fälschungen wenig; der Generator streut lieber, als einen Modus auszulassen.",
    minimizes: "KL(p ‖ q) = E_p[log p/q]; groß, wo Daten sind und keine Fälschungen",
    params: { direct: DIRECT },
  },
  reverse_kl: {
    label: "Umgekehrte KL-Divergenz",
    help:
      "KL andersherum: Eine verirrte Fälschung kostet viel, ein fehlender Modus wenig; der Generator setzt sich " +
      "lieber auf einen Modus, als zu streuen.",
    minimizes: "KL(q ‖ p) = E_q[log q/p]; groß, wo Fälschungen sind und keine Daten",
    params: { direct: DIRECT },
  },
  pearson: {
    label: "Pearson χ²",
    help:
      "Quadriert, wie weit das Verhältnis der Dichten von 1 entfernt ist: Ein Modus mit wenigen Fälschungen " +
      "kostet am meisten. Das beste D liegt nie unter −2; wo es doch so ist, werden Fälschungen von den Daten " +
      "weggedrückt.",
    minimizes: "χ²(p ‖ q) = E_q[(p/q − 1)²], die Pearson-Divergenz",
    params: { direct: DIRECT },
  },
  squared_hellinger: {
    label: "Hellinger-Quadrat",
    help:
      "Behandelt Daten und Fälschungen gleich und bleibt unter 2, wie weit sie auch auseinander liegen. D " +
      "erfährt seine Fehler durch Exponentialfunktionen: Ein Fehler, bei dem es sicher war, überwiegt alles.",
    minimizes: "H²(p, q) = ∫(√p − √q)², von 0 bis 2: das Quadrat des Hellinger-Abstands",
    params: { direct: DIRECT },
  },
  jensen_shannon: {
    label: "Jensen–Shannon",
    help:
      "Das Minimax-Spiel, um log 4 verschoben, damit −L_D eine Divergenz ist: 0, wenn Fälschungen und Daten " +
      "gleich sind. Mit „G hebt stattdessen T“ ist es das nicht sättigende Spiel.",
    minimizes: "2·JSD(p, q), von 0 bis log 4: das Doppelte der Jensen–Shannon-Divergenz",
    params: { direct: DIRECT },
  },
  relativistic_pairing: {
    label: "Relativistisch, paarweise",
    help:
      "Jede Fälschung wird mit einem echten Punkt verglichen: D soll von beiden den echten finden, G soll die " +
      "Fälschung echter aussehen lassen. Echte Punkte eines Modus ohne Fälschungen gewinnen jeden Vergleich.",
    minimizes:
      "JSD(p×q, q×p) − log 2: wie gut sich von einem echten Punkt und einer Fälschung sagen lässt, welcher der " +
      "echte ist",
  },
  relativistic_average: {
    label: "Relativistisch, gemittelt",
    help:
      "Jeder Punkt wird mit dem Mittel der anderen Sorte verglichen: D soll echte Punkte über die mittlere " +
      "Fälschung heben und Fälschungen unter den mittleren echten Punkt; G will es umgekehrt.",
    minimizes:
      "eine eigene Divergenz ohne geschlossene Form: 0, wo p = q, sonst darüber (Jolicoeur-Martineau 2020, Satz " +
      "3.1), weniger log 4",
  },
};

/** @type {Record<string, EntryWords>} */
export const regularizers = {
  weight_clipping: {
    label: "Gewichtsgrenze",
    help:
      "Nach jedem Update wird jedes Gewicht des Diskriminators auf einen kleinen Bereich gestutzt, was ihn " +
      "flach hält. Grob: Am Ende benutzt D nur noch die Ecken des Bereichs.",
    params: { limit: { label: "Grenze c", help: "Kein Gewicht des Diskriminators darf größer sein." } },
  },
  gradient_penalty: {
    label: "Gradientenstrafe",
    help:
      "Zwischen echten Punkten und Fälschungen soll die Steigung des Diskriminators 1 sein: weder flach, was " +
      "den Generator nichts lehrt, noch eine Klippe.",
    params: {
      weight: { label: "Gewicht λ", help: "Wie sehr die Steigung im Verlust des Diskriminators zählt." },
      target: { label: "Zielsteigung k", help: "Die Steigung, die straffrei bleibt: 1 für ein Wasserstein-GAN." },
    },
  },
  gradient_penalty_one_sided: {
    label: "Gradientenstrafe, einseitig",
    help:
      "Zwischen echten Punkten und Fälschungen darf der Diskriminator so flach sein, wie er mag, aber nicht steiler " +
      "als k: Ein Wasserstein-Kritiker braucht eine Steigung von höchstens 1, nicht von genau 1.",
    params: {
      weight: { label: "Gewicht λ", help: "Wie sehr die Steigung im Verlust des Diskriminators zählt." },
      target: {
        label: "Größte Steigung k",
        help: "Nur Steigungen darüber werden bestraft: 1 für ein Wasserstein-GAN.",
      },
    },
  },
  gradient_penalty_zero_centred: {
    label: "Gradientenstrafe um null",
    help:
      "Zwischen echten Punkten und Fälschungen soll der Diskriminator flach sein. Stimmen die Fälschungen, schiebt " +
      "sie nichts mehr weg, und unterwegs kann D keine einzelnen echten Punkte einmauern.",
    params: { weight: { label: "Gewicht λ", help: "Wie sehr die Steigung im Verlust des Diskriminators zählt." } },
  },
  r1: {
    label: "R1",
    help:
      "Der Diskriminator soll an echten Punkten flach sein: Sind die Fälschungen einmal dort, schiebt sie " +
      "nichts mehr weg, und das Training kann zur Ruhe kommen.",
    params: {
      weight: { label: "Gewicht γ", help: "Wie sehr die Steigung an echten Punkten im Verlust von D zählt." },
    },
  },
  r2: {
    label: "R2",
    help:
      "Der Diskriminator soll an Fälschungen flach sein, damit er die nicht aufscheucht, die er schon kennt. " +
      "Wirkt am besten zusammen mit R1.",
    params: {
      weight: { label: "Gewicht γ", help: "Wie sehr die Steigung an Fälschungen im Verlust von D zählt." },
    },
  },
  label_smoothing: {
    label: "Weiche Labels",
    help:
      "Echte Punkte zählen als „zu 90 % echt“ statt als sicher, damit der Diskriminator sich nie zu sicher " +
      "wird. Nur für Verluste mit Labels: nicht sättigend, Minimax, kleinste Quadrate.",
    params: { amount: { label: "Menge α", help: "Wie viel vom Label 1 der echten Punkte abgezogen wird." } },
  },
  instance_noise: {
    label: "Unschärfe",
    help:
      "Alles, was der Diskriminator sieht, echt und gefälscht, wird etwas verwischt. Wolken, die sich nicht " +
      "berühren, überlappen dann, und D kann sie nicht mehr fehlerlos trennen. Sie darf schwinden, wenn sie sich treffen.",
    params: {
      std: { label: "Unschärfe σ", help: "Wie stark, in den Einheiten, die die Netze sehen." },
      anneal_steps: {
        label: "Schwindet in",
        help: "Nach so vielen Schritten des Laufs ist sie fort; bis dahin sinkt sie gleichmäßig. 0 lässt sie, wie sie ist.",
      },
    },
  },
  l1: {
    label: "L1 zum Ziel",
    help:
      "Der Generator soll auch dem Bild nahe kommen, das zu seiner Eingabe gehört, nach dem mittleren Abstand ihrer " +
      "Pixel. Allein macht das unscharfe Bilder, wo mehrere richtig wären: ihrer aller Mitte; der Diskriminator " +
      "verlangt eines, das echt aussieht. Für pix2pix.",
    params: { weight: { label: "Gewicht λ", help: "Wie sehr der Abstand im Verlust des Generators zählt." } },
  },
};
