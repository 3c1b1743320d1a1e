// Dots of real and fake samples: on whole pixels, by shape, and as triangles at the edge.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fake } from "../../src/layers/fake.js";
import { real } from "../../src/layers/real.js";
import { PlaneScale } from "../../src/lib/scale.js";
import { recordingContext } from "../support/canvas.js";
import { frameWith, lookWith, palette } from "../support/scene.js";

const scale = new PlaneScale([-1, 1, -1, 1], 600, 2);

/** @param {number[]} points */
function drawReal(points) {
  const ctx = recordingContext();
  const brush = real.prepare(lookWith(), scale);
  real.draw(ctx, frameWith({ real: Float32Array.from(points) }), scale, brush);
  return { ctx, dots: brush.dots.plain };
}

test("a sample is one copied sprite, centred on it in device pixels", () => {
  const { ctx, dots } = drawReal([0, 0]);
  const [{ args }] = ctx.named("drawImage");
  assert.equal(args[0], dots.sprites[0]);
  assert.deepEqual(args.slice(1), [600 - dots.centre, 600 - dots.centre]);
});

test("the sprite follows the place within a pixel", () => {
  // 0.6 px right and 0.3 px down of pixel 600: third column, second row of four
  const { ctx, dots } = drawReal([0.6 / 600, -0.3 / 600]);
  assert.equal(ctx.named("drawImage")[0].args[0], dots.sprites[1 * 4 + 2]);
});

test("sprites are a halo under a dot in the layer's colour", () => {
  const { sprites } = real.prepare(lookWith(), scale).dots.plain;
  assert.equal(sprites.length, 16);
  const fills = sprites[0].drawnBy.named("fill");
  assert.deepEqual(
    fills.map((/** @type {any} */ { state }) => state.fillStyle),
    [palette.halo, palette.real],
  );
  const radii = sprites[0].drawnBy.named("arc").map((/** @type {any} */ { args }) => args[2]);
  assert.deepEqual(radii, [4.25, 3]);
});

test("fakes are discs, and diamonds in the colour-blind palette", () => {
  const usual = fake.prepare(lookWith(), scale);
  const blind = fake.prepare(lookWith({ palette: { ...palette, colourBlind: true } }), scale);
  assert.equal(usual.plain.sprites[0].drawnBy.named("arc").length, 2);
  assert.equal(blind.plain.sprites[0].drawnBy.named("arc").length, 0);
  assert.equal(blind.plain.sprites[0].drawnBy.named("lineTo").length, 6);
});

test("a sample outside is a triangle with its tip at the edge, pointing out", () => {
  const { ctx } = drawReal([3, 0, 0, 0]);
  assert.equal(ctx.named("drawImage").length, 1);
  const tip = ctx.named("moveTo")[0].args;
  assert.deepEqual(tip, [599, 300]);
  for (const { args } of ctx.named("lineTo")) assert.ok(args[0] < 599);
});

test("a sample that is not a number is not drawn", () => {
  const { ctx } = drawReal([NaN, 0, Infinity, 1]);
  assert.equal(ctx.named("drawImage").length, 0);
  assert.equal(ctx.named("moveTo").length, 0);
});

test("the context is back in CSS pixels afterwards", () => {
  const { ctx } = drawReal([0, 0]);
  assert.deepEqual(ctx.named("setTransform").at(-1)?.args, [2, 0, 0, 2, 0, 0]);
});
