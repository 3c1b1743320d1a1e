// The sentences of models with labels or an encoder, about the picture and the graph.

export const classes = {
  picker: "Class",
  pickerHelp: "Show the samples of one class, the fakes that are asked for it, and D as it judges that class alone.",
  pickerRealHelp: "Show the real images of one class. This model is not told classes: its fakes stay as they are.",
  all: "All",
  /** @param {number} label from 0 */
  short: (label) => `class ${label + 1}`,
  /** What a layer shows of a model with labels, of one class or of all. @type {Record<string, (label: number|null) => string>} */
  layers: {
    real: (label) =>
      label === null ? "samples of the data, discs, each class in a colour of its own." : `samples of class ${label + 1} of the data, discs.`,
    fake: (label) =>
      label === null
        ? "what G makes when asked for the class of that colour, diamonds."
        : `what G makes of the same noise when asked for class ${label + 1}, diamonds.`,
    heatmap: (label) =>
      label === null
        ? "how real each place looks with the class that D likes best there; pick one above."
        : `how real each place looks as a sample of class ${label + 1}.`,
    manifold: (label) =>
      label === null ? "where G sends a grid of noise, once for each class." : `where G sends a grid of noise for class ${label + 1}.`,
  },
  /** What a layer shows of a model with an encoder. @type {Record<string, string>} */
  encoded: { heatmap: "how real each place x looks to D together with its code E(x)." },
  label: { label: "Class", help: "which class is meant: rows of zeros and a one, beside what else the network sees" },
  teachBoth: "Gradients teach G, E",
};
