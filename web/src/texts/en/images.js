// The panel of images: what is shown of data and fakes, and how they are judged.

export const images = {
  data: "Image data",
  dataTitle: "Data",
  madeTitle: "How the data are made",
  facts: {
    name: "Name",
    examples: "Images",
    shape: "Shape",
    classes: "Classes",
    pixels: "Pixels",
    seen: "Seen by D",
    epochs: "Epochs",
  },
  /** @param {number} channels @param {number} height @param {number} width */
  shape: (channels, height, width) => `${channels} × ${height} × ${width}`,
  none: "none",
  unknown: "–",
  training: "Training",
  more: "More settings",
  moreHelp: "Optimizers and their constants, averages of G, the model, its noise, turns, schedules, the seed, the device.",
  fewer: "Fewer settings",
  rules: "Regularizer",
  noRules: "None",
  short: /** @type {Record<string, string>} */ ({
    "d-optimizer-lr": "D rate",
    "g-optimizer-lr": "G rate",
    "d-steps": "D updates",
    "g-steps": "G updates",
    "batch-size": "Batch",
  }),
  moreData: "MNIST …",
  moreDataHelp: "More sets: those that this server fetches once and keeps, and pairs of images.",
  made: "Made here",
  fetched: "From elsewhere",
  paired: "Pairs, for pix2pix",
  upload: "Upload",
  settings: "Data and settings",
  tabs: { label: "Beside the images", training: "Training", networks: "Networks", metrics: "Metrics" },
  tabsHelp: {
    training: "The data, and how both players learn.",
    networks: "The layers of both networks.",
    metrics: "How good the fakes are, in numbers and curves.",
  },
  pictures: "Images",
  /** What stands side by side in one place. */
  part: { input: "given", real: "real", fake: "generated", target: "right answer", rebuilt: "rebuilt" },
  partsHelp: {
    pair: "What the generator is given, what it makes of it, and what it should become. It never learned from these images; the discriminator judges what is given together with what is made.",
    rebuilt: "Beside each real image what the generator makes of its code: G(E(x)). Nobody compares the two; they are alike when the discriminator cannot tell pairs apart.",
  },
  kinds: { real: "Real images", fake: "Generated images" },
  one: { real: "Real image", fake: "Generated image" },
  /** @param {string} share */
  mean: (share) => `D: ${share} real`,
  meanTitle: "What D makes of them",
  meanHelp: "The mean of its verdicts on these images: 100% is real without a doubt, 0% is fake.",
  /** @param {string} share */
  verdict: (share) => `${share} real`,
  /** @param {string} name */
  class: (name) => `Class ${name}`,
  /** @param {string} kind @param {number} number @param {string|null} label @param {string|null} share */
  picture: (kind, number, label, share) =>
    `${kind} ${number}${label === null ? "" : `, class ${label}`}${share === null ? "" : `: D says ${share} real`}`,
  order: {
    label: "Order",
    help: "Fixed, each generated image has its noise and its place, so that one watches it improve.",
    options: { none: "Fixed", most: "Most real first", least: "Least real first" },
  },
  filter: {
    label: "Show",
    help: "Leave out those of which D thinks otherwise.",
    options: { all: "All", real: "Taken for real", fake: "Taken for fake" },
  },
  lookHint: "Click an image to see it large, what D looks at in it, and its nearest neighbours in the data.",
  nothingShown: "None of them is now.",
};
