// The manifold: opacity is density, and one-dimensional noise is a curve.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cellAlpha, manifold } from "../../src/layers/manifold.js";
import { PlaneScale } from "../../src/lib/scale.js";
import { recordingContext } from "../support/canvas.js";
import { frameWith, lookWith } from "../support/scene.js";

const scale = new PlaneScale([0, 2, 0, 2], 200, 1);

/** @param {number[]} points @param {number[]} shape */
function draw(points, shape) {
  const ctx = recordingContext();
  const grid = { data: Float32Array.from(points), shape };
  manifold.draw(ctx, frameWith({ manifold: grid }), scale, manifold.prepare(lookWith(), scale));
  return ctx;
}

test("opacity goes with the square root of density, within its limits", () => {
  assert.equal(cellAlpha(9, 9), 0.16);
  assert.equal(cellAlpha(9, 36), 0.32);
  assert.equal(cellAlpha(1e6, 1), 0.04);
  assert.equal(cellAlpha(1, 1e6), 0.55);
  assert.equal(cellAlpha(0, 0), 0.55);
});

test("each cell is filled by its area, then the lines are drawn over all", () => {
  // two rows of cells: the lower 1 × 1, the upper 1 × ¼
  const nodes = [0, 0, 1, 0, 2, 0, 0, 1, 1, 1, 2, 1, 0, 1.25, 1, 1.25, 2, 1.25];
  const ctx = draw(nodes, [3, 3, 2]);
  const alphas = ctx.named("fill").map(({ state }) => state.globalAlpha);
  // the median of four areas, 10,000 twice and 2,500 twice, is the upper one
  assert.deepEqual(alphas, [0.16, 0.16, 0.32, 0.32]);
  assert.equal(ctx.named("stroke").length, 1);
  assert.equal(ctx.calls.at(-1)?.name, "stroke");
});

test("the first cell lies where its nodes are, y up", () => {
  const ctx = draw([0, 0, 1, 0, 0, 1, 1, 1], [2, 2, 2]);
  const fillAt = ctx.calls.findIndex(({ name }) => name === "fill");
  const corners = ctx.calls.slice(0, fillAt).filter(({ name }) => /To$/.test(name));
  assert.deepEqual(
    corners.map(({ args }) => args),
    [[0, 200], [100, 200], [100, 100], [0, 100]],
  );
});

test("a line of noise is a curve with dots at even steps of the noise", () => {
  const nodes = Array.from({ length: 441 }, (_, i) => [(2 * i) / 440, 1]).flat();
  const ctx = draw(nodes, [441, 2]);
  assert.equal(ctx.named("lineTo").length, 440);
  const dots = ctx.named("arc").map(({ args }) => Math.round(args[0]));
  assert.equal(dots.length, 45);
  assert.deepEqual([dots[0], dots[22], dots[44]], [0, 100, 200]);
});

test("lines are never wider than a pixel of the device, and as dark on any screen", () => {
  const ink = [1, 2, 3].map((ratio) => {
    const sharp = new PlaneScale([0, 2, 0, 2], 200, ratio);
    const ctx = recordingContext();
    const grid = { data: Float32Array.of(0, 0, 1, 0, 0, 1, 1, 1), shape: [2, 2, 2] };
    manifold.draw(ctx, frameWith({ manifold: grid }), sharp, manifold.prepare(lookWith(), sharp));
    const { lineWidth, globalAlpha } = ctx.named("stroke")[0].state;
    assert.ok(lineWidth * ratio <= 1);
    return Number((lineWidth * globalAlpha).toFixed(6));
  });
  assert.deepEqual(ink, [0.24, 0.24, 0.24]);
});
