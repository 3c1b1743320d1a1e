// The sentences of the layer builder; labels and help of layers come from the server.

/** @param {string} text */
const lower = (text) => (/^[A-Z][a-z]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text);

export const builder = {
  players: { generator: "Generator", discriminator: "Discriminator" },
  listOf: { generator: "Layers of the generator", discriminator: "Layers of the discriminator" },
  /** @param {string} count */
  weights: (count) => (count === "1" ? "1 weight" : `${count} weights`),
  noWeights: "No weights",
  weightsHelp: "Numbers that this network learns.",

  noise: "Noise",
  image: "Image",
  pairIn: { generator: "the one to begin with", discriminator: "real or generated, and the one it is made from" },
  imageIn: { generator: "the one to begin with", discriminator: "real or generated" },
  code: "Code",
  verdict: "Verdict",
  verdicts: "Verdicts",
  verdictsHelp: "one for each patch of the image",
  /** @param {string} prior @param {string} count */
  numbers: (prior, count) => `${prior}, ${count} ${count === "1" ? "number" : "numbers"}`,
  withClass: "and its class",
  /** @param {string} count */
  withCode: (count) => `and its code or noise, ${count} numbers`,
  encoder: "Encoder",
  /** @param {string} count */
  encoderHelp: (count) => `It has the layers of the discriminator, and at their end ${count} numbers: the code of an image.`,
  /** Where a skip goes to, and what a join takes up. */
  partner: {
    to: (/** @type {number} */ place) => `around, to layer ${place}`,
    from: (/** @type {number} */ place) => `beside layer ${place}`,
  },
  /** @param {string} count */
  withNumbers: (count) => `and ${count} more ${count === "1" ? "number" : "numbers"}`,
  verdictHelp: "high for real, low for fake",
  /** @param {string} shape */
  asData: (shape) => `${shape}, as the data`,
  impossible: "No number of weights",
  empty: "No layers yet.",

  add: "Add layer",
  addHelp: "Choose a layer to stand behind all others.",
  insert: "Insert a layer here",
  insertHelp: "Choose a layer to stand between these two.",
  kinds: {
    weights: "With weights",
    size: "Larger and smaller",
    norm: "Norms",
    activation: "Nonlinearities",
    form: "Form",
    other: "Others",
  },
  ready: "Ready-made",
  readyOf: { generator: "Networks for the generator", discriminator: "Networks for the discriminator" },
  readyHelp: "Begin with the network of a preset; it becomes the draft.",
  /** @param {string} label */
  replaced: (label) => `${label} is the draft now.`,
  remove: "Remove",
  /** @param {string} label */
  removeOf: (label) => `Remove ${label}`,
  removeHelp: "Takes the layer out of the draft. Delete does the same on a layer in focus.",
  up: "Up",
  down: "Down",
  upHelp: "One place towards the input.",
  downHelp: "One place towards the output.",
  insertBefore: "Insert before",
  cardHelp:
    "Press to see and change its parameters, drag to move it. With keys: Alt and an arrow move it, Delete takes it out.",
  type: "Type",
  inDraft: "Part of the draft; nothing is trained anew before “Train this”.",
  /** @param {string} expected */
  mustBe: (expected) => `Must be ${expected}.`,

  /** What a parameter comes to on a card, by its name. @type {Record<string, (value: any) => string>} */
  values: {
    kernel: (value) => `${value}×${value}`,
    window: (value) => `${value}×${value}`,
    stride: (value) => (value === 1 ? "" : `stride ${value}`),
    factor: (value) => `${value} times larger`,
  },
  /** @param {string} label @param {string} value */
  value: (label, value) => `${lower(label)} ${value}`,
  /** @param {string} label @param {boolean} on */
  switched: (label, on) => (on ? lower(label) : `no ${lower(label)}`),

  draft: "Draft",
  asTrained: "As trained",
  /** @param {string} names */
  changed: (names) => `${names} changed`,
  and: " and ",
  checking: "Checking the layers",
  unasked: "The server cannot be asked whether these layers fit.",
  /** @param {string} player @param {number} place @param {string} label @param {string} reason */
  obstacle: (player, place, label, reason) => `${player}, layer ${place}, ${label}: ${reason}`,
  /** @param {string} player @param {string} reason */
  obstacleAll: (player, reason) => `${player}: ${reason}`,
  show: "Show the layer",
  showHelp: "Goes to the layer that does not fit.",
  train: "Train this",
  trainHelp: "Builds both networks from the draft and starts a new run. Until then the old ones go on.",
  revert: "Back to what is trained",
  revertHelp: "Drops the draft. Undo brings it back.",
  undo: "Undo the edit",
  undoHelp: "Takes back the last change of the layers.",
  redo: "Redo the edit",
  redoHelp: "Makes it again.",

  /** @param {string} label @param {number} place */
  added: (label, place) => `${label} added as layer ${place}.`,
  /** @param {string} label */
  removed: (label) => `${label} removed.`,
  /** @param {string} label @param {number} place @param {number} count */
  moved: (label, place, count) => `${label} is now layer ${place} of ${count}.`,
  undone: "The last edit of the layers is undone.",
  redone: "The edit is made again.",
  reverted: "The layers are again those that are trained.",
};
