// Edit mode's graph: its lines follow wherever the controls and nodes are.
import assert from "node:assert/strict";
import { test } from "node:test";
import { editLayout, settingLinks } from "../../../src/views/edit/layout.js";

/** @param {number} x @param {number} y @param {number} width @param {number} height */
const box = (x, y, width, height) => ({ x, y, width, height });

/** Side by side: cards leave room at the right for the line of the predictions. @returns {any} */
const wide = () => ({
  width: 504,
  height: 650,
  nodes: {
    noise: box(0, 400, 48, 48),
    generator: box(64, 350, 104, 104),
    real: box(184, 300, 56, 56),
    fake: box(184, 396, 56, 56),
    discriminator: box(258, 316, 120, 120),
    predictions_real: box(424, 300, 56, 56),
    predictions_fake: box(424, 396, 56, 56),
  },
  controls: {
    "d-updates": box(0, 0, 504, 130),
    discriminator: box(0, 140, 434, 60),
    samples: box(0, 210, 258, 46),
    noise: box(0, 300, 180, 46),
    generator: box(0, 474, 434, 60),
    "g-updates": box(0, 544, 504, 80),
  },
});

test("every part of the graph has its line, and gradients pass through their network's settings", () => {
  const { edges } = editLayout(wide());
  assert.deepEqual(Object.keys(edges).sort(), [
    "d_loss-discriminator", "discriminator-predictions_fake", "discriminator-predictions_real", "fake-discriminator",
    "generator-fake", "gradients-generator", "noise-generator", "predictions_fake-d_loss", "predictions_fake-g_loss",
    "predictions_real-d_loss", "real-discriminator",
  ]);
  assert.equal(edges["d_loss-discriminator"].d, "M318 130V140M318 200V314");
  assert.equal(edges["gradients-generator"].d, "M116 544V534M116 474V456");
  assert.deepEqual(edges["predictions_real-d_loss"].tip, [452, 130, "up"]);
});

test("a line steps where the nodes are not side by side, and meets a straight side", () => {
  const places = wide();
  places.nodes.real.y = 250; // its settings have been unfolded
  const { d, tip } = editLayout(places).edges["real-discriminator"];
  assert.equal(d, "M240 278H249V321H256");
  assert.deepEqual(tip, [258, 321, "right"]);
});

test("a line that would lead through controls is left out", () => {
  const places = wide();
  places.controls.discriminator.width = 504;
  assert.ok(!("predictions_real-d_loss" in editLayout(places).edges));
  places.controls.samples = box(0, 210, 504, 46);
  assert.ok(!("d_loss-discriminator" in editLayout(places).edges));
});

test("it does without a control that the catalog does not have", () => {
  const places = wide();
  delete places.controls["g-updates"];
  const { edges } = editLayout(places);
  assert.ok(!("gradients-generator" in edges) && "d_loss-discriminator" in edges);
});

test("settings right above their node are tied to it", () => {
  const places = wide();
  places.nodes.noise.y = 366;
  assert.equal(settingLinks(places), "M24 346V366");
  places.controls.samples = box(0, 240, 258, 46);
  assert.equal(settingLinks(places), "M24 346V366M212 286V300");
});
