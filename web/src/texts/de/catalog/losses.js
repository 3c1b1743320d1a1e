// German: losses and regularizers.

/** @typedef {import("../../../lib/translate-catalog.js").EntryWords} EntryWords */

/** @type {Record<string, EntryWords>} */
export const losses = {
  non_saturating: {
    label: "Nicht sättigend",
    help:
      "Der Generator will, dass der Diskriminator „echt“ sagt. Sein Gradient ist dort am größten, wo D eine " +
      "Fälschung sicher erkennt; so lernt er auch, während er verliert.",
  },
  minimax: {
    label: "Minimax",
    help:
      "Das ursprüngliche Spiel: Der Generator minimiert genau das, was der Diskriminator maximiert. Wo D eine " +
      "Fälschung sicher erkennt, verschwindet der Gradient, und G lernt nicht weiter.",
  },
  least_squares: {
    label: "Kleinste Quadrate",
    help:
      "Der rohe Ausgang von D soll 1 sein auf echten Punkten und 0 auf Fälschungen. Was weit vom Ziel liegt, " +
      "zieht stark, auch auf der richtigen Seite; das hält die Fälschungen nah an den Daten.",
  },
  hinge: {
    label: "Hinge",
    help:
      "Der Diskriminator drückt nicht weiter, sobald ein Punkt um 1 auf der richtigen Seite liegt; der " +
      "Generator hebt den rohen Ausgang von D immer an.",
  },
  wasserstein: {
    label: "Wasserstein",
    help:
      "Der rohe Ausgang von D misst, wie weit echte Punkte und Fälschungen auseinander liegen (der Aufwand, " +
      "Erde zu bewegen). Das gelingt nur mit einer Regel, die D flach hält: Gewichtsgrenze oder " +
      "Gradientenstrafe.",
  },
  total_variation: {
    label: "Totalvariation",
    help:
      "Wie Wasserstein, nur bleiben die Werte von D zwischen −1 und 1 (durch tanh), nicht seine Steigung: Das " +
      "beste D ist 1, wo die Daten dichter liegen, und −1, wo es die Fälschungen tun. Wo es sicher ist, zieht " +
      "nichts.",
  },
  relativistic_pairing: {
    label: "Relativistisch, paarweise",
    help:
      "Jede Fälschung wird mit einem echten Punkt verglichen: D soll von beiden den echten finden, G soll die " +
      "Fälschung echter aussehen lassen. Echte Punkte eines Modus ohne Fälschungen gewinnen jeden Vergleich.",
  },
  relativistic_average: {
    label: "Relativistisch, gemittelt",
    help:
      "Jeder Punkt wird mit dem Mittel der anderen Sorte verglichen: D soll echte Punkte über die mittlere " +
      "Fälschung heben und Fälschungen unter den mittleren echten Punkt; G will es umgekehrt.",
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
      "berühren, überlappen dann, und D kann sie nicht mehr fehlerlos trennen.",
    params: { std: { label: "Unschärfe σ", help: "Wie stark, in den Einheiten, die die Netze sehen." } },
  },
};
