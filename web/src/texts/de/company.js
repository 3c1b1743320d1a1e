// German: D sees several samples at once; the learning rates change by themselves.

/** @type {typeof import("../en/company.js").company} */
export const company = {
  packs: (size) => `wie echt jede Stelle in einem Päckchen zu ${size} mit echten Punkten aussieht.`,
  compared: "wie echt jede Stelle aussieht, verglichen mit echten Punkten.",
  slow: (size) => `D beurteilt Päckchen zu ${size}: Die Punkte eines Päckchens teilen sein Urteil.`,
  slowCompared: "D sieht auch, wie nah jeder Punkt den anderen seines Batches ist.",
  chip: (size) => ({
    label: `${size}er-Packs`,
    help: `D sieht ${size} Punkte auf einmal, alle echt oder alle gefälscht, und gibt allen ein gemeinsames Urteil. Fälschungen, die einander zu ähnlich sind, verraten sich.`,
  }),
  rateNow: "Raten jetzt ×",
};
