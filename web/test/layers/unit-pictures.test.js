// Tables of units: as large as they fit, each picture the right way up and in its place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { UnitPainter, tableFor, tableHeight, unitRamp } from "../../src/layers/unit-pictures.js";
import { createCanvas, recordingContext } from "../support/canvas.js";
import { palette } from "../support/scene.js";

const hex = { ...palette, text2: "#101010", d: "#0000ff", g: "#ff00ff" };

test("every count of units fits the room, none is larger than it need be", () => {
  for (let count = 1; count <= 64; count += 1) {
    const table = tableFor(count, 478, 120);
    assert.ok(table.columns * table.rows >= count);
    assert.ok(table.columns * (table.cell + 3) - 3 <= 478, `${count} units are too wide`);
    assert.ok(tableHeight(table) <= 120, `${count} units are too high`);
    assert.ok(table.cell >= 20 && table.cell <= 56);
  }
});

test("an output of 0 has the background's colour, the largest the player's", () => {
  const ramp = unitRamp(hex, "discriminator");
  assert.deepEqual([ramp[0], ramp[2], ramp[4]], ["#101010", "#ffffff", "#0000ff"]);
  assert.equal(unitRamp(hex, "generator")[4], "#ff00ff");
});

test("units stand side by side, row 0 at the lower edge", () => {
  const ctx = recordingContext();
  const painter = new UnitPainter(createCanvas);
  const data = Uint8Array.of(0, 0, 255, 255, 255, 255, 255, 255); // the first is low below and high above
  painter.draw(ctx, { data, shape: [2, 2, 2] }, { columns: 2, rows: 1, cell: 40 }, hex, "generator");
  const [first, second] = ctx.named("drawImage").map(({ args }) => args.slice(1));
  assert.deepEqual(first, [0, 0, 2, 2, 0, 0, 40, 40]);
  assert.deepEqual(second, [0, 2, 2, 2, 43, 0, 40, 40]);
  const [high, low] = [painter.colours[255], painter.colours[0]];
  assert.deepEqual([...painter.pixels.slice(0, 4)], [high, high, low, low]);
});

test("strips of noise along a line fill their squares", () => {
  const ctx = recordingContext();
  const data = new Uint8Array(3 * 24);
  new UnitPainter(createCanvas).draw(ctx, { data, shape: [3, 1, 24] }, { columns: 2, rows: 2, cell: 20 }, hex, "generator");
  assert.deepEqual(ctx.named("drawImage")[2].args.slice(1), [0, 2, 24, 1, 0, 23, 20, 20]);
});
