// Arrows of gradients, and the hovered sample's ring.
import assert from "node:assert/strict";
import { test } from "node:test";
import { arrowLength, arrowScale } from "../../src/layers/arrows.js";
import { gradients } from "../../src/layers/gradients.js";
import { createHoverShape, drawHover, measureHover } from "../../src/layers/hover.js";
import { PlaneScale } from "../../src/lib/scale.js";
import { recordingContext } from "../support/canvas.js";
import { frameWith, lookWith, palette } from "../support/scene.js";

const scale = new PlaneScale([-1, 1, -1, 1], 600, 1);

/** Gradients of norms 1 … 10, to the right. */
const ten = Float32Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? i / 2 + 1 : 0));

/** @param {number[]} fake @param {number[]} vectors */
function draw(fake, vectors) {
  const ctx = recordingContext();
  const arrays = { fake: Float32Array.from(fake), gradients: Float32Array.from(vectors) };
  gradients.draw(ctx, frameWith(arrays), scale, gradients.prepare(lookWith(), scale));
  return ctx;
}

test("the 90th percentile is 34 px long in a picture of 600", () => {
  const perUnit = arrowScale(ten, new Float32Array(10), 600);
  assert.equal(perUnit, 3.4); // the tenth of ten norms is the 90th percentile
  assert.equal(arrowScale(ten, new Float32Array(10), 300), 1.7);
});

test("no gradient, or none that is finite, has no scale", () => {
  assert.equal(arrowScale(new Float32Array(4), new Float32Array(2), 600), 0);
  assert.equal(arrowScale(Float32Array.of(Infinity, 0), new Float32Array(1), 600), 0);
  assert.equal(arrowScale(new Float32Array(0), new Float32Array(0), 600), 0);
});

test("length goes with the norm; too short is nothing, huge is two and a half times typical", () => {
  assert.equal(arrowLength(5, 3.4, 600), 17);
  assert.equal(arrowLength(0.5, 3.4, 600), 0);
  assert.equal(arrowLength(1000, 3.4, 600), 85);
  assert.equal(arrowLength(NaN, 3.4, 600), 0);
});

test("an arrow starts at its fake and ends where the gradient points, y up", () => {
  const ctx = draw([0, 0], [0, 2]);
  const tips = ctx.named("lineTo").map(({ args }) => args);
  assert.ok(tips.some(([x, y]) => Math.abs(x - 300) < 1e-9 && Math.abs(y - (300 - 34)) < 1e-9));
  assert.ok(tips.every(([, y]) => y >= 300 - 34 - 1e-9 && y <= 300));
});

test("fakes outside the picture have no arrow, those inside one each", () => {
  const ctx = draw([0, 0, 2, 0, 0.5, 0.5], [1, 0, 1, 0, 1, 0]);
  assert.equal(ctx.named("moveTo").length, 2);
  assert.equal(ctx.named("fill").length, 1); // all at once
});

test("the hovered fake has a ring, and its arrow though the layer is off", () => {
  const frame = frameWith({ fake: Float32Array.of(0, 0), gradients: Float32Array.of(3, 0) });
  const shape = createHoverShape();
  assert.ok(measureHover(frame, Float32Array.of(0, 0), scale, { kind: "fake", index: 0 }, new Float32Array(1), shape));
  assert.deepEqual(shape, { kind: "fake", x: 300, y: 300, length: 34, ux: 1, uy: -0 });
  const ctx = recordingContext();
  drawHover(ctx, shape, scale, palette);
  assert.equal(ctx.named("fill").length, 1);
  assert.deepEqual(ctx.named("arc")[0].args.slice(0, 3), [300, 300, 7]);
});

test("a hovered real sample has no arrow; one outside is ringed at the edge", () => {
  const frame = frameWith({ real: Float32Array.of(5, 0) });
  const shape = createHoverShape();
  assert.ok(measureHover(frame, Float32Array.of(5, 0), scale, { kind: "real", index: 0 }, new Float32Array(0), shape));
  assert.deepEqual([shape.kind, shape.x, shape.y, shape.length], ["real", 600, 300, 0]);
});

test("a sample that the frame no longer holds is not hovered", () => {
  const shape = createHoverShape();
  const sample = /** @type {const} */ ({ kind: "fake", index: 3 });
  assert.equal(measureHover(frameWith({}), new Float32Array(6), scale, sample, new Float32Array(0), shape), false);
});
