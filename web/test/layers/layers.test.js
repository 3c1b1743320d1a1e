// The registry of layers: what every layer must say of itself, and that none needs a whole frame.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DRAWING_ORDER, LAYERS, initialLayers, isShown } from "../../src/layers/index.js";
import { PlaneScale } from "../../src/lib/scale.js";
import { recordingContext } from "../support/canvas.js";
import { frameWith, lookWith } from "../support/scene.js";

const scale = new PlaneScale([-1, 1, -1, 1], 600, 2);

test("the picture is built from the heatmap upwards, fakes on top", () => {
  const order = DRAWING_ORDER.map(({ id }) => id);
  assert.deepEqual(order, ["heatmap", "density", "manifold", "real", "gradients", "reconstruction", "fake"]);
});

test("ids are unique; manifold and density are hidden at first", () => {
  assert.equal(new Set(LAYERS.map(({ id }) => id)).size, LAYERS.length);
  const hidden = Object.entries(initialLayers()).filter(([, shown]) => !shown);
  assert.deepEqual(hidden, [["manifold", false], ["density", false]]);
});

test("a layer that a record does not know is as at first", () => {
  const [layer] = LAYERS;
  assert.equal(isShown({}, layer), layer.shown);
  assert.equal(isShown({ [layer.id]: !layer.shown }, layer), !layer.shown);
});

for (const layer of LAYERS) {
  test(`${layer.id} explains itself in one sentence, with a swatch`, () => {
    assert.match(layer.help, /^[a-z].*\.$/);
    assert.match(layer.colour, /^--/);
    for (const colourBlind of [false, true]) {
      const paths = layer.swatch(colourBlind);
      assert.ok(paths.length > 0 && paths.every(({ fill, stroke }) => fill ?? stroke));
    }
  });

  test(`${layer.id} draws nothing when the frame does not hold its arrays`, () => {
    const ctx = recordingContext();
    layer.draw(ctx, frameWith({}), scale, layer.prepare(lookWith(), scale));
    assert.deepEqual(ctx.calls, []);
  });
}
