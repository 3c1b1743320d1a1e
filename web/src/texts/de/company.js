// German: D sees several samples at once; the learning rates change by themselves.

/** @type {typeof import("../en/company.js").company} */
export const company = {
  packs: (size) =>
    `D beurteilt ${size} Punkte auf einmal: eine Stelle in Gesellschaft echter Punkte, eine Fälschung in der anderer Fälschungen.`,
  compared: "D vergleicht die Punkte eines Batches: eine Stelle mit echten Punkten, eine Fälschung mit anderen Fälschungen.",
  slow: (size) => `D beurteilt Päckchen zu ${size}: Die Punkte eines Päckchens teilen sein Urteil.`,
  slowCompared: "D sieht auch, wie nah jeder Punkt den anderen seines Batches ist.",
  rateNow: "Raten jetzt ×",
};
