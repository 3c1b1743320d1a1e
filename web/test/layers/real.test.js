// Real samples: dot by dot when they are new, then all at once for as long as they stay.
import assert from "node:assert/strict";
import { test } from "node:test";
import { real } from "../../src/layers/real.js";
import { PlaneScale } from "../../src/lib/scale.js";
import { recordingContext } from "../support/canvas.js";
import { frameWith, lookWith } from "../support/scene.js";

const scale = new PlaneScale([-1, 1, -1, 1], 600, 1);
const three = () => Float32Array.of(0, 0, 0.5, 0.5, -0.5, 0.5);

/** @param {any} brush @param {Float32Array} points */
function drawn(brush, points) {
  const ctx = recordingContext();
  real.draw(ctx, frameWith({ real: points }), scale, brush);
  return ctx.named("drawImage");
}

test("new samples are drawn one by one, the same ones again as one picture", () => {
  const brush = real.prepare(lookWith(), scale);
  assert.equal(drawn(brush, three()).length, 3);
  const again = drawn(brush, three());
  assert.deepEqual(again.map(({ args }) => args.slice(1)), [[0, 0]]);
  assert.equal(again[0].args[0].drawnBy.named("drawImage").length, 3);
  assert.equal(drawn(brush, three())[0].args[0], again[0].args[0]); // made once
});

test("other samples are not drawn from an old picture", () => {
  const brush = real.prepare(lookWith(), scale);
  drawn(brush, three());
  drawn(brush, three());
  const moved = three();
  moved[0] = 0.25;
  assert.equal(drawn(brush, moved).length, 3);
  const again = drawn(brush, moved);
  assert.equal(again[0].args[0].drawnBy.named("drawImage").length, 3);
});
