// German: the fields of a configuration.

const optimizer = "Optimierer";
const updates = "Updates je Schritt";

/** @type {Record<string, import("../../../lib/translate-catalog.js").ParamWords>} */
export const fields = {
  scene: { label: "Szene", help: "Was das GAN zeichnet: Punkte in der Ebene.", choices: { plane: "Ebene" } },
  data: { label: "Daten", help: "Die Verteilung, die der Generator nachzuahmen lernt." },
  scaling: { label: "Skalierung", help: "In welchen Einheiten die Netze die Daten sehen." },
  model: { label: "Modell", help: "Was den beiden Spielern gesagt wird und welche Netze mitspielen." },
  prior: { label: "Rauschen", help: "Woher die Zufallszahlen kommen, aus denen der Generator zeichnet." },
  generator: { label: "Generator", help: "Das Netz, das aus Rauschen Fälschungen macht." },
  discriminator: { label: "Diskriminator", help: "Das Netz, das echte Punkte von Fälschungen unterscheidet." },
  packing: {
    label: "Packen",
    help:
      "Wie viele Punkte der Diskriminator auf einmal sieht, alle echt oder alle gefälscht: Wo Fälschungen zu dicht " +
      "beieinander liegen, verrät sie ein ganzes Päckchen davon. Im Bild wird jede Stelle in Gesellschaft echter " +
      "Punkte beurteilt, Fälschungen in der anderer Fälschungen; 1 schaltet es aus (PacGAN, Lin et al. 2018).",
  },
  loss: { label: "Verlust", help: "Die Regel, die aus den Urteilen die Punktzahl jedes Spielers macht." },
  regularizers: { label: "Regularisierer", help: "Zusätzliche Regeln, die den Diskriminator im Zaum halten." },
  d_optimizer: { label: optimizer, help: "Wie der Diskriminator aus Gradienten Updates macht." },
  d_steps: { label: updates, help: "Wie oft der Diskriminator in einem Schritt lernt." },
  g_optimizer: { label: optimizer, help: "Wie der Generator aus Gradienten Updates macht." },
  g_steps: { label: updates, help: "Wie oft der Generator in einem Schritt lernt." },
  unroll: {
    label: "Vorausblick",
    help:
      "Entrollen: Der Generator antwortet dem Diskriminator, wie der nach so vielen weiteren Updates wäre, und " +
      "rechnet damit, wie sein eigener Zug sie verändert. Der Diskriminator selbst bleibt, wie er ist. Das hilft " +
      "gegen Kollaps; 0 schaltet es aus.",
  },
  dynamics: { label: "Zugfolge", help: "Wer wann am Zug ist: einer nach dem anderen oder beide zugleich." },
  schedule: {
    label: "Raten im Lauf der Zeit",
    help: "Wie sich die Lernraten beider Spieler ändern, während der Lauf weitergeht.",
  },
  batch_size: { label: "Batchgröße", help: "Wie viele Punkte sich jedes Update ansieht." },
  g_ema: {
    label: "Mittel von G",
    help:
      "Zeigt ein gleitendes Mittel des Generators statt seiner neuesten Gewichte: 0,99 mittelt über " +
      "etwa 100 Schritte, 0 schaltet es aus.",
  },
  g_mean: {
    label: "Mittelwert von G",
    help:
      "Zeigt den Mittelwert aller Gewichte, die der Generator seit dem Einschalten hatte, jedes zählt gleich: " +
      "Spieler, die um ein Gleichgewicht kreisen, haben es in ihrer Mitte.",
  },
  seed: {
    label: "Startzahl",
    help:
      "Die Zahl, mit der aller Zufall beginnt. Gleiche Startzahl und gleiche Einstellungen ergeben " +
      "den gleichen Lauf.",
  },
};
