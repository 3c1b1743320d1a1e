// The sentences about presets and models: the export menu, saving, opening, pre-trained weights.
import { formatCount, formatNumber } from "../../lib/format.js";

export const models = {
  menu: "Export",
  headerMenu: "Menu",
  page: "Page",

  group: "Model",
  save: "Save model",
  saveHelp: "Weights, settings and step, as safetensors.",
  networks: { generator: "Save generator", discriminator: "Save discriminator" },
  networkHelp: "Layers and weights, to use elsewhere.",
  open: "Open model…",
  openHelp: "Goes on from a file that was saved here.",

  pretrained: "Use pre-trained model",
  pretrainedShort: "Pre-trained",
  pretrainedPlane: {
    /** @param {import("../../protocol.js").Weights} weights */
    help: ({ step, js_divergence: js = NaN, floor = NaN }) =>
      `Begin with weights that were trained for ${formatCount(step)} steps on this data, with their settings. ` +
      `Their JS divergence is ${formatNumber(js)} bits; a perfect generator scores ${formatNumber(floor)}.`,
    none: "There are no pre-trained weights for this data.",
  },
  pretrainedImages: {
    /** @param {import("../../protocol.js").Weights} weights */
    help: ({ step, present, classes, frechet_distance: distance, floor }) =>
      [
        `Begin with weights that this preset was trained to in ${formatCount(step)} steps.`,
        present !== undefined && classes !== undefined && `They make ${present} of ${classes} classes.`,
        distance !== undefined &&
          floor !== undefined &&
          `Their Fréchet distance is ${formatNumber(distance)}%; new real images score ${formatNumber(floor)}%.`,
        "They are kept rounded and without momentum: training goes on from them, but not to the same digits.",
      ]
        .filter(Boolean)
        .join(" "),
    none: "There are pre-trained weights for presets alone, and these settings are none.",
  },
  /** @param {number} seconds */
  presetTime: (seconds) => `Recognizable after about ${seconds} s on one core.`,

  openedTitle: "Opened",
  /** @param {string} name @param {number} step */
  opened: (name, step) => `${name} stands at step ${formatCount(step)}, with the settings it was saved with.`,
  refusedTitle: "The file was not opened",
  /** @param {string} reason */
  refused: (reason) => `${reason} The run is as it was.`,
  tooLarge: "It must be at most 64 MiB.",
  /** @param {string} name */
  noModel: (name) => `${name} is no model that was saved here.`,
  /** @param {string} name */
  network: (name) => `${name} holds one network alone. To go on from it takes the whole model.`,
  missing: "Its images are not on this server yet. Once they are, it can be opened.",
  otherScene: {
    /** @param {string} name */
    plane: (name) => `${name} is a model of dots in the plane, for the panel Lab.`,
    /** @param {string} name */
    image: (name) => `${name} is a model of images, for the panel Images.`,
  },
  /** @param {{field: string, expected: string}} found */
  wrong: ({ field, expected }) => `${field === "file" ? "It" : `Its ${field}`} must be ${expected}.`,
  unreachable: "The server cannot be reached.",
  savedTitle: "The model was saved",
  savedLarge: "It is larger than the 64 MiB that can be opened here: it is of use elsewhere alone.",
  notSavedTitle: "The model was not saved",
  /** @param {string} reason */
  notSaved: (reason) => `${reason} Try again in a moment.`,
};
