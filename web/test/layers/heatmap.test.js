// The heatmap: orientation, colours, and both ways of stretching it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { heatmap } from "../../src/layers/heatmap.js";
import { PlaneScale } from "../../src/lib/scale.js";
import { recordingContext } from "../support/canvas.js";
import { frameWith, lookWith } from "../support/scene.js";

const scale = new PlaneScale([-1, 1, -1, 1], 600, 2);

/** @param {"smooth"|"cells"} heatmapMode @param {number[][]} rows from y_min upwards */
function draw(heatmapMode, rows) {
  const ctx = recordingContext();
  const brush = heatmap.prepare(lookWith({ heatmapMode }), scale);
  const dGrid = { data: Uint8Array.from(rows.flat()), shape: [rows.length, rows.length] };
  heatmap.draw(ctx, frameWith({ dGrid }), scale, brush);
  return { ctx, brush };
}

test("the last row of the grid is the first of the picture", () => {
  const { brush } = draw("cells", [
    [0, 0],
    [0, 255],
  ]);
  const reds = [0, 1, 2, 3].map((pixel) => brush.buffers.image.data[4 * pixel]);
  assert.deepEqual(reds, [0, 255, 0, 0]);
});

test("cells are stretched as they are", () => {
  const { ctx, brush } = draw("cells", [[0]]);
  const [{ args, state }] = ctx.named("drawImage");
  assert.deepEqual(args, [brush.buffers.cells.canvas, 0, 0, 600, 600]);
  assert.equal(state.imageSmoothingEnabled, false);
});

test("the smooth picture goes from cells to four times as fine, to CSS pixels, to the screen", () => {
  const { ctx, brush } = draw("smooth", [
    [0, 0],
    [0, 0],
  ]);
  const { cells, fine } = brush.buffers;
  const [toFine] = fine.named("drawImage");
  assert.deepEqual(toFine.args, [cells.canvas, 0, 0, 8, 8]);
  assert.equal(toFine.state.imageSmoothingQuality, "high");
  const [toPage] = brush.page.named("drawImage");
  assert.deepEqual(toPage.args, [fine.canvas, 0, 0, 600, 600]);
  assert.deepEqual([toPage.state.imageSmoothingEnabled, toPage.state.imageSmoothingQuality], [true, "low"]);
  const [toScreen] = ctx.named("drawImage");
  assert.deepEqual(toScreen.args, [brush.page.canvas, 0, 0, 600, 600]);
  assert.equal(toScreen.state.imageSmoothingEnabled, false);
});

test("buffers are kept from frame to frame, and made anew for another grid", () => {
  const brush = heatmap.prepare(lookWith(), scale);
  const frameOf = (/** @type {number} */ side) =>
    frameWith({ dGrid: { data: new Uint8Array(side * side), shape: [side, side] } });
  heatmap.draw(recordingContext(), frameOf(2), scale, brush);
  const first = brush.buffers;
  heatmap.draw(recordingContext(), frameOf(2), scale, brush);
  assert.equal(brush.buffers, first);
  heatmap.draw(recordingContext(), frameOf(3), scale, brush);
  assert.notEqual(brush.buffers, first);
});
