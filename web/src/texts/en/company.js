// What the page says where D sees several samples at once, and where the learning rates change by themselves.

export const company = {
  /** @param {number} size */
  packs: (size) => `how real each place looks in a pack of ${size} with real samples.`,
  compared: "how real each place looks when compared with real samples.",
  /** @param {number} size */
  slow: (size) => `D judges packs of ${size}: the samples of a pack share its verdict.`,
  slowCompared: "D also sees how close each sample is to the others of its batch.",
  /** At D's input in the graph. @param {number} size */
  chip: (size) => ({
    label: `packs of ${size}`,
    help: `D sees ${size} samples at once, all real or all fake, and gives one verdict for all of them. Fakes that are too much alike give themselves away.`,
  }),
  rateNow: "rates now ×",
};
