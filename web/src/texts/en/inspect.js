// The sentences about looking inside a GAN of images: one image in large, and ways through the noise.

export const inspect = {
  title: { fake: (/** @type {number} */ number) => `Generated image ${number}`, real: (/** @type {number} */ number) => `Real image ${number}` },
  asked: (/** @type {string} */ name) => `asked for: ${name}`,
  isA: (/** @type {string} */ name) => `class: ${name}`,
  close: "Close",
  earlier: "Previous image",
  later: "Next image",
  large: "The image in large",
  waiting: "Looking …",
  at: (/** @type {string} */ step) => `at step ${step}`,

  verdict: "D’s verdict",
  verdictHelp: "How real the discriminator takes this image to be, and its output before it is squeezed between 0 and 100%.",
  share: (/** @type {string} */ percent) => `${percent} real`,
  raw: (/** @type {string} */ value) => `output ${value}`,

  saliency: "What D looks at",
  saliencyHelp:
    "The gradient of D’s output by each pixel. Where it is strong, a small change of the pixel changes the verdict " +
    "most: that is what D looks at, and what the generator is told to change.",
  brighter: "brighter here looks more real",
  darker: "brighter here looks more fake",
  flat: "D’s output hangs on no pixel here: the generator learns nothing from this image.",

  noise: "Its noise",
  noiseHelp: "The random numbers that the generator made this image of, one bar each.",
  noiseShown: (/** @type {number} */ count) => `${count} random numbers`,

  code: "Its code",
  codeHelp: "The numbers that the encoder takes for the noise behind this image, one bar each. What the generator makes of them stands under the image.",
  codeShown: (/** @type {number} */ count) => `A code of ${count} numbers`,
  rebuilt: "What the generator makes of its code",
  input: "What it is made from",
  noNoise: "This model has no noise to walk through: the generator makes its images from others, and the same one gives the same each time.",

  neighbours: "Nearest training images",
  neighboursHelp:
    "The training images that differ least from this one, pixel by pixel. A generator that has learned by heart puts " +
    "out copies: the nearest image is then far nearer than new real images ever are.",
  neighbour: (/** @type {number} */ number, /** @type {string} */ distance) => `Neighbour ${number}, distance ${distance}`,
  copied: (/** @type {string} */ distance, /** @type {string} */ low) =>
    `Memorized? The nearest is ${distance} away; only 5% of new real images have one nearer than ${low}.`,
  usual: (/** @type {string} */ distance, /** @type {string} */ median) =>
    `No copy: the nearest is ${distance} away, and new real images have theirs at ${median} on average (median).`,
  strange: (/** @type {string} */ distance, /** @type {string} */ median) =>
    `Unlike the data: the nearest is ${distance} away, while new real images have theirs at ${median} (median).`,
  realNearest: (/** @type {string} */ distance, /** @type {string} */ median) =>
    `The nearest other training image is ${distance} away; new real images have theirs at ${median} (median).`,
  measured: (/** @type {string} */ samples) => `Measured by ${samples} real images.`,

  layers: "Inside the networks",
  layersHelp: "What each layer makes of this image: its feature maps. Early layers keep the picture, late ones say what is in it.",
  player: "Network",
  layer: "Layer",
  layerChoice: (/** @type {number} */ number, /** @type {string} */ label, /** @type {string} */ shape) => `${number} · ${label} · ${shape}`,
  map: (/** @type {number} */ number, /** @type {string} */ low, /** @type {string} */ high) => `Map ${number}: ${low} to ${high}`,
  maps: (/** @type {string} */ shown, /** @type {string} */ of) =>
    shown === of ? `${of} maps, each from its least value, black, to its greatest, white.` : `${shown} of ${of} maps, each from its least value, black, to its greatest, white.`,
  row: (/** @type {string} */ of, /** @type {string} */ low, /** @type {string} */ high) => `${of} numbers in rows, from ${low}, black, to ${high}, white.`,
  single: (/** @type {string} */ value) => `One number: ${value}.`,
  filters: "Its weights",
  filtersHelp: "The weights of this layer as pictures: what each of its units looks for, or what it paints.",
  filtersOf: (/** @type {string} */ shown, /** @type {string} */ of) =>
    shown === of ? `${of} pictures. Grey is 0, light is above it, dark below.` : `${shown} of ${of} pictures. Grey is 0, light is above it, dark below.`,
  filter: (/** @type {number} */ number) => `Weights ${number}`,

  walk: "Walk through the noise",
  walkHelp: "close in noise should be close in looks",
  tools: { line: "Line", grid: "Grid", arithmetic: "Arithmetic", directions: "Directions" },
  toolHelp: {
    line: "The way from one image to the next.",
    grid: "A plane through the noise, as a map of images.",
    arithmetic: "Add and subtract what images have in common: A − B + C.",
    directions: "Change an image along what the generator’s images differ in most.",
  },
  choose: {
    line: "Choose images",
    grid: "Choose corners",
    directions: "Choose an image",
    a: "Choose images for A",
    b: "Choose images for B",
    c: "Choose images for C",
  },
  chooseHelp: "While this is on, a press on a generated image chooses it, and a second press takes it out.",
  done: "Done",
  way: "Way",
  spherical: "Around",
  sphericalHelp: "Around the middle of the noise, at the distance that noise usually has (spherical).",
  straight: "Straight",
  straightHelp: "In a straight line, which cuts through the middle, where there is next to no noise.",
  fewer: { line: "Choose two generated images or more.", grid: "Choose three generated images.", arithmetic: "Choose images for A, B and C: press a letter, then images.", directions: "Choose a generated image." },
  stop: (/** @type {number} */ number) => `Image ${number}`,
  between: (/** @type {number} */ from, /** @type {number} */ to, /** @type {string} */ share) => `${share} of the way from image ${from} to image ${to}`,
  cell: (/** @type {number} */ row, /** @type {number} */ column) => `Row ${row}, column ${column}`,
  gridBy: "Spanned by",
  byFakes: "Three images",
  byFakesHelp: "The first image is at the top left, the second at the top right, the third at the bottom left.",
  byDirections: "Two directions",
  byDirectionsHelp: "The first image is in the middle; across and down it moves along the two leading directions.",
  group: (/** @type {string} */ letter, /** @type {number} */ count) => `${letter}: ${count}`,
  chooseLetter: (/** @type {string} */ letter) => `Choose ${letter}`,
  mean: (/** @type {string} */ letter) => `The image of ${letter}’s mean noise`,
  result: "The result",
  variations: "Around it",
  variation: (/** @type {number} */ number) => `Near the result, ${number}`,
  direction: (/** @type {number} */ number, /** @type {string} */ share) => `Direction ${number}, ${share} of the variance`,
  directionShort: (/** @type {number} */ number, /** @type {string} */ share) => `${number} · ${share}`,
  amount: (/** @type {string} */ value) => `${value} σ`,
  directionsFound: (/** @type {string} */ samples, /** @type {number} */ layer) => `From layer ${layer} of the generator for ${samples} noise vectors.`,
  end: (/** @type {number} */ number, /** @type {string} */ value) => `Direction ${number} at ${value} σ`,
  back: "Back to 0",
};
