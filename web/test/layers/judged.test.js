// Samples in the colour of their verdict, and as large as they count.
import assert from "node:assert/strict";
import { test } from "node:test";
import { JUDGED, shadeOf, sizeOf } from "../../src/layers/judged.js";
import { paintersOf } from "../../src/layers/phase-painters.js";
import { DRAWING_ORDER, LAYERS } from "../../src/layers/index.js";
import { PlaneScale } from "../../src/lib/scale.js";
import { recordingContext } from "../support/canvas.js";
import { frameWith, lookWith, palette } from "../support/scene.js";

const scale = new PlaneScale([-1, 1, -1, 1], 600, 1);
const look = lookWith({ palette: { ...palette, real: "#00ff00", fake: "#ff00ff" } });

/** @param {"real"|"fake"} kind @param {any} arrays @param {any} [phase] */
function drawn(kind, arrays, phase = null) {
  const ctx = recordingContext();
  JUDGED[kind].draw(ctx, { ...frameWith(arrays), phase }, scale, JUDGED[kind].prepare(look, scale));
  return ctx;
}

test("verdicts have the colour of what D takes the sample for, paler where it is less sure", () => {
  const ctx = drawn("fake", { fake: new Float32Array(8), dFake: Float32Array.of(0, 0.49, 0.51, 1) });
  const colours = ctx.named("fill").map(({ state }) => state.fillStyle).filter((_, k) => k % 2 === 1);
  assert.deepEqual([colours[0], colours[3]], ["#ff00ff", "#00ff00"]);
  assert.deepEqual(colours.slice(1, 3), ["#ff52ff", "#52ff52"]);
});

test("the shade turns at the boundary, and weak verdicts soon show", () => {
  assert.deepEqual([0, 0.499, 0.5, 1].map(shadeOf), [0, 2, 3, 5]);
  assert.equal(shadeOf(0.7), 4);
});

test("real samples are discs, fakes diamonds", () => {
  const arrays = { real: new Float32Array(2), dReal: Float32Array.of(1), fake: new Float32Array(2), dFake: Float32Array.of(1) };
  assert.equal(drawn("real", arrays).named("arc").length, 2);
  assert.equal(drawn("fake", arrays).named("arc").length, 0);
});

test("the larger the slope, the larger the sample, on one scale for both kinds", () => {
  const radius = (/** @type {number} */ slope) =>
    drawn(
      "real",
      { real: new Float32Array(2), dReal: Float32Array.of(1) },
      { slopeReal: Float32Array.of(slope), slopeFake: Float32Array.of(1) },
    ).named("arc")[1].args[2];
  assert.ok(radius(-1) > radius(-0.25));
  assert.ok(radius(-0.25) > radius(0));
  assert.ok(radius(0) > 0);
  assert.equal(sizeOf(0, 0), sizeOf(0, 1)); // where nothing pushes, all are small
});

test("a sample that is not a number is not drawn, and without verdicts none is", () => {
  assert.equal(drawn("real", { real: Float32Array.of(NaN, 0), dReal: Float32Array.of(1) }).named("fill").length, 0);
  assert.equal(drawn("real", { real: new Float32Array(2) }).named("fill").length, 0);
});

test("a phase's painters: faint, judged, or the layers' own, always the same objects", () => {
  const shown = Object.fromEntries(LAYERS.map(({ id }) => [id, true]));
  assert.deepEqual(paintersOf(shown, null), DRAWING_ORDER);
  const scene = { lit: { nodes: new Set([""]), edges: new Set([""]) }, shown, faint: new Set(["heatmap", "real"]), judged: true };
  const painters = paintersOf(shown, scene);
  assert.deepEqual(painters, paintersOf(shown, scene));
  const at = (/** @type {string} */ id) => painters[DRAWING_ORDER.findIndex((layer) => layer.id === id)];
  assert.equal(at("fake"), JUDGED.fake);
  assert.notEqual(at("real"), JUDGED.real); // what is faint was not asked for a verdict
  assert.equal(at("gradients"), LAYERS.find(({ id }) => id === "gradients"));
  const ctx = recordingContext();
  const points = { real: new Float32Array(2) };
  at("real").draw(ctx, frameWith(points), scale, at("real").prepare(look, scale));
  assert.equal(ctx.named("drawImage")[0].state.globalAlpha, 0.3);
});
