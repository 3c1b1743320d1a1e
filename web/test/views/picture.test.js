// The drawing loop: the newest frame once per refresh, only when something changed.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { real } from "../../src/layers/real.js";
import { Picture } from "../../src/views/picture.js";
import { RecordingCanvas, createCanvas } from "../support/canvas.js";
import { frameWith, palette } from "../support/scene.js";

/** A screen that refreshes when told. */
class Screen {
  /** @type {Map<number, () => void>} */
  requests = new Map();
  next = 1;

  world = {
    createCanvas,
    requestFrame: (/** @type {() => void} */ draw) => {
      this.requests.set(this.next, draw);
      return this.next++;
    },
    cancelFrame: (/** @type {number} */ request) => void this.requests.delete(request),
  };

  refresh() {
    const due = [...this.requests.values()];
    this.requests.clear();
    for (const draw of due) draw();
  }
}

/** @type {Screen} */
let screen;
/** @type {any} */
let canvas;
/** @type {Picture} */
let picture;
/** @type {any[]} */
let hovers;

beforeEach(() => {
  screen = new Screen();
  canvas = new RecordingCanvas(0, 0);
  hovers = [];
  picture = new Picture(
    canvas,
    ({ arrays }) => arrays,
    (shape) => hovers.push(shape && { ...shape }),
    screen.world,
  );
  picture.set({ palette, extent: [-1, 1, -1, 1], painters: [real] });
  picture.resize(600, 1200);
  screen.refresh();
  canvas.context.calls.length = 0;
});

const oneReal = (/** @type {number} */ x) => frameWith({ real: Float32Array.of(x, 0) });

/** @returns {number} */
const drawings = () => canvas.context.named("fillRect").length;

test("of many frames between two refreshes the newest alone is drawn", () => {
  picture.set({ frame: oneReal(-0.5) });
  picture.set({ frame: oneReal(0) });
  picture.set({ frame: oneReal(0.5) });
  assert.equal(drawings(), 0);
  screen.refresh();
  assert.equal(drawings(), 1);
  const [copy, ...others] = canvas.context.named("drawImage");
  assert.equal(others.length, 0);
  assert.ok(copy.args[1] > 850, "the dot stands at x = 0.5, device pixel 900");
});

test("nothing new, nothing drawn", () => {
  screen.refresh();
  assert.equal(drawings(), 0);
  assert.equal(screen.requests.size, 0);
});

test("the canvas has the pixels of the device", () => {
  assert.deepEqual([canvas.width, canvas.height], [1200, 1200]);
  assert.equal(picture.ratio, 2);
});

test("a change of size draws at once and anew", () => {
  picture.set({ frame: oneReal(0) });
  screen.refresh();
  const before = picture.scale;
  picture.resize(300, 300);
  assert.equal(drawings(), 2);
  assert.notEqual(picture.scale, before);
  assert.equal(picture.scale?.side, 300);
});

test("what layers prepared is kept until the look changes", () => {
  picture.set({ frame: oneReal(0) });
  screen.refresh();
  const prepared = [...picture.prepared.values()];
  picture.set({ frame: oneReal(0.1) });
  screen.refresh();
  assert.deepEqual([...picture.prepared.values()], prepared);
  picture.set({ heatmapMode: "cells" });
  assert.equal(picture.prepared.size, 0);
});

test("what is not among its painters is not drawn", () => {
  picture.set({ frame: oneReal(0), painters: [] });
  screen.refresh();
  assert.equal(canvas.context.named("drawImage").length, 0);
});

test("each drawing says where the hovered sample is, and null without one", () => {
  picture.set({ frame: oneReal(0), hover: { kind: "real", index: 0 } });
  screen.refresh();
  picture.set({ hover: null });
  screen.refresh();
  const [shape, none] = hovers.slice(-2);
  assert.deepEqual([shape.x, shape.y], [300, 300]);
  assert.equal(none, null);
});

test("after its end it draws no more", () => {
  picture.set({ frame: oneReal(0) });
  picture.dispose();
  screen.refresh();
  assert.equal(drawings(), 0);
});
