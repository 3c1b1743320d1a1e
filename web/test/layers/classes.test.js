// Labels and codes in the pictures: a colour and a sheet for each class, a line for each reconstruction.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LAYERS, layersOf } from "../../src/layers/index.js";
import { fake } from "../../src/layers/fake.js";
import { manifold } from "../../src/layers/manifold.js";
import { reconstruction } from "../../src/layers/reconstruction.js";
import { classColour } from "../../src/lib/palette.js";
import { PlaneScale } from "../../src/lib/scale.js";
import { chipsOf, withChips } from "../../src/views/graph/beside.js";
import { LAYOUTS } from "../../src/views/graph/layouts.js";
import { recordingContext } from "../support/canvas.js";
import { frameWith, lookWith, palette } from "../support/scene.js";

const scale = new PlaneScale([-1, 1, -1, 1], 600, 2);

test("few classes have colours of their own, many lie along the ramp, no two alike", () => {
  assert.deepEqual([0, 7].map((label) => classColour(palette, label, 8)), [palette.classes[0], palette.classes[7]]);
  const many = Array.from({ length: 25 }, (_, label) => classColour(palette, label, 25));
  assert.equal(many[0], palette.classRamp[0]);
  assert.equal(many[24], palette.classRamp[4]);
  assert.equal(new Set(many).size, 25);
});

test("fakes with labels are diamonds in the colours of their classes", () => {
  const ctx = recordingContext();
  const brush = fake.prepare(lookWith(), scale);
  const frame = frameWith({ fake: Float32Array.from([0, 0, 0.5, 0, -0.5, 0]), fakeLabels: Uint8Array.from([0, 2, 0]) });
  fake.draw(ctx, { ...frame, classes: 3 }, scale, brush);
  const drawn = ctx.named("drawImage").map((/** @type {any} */ { args }) => args[0]);
  assert.equal(drawn.length, 3);
  assert.ok(brush.ofClass[0].sprites.includes(drawn[0]) && brush.ofClass[0].sprites.includes(drawn[2]));
  assert.ok(brush.ofClass[2].sprites.includes(drawn[1]));
  assert.equal(brush.ofClass[1], undefined); // made when first drawn
  assert.equal(brush.ofClass[2].colour, palette.classes[2]);
  assert.equal(drawn[0].drawnBy.named("arc").length, 0);
});

test("of all classes at once each has a manifold in its colour, sheets and curves alike", () => {
  for (const [shape, strokes] of /** @type {[number[], number][]} */ ([[[3, 4, 4, 2], 3], [[3, 1, 16, 2], 3], [[7, 7, 2], 1]])) {
    const ctx = recordingContext();
    const data = new Float32Array(shape.reduce((product, size) => product * size)).map((_, index) => Math.sin(index));
    manifold.draw(ctx, frameWith({ manifold: { data, shape } }), scale, manifold.prepare(lookWith(), scale));
    const colours = ctx.named("stroke").map((/** @type {any} */ { state }) => state.strokeStyle);
    assert.equal(colours.length, strokes);
    assert.deepEqual(colours, strokes === 3 ? palette.classes.slice(0, 3) : [palette.g]);
  }
});

test("a line leads from each real sample to its reconstruction, and none without", () => {
  const ctx = recordingContext();
  const brush = reconstruction.prepare(lookWith(), scale);
  const real = Float32Array.from([0, 0, 0.5, 0.5]);
  reconstruction.draw(ctx, frameWith({ real, reconstruction: Float32Array.from([0.5, 0, 0.5, 0]) }), scale, brush);
  assert.deepEqual(ctx.named("lineTo").map((/** @type {any} */ { args }) => args), [[450, 300], [450, 300]]);
  const none = recordingContext();
  reconstruction.draw(none, frameWith({ real, reconstruction: new Float32Array(2) }), scale, brush); // of another batch
  assert.deepEqual(none.calls, []);
});

test("what only some models have is offered, and drawn in the graph, for these alone", () => {
  const session = (/** @type {object} */ more) => /** @type {any} */ ({ classes: 0, encoder: null, ...more });
  const chips = (/** @type {object} */ more) => chipsOf(LAYOUTS.overview, session(more)).map(([id]) => id);
  assert.equal(layersOf(session({})).includes(reconstruction), false);
  assert.equal(layersOf(session({ encoder: [2, 8, 2] })).length, LAYERS.length);
  assert.deepEqual(chips({}), []);
  assert.deepEqual(chips({ classes: 8 }), ["label_generator", "beside_discriminator"]);
  assert.deepEqual(chips({ encoder: [2, 8, 2] }), []);
  const layout = LAYOUTS.overview;
  assert.equal(withChips(layout, []), layout);
  assert.ok("label_generator-generator" in withChips(layout, chipsOf(layout, session({ classes: 2 }))).edges);
});
