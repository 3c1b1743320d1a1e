// What the page says where D sees several samples at once, and where the learning rates change by themselves.

export const company = {
  /** @param {number} size */
  packs: (size) => `D judges ${size} samples at once: a place in the company of real samples, a fake in that of other fakes.`,
  compared: "D compares the samples of a batch: a place is judged among real samples, a fake among other fakes.",
  /** @param {number} size */
  slow: (size) => `D judges packs of ${size}: the samples of a pack share its verdict.`,
  slowCompared: "D also sees how close each sample is to the others of its batch.",
  rateNow: "rates now ×",
};
