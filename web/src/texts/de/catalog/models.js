// German: the models.

/** @type {Record<string, import("../../../lib/translate-catalog.js").EntryWords>} */
export const models = {
  gan: {
    label: "GAN",
    help: "Der Generator macht aus Rauschen Punkte, und der Diskriminator beurteilt einzelne Punkte.",
  },
  conditional: {
    label: "Bedingtes GAN",
    help:
      "Beiden Spielern wird gesagt, zu welcher Klasse ein Punkt gehört: G macht Punkte der verlangten Klasse, D " +
      "beurteilt, ob ein Punkt ein echter dieser Klasse ist. Die Klassen sind die Modi der Daten und kommen so oft " +
      "vor wie dort; vergessen werden kann keine.",
  },
  bigan: {
    label: "BiGAN",
    help:
      "Ein Encoder E lernt neben G, das Rauschen hinter einem Punkt zu finden. D beurteilt Paare: einen echten Punkt " +
      "mit seinem Code E(x) oder Rauschen mit seiner Fälschung. Wo D sie nicht unterscheiden kann, macht E das Werk " +
      "von G rückgängig, obwohl niemand je einen Punkt mit seiner Rekonstruktion G(E(x)) verglichen hat. Die Karte " +
      "von D gilt an (x, E(x)).",
  },
};
