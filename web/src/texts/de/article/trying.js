// The article, in German: experiments to make, and where the ideas come from.

/** @typedef {import("../../en/article/index.js").Section} Section */

export const trying = {
  trying: /** @type {Section} */ ({
    title: "Was du ausprobieren kannst",
    blocks: [
      "Jeder Knopf bringt die Einstellungen ins Labor und dich dorthin. Sag vorher, was du erwartest, und drück dann auf Abspielen: Wo man " +
        "sich irrt, lernt man.",
      {
        preset: "ring_all_modes",
        text:
          "**Zusehen, wie es gelingt.** Wie viele Schritte, bis alle acht Gruppen gefunden sind? Beginn noch einmal mit einer anderen " +
          "Startzahl: Kommt immer dieselbe Gruppe zuletzt?",
      },
      {
        preset: "mode_collapse",
        text:
          "**Einen Kollaps heilen.** Lass die Fälschungen eine Weile von Modus zu Modus springen. Dann ändere eins: Gib D mehr Neuronen, " +
          "senk die Updates seines Gegners auf 1 oder schalte R1 ein. Was davon genügt?",
      },
      {
        preset: "wasserstein_gp",
        text:
          "**Von der Leine lassen.** Schalte während des Trainings die Gradientenstrafe aus. Was macht der Verlust von D, und warum hält " +
          "ihn nichts auf?",
      },
      {
        preset: "grid_all_modes",
        text:
          "**Eine schwerere Probe.** Fünfundzwanzig kleine Ziele. Zeig das Gitter und sieh, wo seine dünnen Brücken verlaufen; dann " +
          "halbiere die Neuronen des Generators.",
      },
      {
        preset: "gan_lab",
        text:
          "**Wie es anfing.** Die Einstellungen von GAN Lab, wo viele zum ersten Mal ein GAN lernen sahen. Stell beide Optimierer von SGD " +
          "auf Adam: Was wird schneller, und was wird zittriger?",
      },
      { heading: "Alle Vorlagen" },
      { insert: "presets" },
    ],
  }),

  sources: /** @type {Section} */ ({
    title: "Woher die Ideen kommen",
    blocks: [
      "Dieses Labor steht auf der Arbeit anderer. Das Bild aus zwei Wolken, farbigem Hintergrund und gebogenem Gitter kommt von GAN Lab " +
        "([Kahng et al. 2018](kahng-2018)).",
      { insert: "sources" },
    ],
  }),
};
