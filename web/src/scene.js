// The scene of a page, dots in the plane or images: where each has its address, and what the catalog says is another there.

/** @typedef {import("./protocol.js").Catalog} Catalog */
/** @typedef {import("./protocol.js").RunConfig} RunConfig */
/** @typedef {"plane"|"image"} Scene */

/** The field of a configuration that says the scene: decided by the page, not by a control. */
const FIELD = "scene";

/** Where the page of images is, beside that of the plane. */
const IMAGES = "images";

/** @param {string} path of the address @returns {Scene} */
export const sceneAt = (path) => (path.split("/").at(-1) === IMAGES ? "image" : "plane");

/** The address of a scene's page, from any page. @param {Scene} scene */
export const pageAt = (scene) => (scene === "image" ? IMAGES : "./");

/** What every configuration of a scene has. @param {Scene} scene @returns {RunConfig} */
export const configIn = (scene) => (scene === "image" ? { [FIELD]: scene } : {});

/**
 * The catalog as one scene has it: its fields choose from that scene's registries, and metrics,
 * presets and defaults are that scene's, under the same names, so that all controls serve both.
 * @param {Catalog} catalog
 * @param {Scene} scene
 * @returns {Catalog}
 */
export function sceneCatalog(catalog, scene) {
  const fields = catalog.fields.filter(({ name }) => name !== FIELD);
  const { images } = catalog;
  /** @type {Catalog["registries"]} */
  const registries = { ...catalog.registries, instruments: instrumentsOf(catalog, scene) };
  if (scene === "plane" || !images) return { ...catalog, fields, registries };
  return {
    ...catalog,
    fields: fields.map((field) => (field.name in images.fields ? { ...field, registry: images.fields[field.name] } : field)),
    registries: {
      ...registries,
      metrics: registries[images.metrics] ?? [],
      presets: registries[images.presets] ?? [],
      detectors: registries[images.detectors] ?? [],
      densities: [],
    },
    defaults: images.defaults,
    pretrained: images.pretrained,
  };
}

/** Images have instruments of their own; the players' way is the same in both. @param {Catalog} catalog @param {Scene} scene */
function instrumentsOf({ registries }, scene) {
  const entries = registries.instruments ?? [];
  return entries.filter(({ of }) => of === "path" || (of === "images") === (scene === "image"));
}
