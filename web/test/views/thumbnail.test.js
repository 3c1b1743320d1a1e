// Thumbnails: sharp on any screen, y up, within their margin.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawPreview } from "../../src/views/thumbnail.js";
import { recordingContext } from "../support/canvas.js";

test("the canvas has the device's pixels and the points lie within the margin, y up", () => {
  const ctx = recordingContext(40);
  drawPreview(ctx, [[0, 0], [1, 1]], "green", 2);
  assert.deepEqual([ctx.canvas.width, ctx.canvas.height], [80, 80]);
  assert.deepEqual(ctx.named("setTransform")[0].args, [2, 0, 0, 2, 0, 0]);
  assert.deepEqual(
    ctx.named("arc").map(({ args }) => args.slice(0, 2)),
    [[3, 37], [37, 3]],
  );
  assert.ok(ctx.named("fill").every(({ state }) => state.fillStyle === "green"));
});
