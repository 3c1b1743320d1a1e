// German: what the server says in English, by registry, entry and parameter.
import { densities } from "./densities.js";
import { detectors } from "./detectors.js";
import { distributions } from "./distributions.js";
import { fields } from "./fields.js";
import { badFiles, classes, datasets, imageScalings } from "./image-data.js";
import { imageLayers, misfits } from "./image-layers.js";
import { imageDiscriminators, imageGenerators, imageModels, imagePresets } from "./image-models.js";
import { imageDetectors, imageMetrics } from "./image-time.js";
import { layers } from "./layers.js";
import { inspections } from "./inspections.js";
import { instruments } from "./instruments.js";
import { metrics } from "./metrics.js";
import { models } from "./models.js";
import { discriminators, generators, priors, scalings } from "./networks.js";
import { phrases } from "./phrases.js";
import { presets } from "./presets.js";
import { schedules } from "./schedules.js";
import { losses, regularizers } from "./losses.js";
import { dynamics, optimizers } from "./optimizers.js";

/** @type {import("../../../lib/translate-catalog.js").ServerWords} */
export const catalog = {
  fields,
  registries: {
    distributions,
    scalings,
    models,
    priors,
    generators,
    discriminators,
    losses,
    regularizers,
    optimizers,
    dynamics,
    inspections,
    instruments,
    schedules,
    metrics,
    densities,
    detectors,
    image_detectors: imageDetectors,
    image_metrics: imageMetrics,
    presets,
    layers: imageLayers,
    datasets,
    image_scalings: imageScalings,
    image_models: imageModels,
    image_generators: imageGenerators,
    image_discriminators: imageDiscriminators,
    image_presets: imagePresets,
  },
  layers,
  classes,
  phrases: [...misfits, ...badFiles, ...phrases],
};
