// The sentences of the density model beside the GAN.

export const density = {
  group: "Density model",
  model: "Density model",
  modelHelp: "A model of the same data with a formula for its density, fitted by maximum likelihood.",
  score: "Held-out log p",
  heldOut: "Held-out log-likelihood",
  heldOutHelp:
    "How likely the model finds samples that it was not fitted to, on average: higher is better. Below it stands what " +
    "the data’s own density scores, where it is known, and the width h of the kernels. It has a unit, and " +
    "changes with that of the data. A model can score well here and yet draw poor samples, and the other way round.",
  counts: (/** @type {string} */ samples, /** @type {string} */ heldOut) =>
    `Fitted to ${samples} samples, judged by ${heldOut} others.`,
  nats: (/** @type {string} */ value) => `${value} nats`,
  none: "−∞ nats",
  noneHelp: "At least one of these samples lies where the model has no density at all.",
  error: (/** @type {string} */ value) => `± ${value}`,
  floor: (/** @type {string} */ value) => `data: ${value}`,
  bandwidth: (/** @type {string} */ value) => `h = ${value}`,
  fitting: "Fitting …",
};
