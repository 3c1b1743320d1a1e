// The scene of a page and its catalog.
import assert from "node:assert/strict";
import { test } from "node:test";
import { configIn, pageAt, sceneAt, sceneCatalog } from "../src/scene.js";
import { catalog as plane } from "./support/catalog.js";

const entry = (/** @type {string} */ id) => ({ id, label: id, help: "", params: [] });

/** @type {import("../src/protocol.js").Catalog} */
const both = {
  ...plane,
  fields: [{ name: "scene", label: "Scene", help: "", live: false, registry: null }, ...plane.fields],
  registries: {
    ...plane.registries,
    metrics: [entry("js_divergence")],
    instruments: [entry("mmd")],
    datasets: [entry("digits")],
    image_metrics: [entry("frechet")],
    image_presets: [entry("dcgan")],
    detectors: [entry("rotation")],
    image_detectors: [entry("standstill")],
  },
  images: {
    fields: { data: "datasets" },
    metrics: "image_metrics",
    presets: "image_presets",
    detectors: "image_detectors",
    defaults: { ...plane.defaults, data: { id: "digits", params: {} } },
    pretrained: { dcgan: { step: 9 } },
  },
  pretrained: { ring: { step: 7 } },
};

test("an address is of one scene, with or without folders before it", () => {
  assert.equal(sceneAt("/"), "plane");
  assert.equal(sceneAt("/images"), "image");
  assert.equal(sceneAt("/lab/images"), "image");
  assert.equal(sceneAt("/lab/"), "plane");
  assert.deepEqual(configIn("plane"), {});
  assert.deepEqual(configIn("image"), { scene: "image" });
  assert.equal(new URL(pageAt("plane"), "http://localhost/lab/images").pathname, "/lab/");
  assert.equal(new URL(pageAt("image"), "http://localhost/lab/").pathname, "/lab/images");
});

test("in the plane the catalog is as it was, without the choice of a scene", () => {
  assert.deepEqual(sceneCatalog(both, "plane"), { ...both, fields: plane.fields });
});

test("among images fields choose from their own registries, under the same names as in the plane", () => {
  const found = sceneCatalog(both, "image");
  const registryOf = Object.fromEntries(found.fields.map(({ name, registry }) => [name, registry]));
  assert.deepEqual(registryOf, { data: "datasets", loss: "losses", regularizers: "regularizers", batch_size: null, seed: null });
  assert.deepEqual(found.registries.metrics, [entry("frechet")]);
  assert.deepEqual(found.registries.presets, [entry("dcgan")]);
  assert.deepEqual(found.registries.detectors, [entry("standstill")]);
  assert.deepEqual(found.registries.instruments, []);
  assert.equal(found.defaults.data.id, "digits");
  assert.deepEqual(found.pretrained, { dcgan: { step: 9 } });
});

test("a server without images leaves the catalog of the plane", () => {
  assert.deepEqual(sceneCatalog(plane, "image").defaults, plane.defaults);
});
