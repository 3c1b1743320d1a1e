// The sentences of saving in the panel of images: pictures, films, and the past of the generated images.

export const saveImages = {
  timeline: {
    label: "Past of the generated images",
    help: "Look back at the same noise at earlier steps: drag, or use the arrow keys. What is seen here since the page was opened is kept, evenly over the steps.",
    play: "Play the past",
    stop: "Stop",
    playHelp: "From the first step to now, in a few seconds. Training goes on meanwhile.",
    now: "Now",
    back: "Back to now",
    nowHelp: "Back to what the generator makes now.",
    /** @param {string} step */
    at: (step) => `Step ${step}`,
  },
  groups: { grids: "Images", walk: "Walk through the noise", film: "Film of the generated images" },
  items: {
    real: "Real images as PNG",
    fake: "Generated images as PNG",
    captions: "With D’s verdicts",
    walkPng: "Line as PNG",
    slicePng: "Grid as PNG",
    walkGif: "Line as GIF",
    walkWebm: "Line as WebM",
    filmGif: "Film as GIF",
    filmWebm: "Film as WebM",
  },
  help: {
    captions: "Under each image, as on the page.",
    there: "There and back, without an end.",
    gif: "Plays everywhere, also in slides and messages.",
    webm: "A small video, for slides and web pages.",
    /** @param {string} count @param {string} from @param {string} to */
    film: (count, from, to) => `${count} moments, step ${from} to ${to}.`,
    noFilm: "There is nothing to show yet: let it train first.",
  },
  kinds: { real: "Real images", fake: "Generated images", walk: "Walk through the noise", slice: "Slice of the noise" },
  /** @param {{what: string, data: string, step: string, seed: string}} facts */
  caption: ({ what, data, step, seed }) => `${what} · ${data} · step ${step} · seed ${seed}`,
  /** @param {string} step */
  step: (step) => `Step ${step}`,
  /** @param {string} share */
  making: (share) => `The film is being made: ${share}`,
  cancel: "Cancel",
  notSaved: "It was not saved",
  nothing: "There are no images yet.",
  failed: "The browser could not make it. The run goes on as it was.",
  noWebm: "This browser cannot make WebM films of a page that it reached this way. GIF works everywhere.",
  drop: {
    title: "Drop it here",
    help: "A saved model is opened; pictures become the data.",
    several: "One model at a time can be opened.",
  },
};
