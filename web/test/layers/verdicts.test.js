// Samples in the colour of their verdict.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeVerdicts, realVerdicts, verdictColours, verdictLevel } from "../../src/layers/verdicts.js";
import { PlaneScale } from "../../src/lib/scale.js";
import { recordingContext } from "../support/canvas.js";
import { frameWith, lookWith, palette } from "../support/scene.js";

const look = lookWith({ palette: { ...palette, real: "#008000", fake: "#800080" } });
const scale = new PlaneScale([-1, 1, -1, 1], 54, 1);

test("sure verdicts have the whole colour, undecided ones about half of it", () => {
  const colours = verdictColours(look);
  assert.deepEqual([colours[0], colours.at(-1)], ["#800080", "#008000"]);
  assert.deepEqual([colours[2], colours[3]], ["#b973b9", "#73b973"]);
});

test("levels are equal parts of 0 to 1; what is no number is the least", () => {
  assert.deepEqual([0, 0.16, 0.17, 0.5, 1].map((d) => verdictLevel(d, 6)), [0, 0, 1, 3, 5]);
  assert.equal(verdictLevel(NaN, 6), 0);
});

for (const [painter, kind, verdicts] of /** @type {const} */ ([
  [realVerdicts, "real", "dReal"],
  [fakeVerdicts, "fake", "dFake"],
])) {
  test(`each ${kind} sample takes the colour of its own verdict`, () => {
    const ctx = recordingContext(54);
    const levels = painter.prepare(look, scale);
    const arrays = { [kind]: Float32Array.of(0, 0, 0.5, 0.5), [verdicts]: Float32Array.of(0.02, 0.98) };
    painter.draw(ctx, frameWith(arrays), scale, levels);
    const [first, second] = ctx.named("drawImage");
    assert.ok(levels[0].sprites.includes(first.args[0]));
    assert.ok(levels[5].sprites.includes(second.args[0]));
  });
}

test("in a miniature a dot has no halo, and not every sample has a dot", () => {
  const ctx = recordingContext(54);
  const levels = realVerdicts.prepare(look, scale);
  assert.equal(levels[0].sprites[0].drawnBy.named("fill").length, 1);
  realVerdicts.draw(
    ctx,
    frameWith({ real: new Float32Array(900), dReal: new Float32Array(450) }),
    scale,
    levels,
  );
  assert.equal(ctx.named("drawImage").length, 220);
});
