// English: every sentence the page says of its own, one file for each part of the page.
import { address } from "./address.js";
import { builder } from "./builder.js";
import { catalog } from "./catalog.js";
import { classes } from "./classes.js";
import { company } from "./company.js";
import { data } from "./data.js";
import { density } from "./density.js";
import { device } from "./device.js";
import { diagnosis } from "./diagnosis.js";
import { edit } from "./edit.js";
import { explain } from "./explain.js";
import { glossary } from "./glossary.js";
import { graph } from "./graph.js";
import { inspect } from "./inspect.js";
import { imageData } from "./image-data.js";
import { images } from "./images.js";
import { instruments } from "./instruments.js";
import { keys } from "./keys.js";
import { lab } from "./lab.js";
import { models } from "./models.js";
import { panels } from "./panels.js";
import { picture } from "./picture.js";
import { save } from "./save.js";
import { saveImages } from "./save-images.js";
import { share } from "./share.js";
import { stage } from "./stage.js";
import { slowImages } from "./slow-images.js";
import { slow } from "./slow.js";
import { softened } from "./softened.js";
import { theory } from "./theory.js";
import { time } from "./time.js";
import { tour } from "./tour.js";

export const en = {
  ...lab,
  address,
  builder,
  catalog,
  classes,
  company,
  data,
  density,
  device,
  diagnosis,
  edit,
  explain,
  glossary,
  graph,
  inspect,
  imageData,
  images,
  instruments,
  keys,
  models,
  panels,
  picture,
  save,
  saveImages,
  share,
  stage,
  slow,
  slowImages,
  softened,
  theory,
  time,
  tour,
};
