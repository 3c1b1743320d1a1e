// The density layer: drawn once for a grid, copied after that; labels keep their distance.
import assert from "node:assert/strict";
import { test } from "node:test";
import { density, labelPlaces } from "../../src/layers/density.js";
import { PlaneScale } from "../../src/lib/scale.js";
import { recordingContext } from "../support/canvas.js";
import { frameWith, lookWith } from "../support/scene.js";

const scale = new PlaneScale([-1, 1, -1, 1], 600, 2);
const SIZE = 32;

function bowl() {
  const data = new Float32Array(SIZE * SIZE);
  for (let i = 0; i < data.length; i += 1) {
    data[i] = 0.02 * (((i % SIZE) - 8) ** 2 + (Math.floor(i / SIZE) - 8) ** 2);
  }
  return { data, shape: [SIZE, SIZE] };
}

test("lines and labels are painted once for a grid, and anew for another", () => {
  const ctx = recordingContext();
  const brush = density.prepare(lookWith(), scale);
  const frame = frameWith({ density: bowl() });
  density.draw(ctx, frame, scale, brush);
  density.draw(ctx, frame, scale, brush);
  const [first, second] = ctx.named("drawImage").map(({ args }) => args[0]);
  assert.equal(first, second);
  assert.ok(first.drawnBy.named("fillText").some((/** @type {any} */ { args }) => args[0] === "5"));
  density.draw(ctx, frameWith({ density: bowl() }), scale, brush);
  assert.notEqual(ctx.named("drawImage")[2].args[0], first);
});

test("the first row is at the bottom: low numbers there are drawn below the middle", () => {
  const ctx = recordingContext();
  density.draw(ctx, frameWith({ density: bowl() }), scale, density.prepare(lookWith(), scale));
  const sheet = ctx.named("drawImage")[0].args[0].drawnBy;
  const [x, y] = sheet.named("moveTo")[0].args;
  assert.ok(x < 300 && y > 300);
});

test("labels stand apart from each other and from the edge", () => {
  const circle = (/** @type {number} */ radius) =>
    Float32Array.from({ length: 200 }, (_, i) => 0.5 + radius * (i % 2 ? Math.sin : Math.cos)(((i >> 1) / 50) * Math.PI));
  const contours = [0.1, 0.12, 0.3, 0.6].map((radius, level) => ({ level, lines: [circle(radius)] }));
  const places = labelPlaces(contours, 600);
  assert.deepEqual(places.map(({ level }) => level), [0, 1, 2, 3]);
  for (const { x, y } of places) assert.ok(Math.min(x, y, 600 - x, 600 - y) >= 24);
  for (const one of places) {
    for (const other of places) assert.ok(one === other || Math.hypot(one.x - other.x, one.y - other.y) >= 52);
  }
});
