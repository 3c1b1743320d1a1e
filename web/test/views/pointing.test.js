// Choosing samples by pointer and by keyboard.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { signal } from "../../vendor/signals.js";
import { PlaneScale } from "../../src/lib/scale.js";
import { Pointing } from "../../src/views/pointing.js";

/** @type {import("../../src/lib/samples.js").SamplesByKind} */
let samples;
/** @type {import("../../vendor/signals.js").Signal<import("../../src/lib/samples.js").Sample|null>} */
let hover;
/** @type {Pointing} */
let pointing;

beforeEach(() => {
  samples = { real: Float32Array.of(0.5, 0), fake: Float32Array.of(0, 0) };
  hover = signal(null);
  pointing = new Pointing(hover, () => new PlaneScale([-1, 1, -1, 1], 200, 1), () => samples);
});

/** A picture at (10, 20) on the screen. @param {number} width @returns {any} */
const pictureOf = (width) => ({ getBoundingClientRect: () => ({ left: 10, top: 20, width }) });

/** @param {string} pointerType @param {number} x across the picture @param {number} [width] of it @returns {any} */
const pointer = (pointerType, x, width = 200) => ({
  pointerType,
  clientX: 10 + x,
  clientY: 20 + width / 2,
  currentTarget: pictureOf(width),
});

/** @param {string} key @returns {any} */
const press = (key) => ({ key, prevented: false, preventDefault() { this.prevented = true; } });

test("the mouse chooses what lies under it and lets go elsewhere", () => {
  pointing.onPointerMove(pointer("mouse", 148));
  assert.deepEqual(hover.value, { kind: "real", index: 0 });
  pointing.onPointerMove(pointer("mouse", 125));
  assert.equal(hover.value, null);
});

test("a finger chooses by tapping, may miss by more, and keeps its choice when lifted", () => {
  pointing.onPointerMove(pointer("touch", 100));
  assert.equal(hover.value, null);
  pointing.onPointerDown(pointer("touch", 124));
  pointing.onPointerLeave(pointer("touch", 124));
  assert.deepEqual(hover.value, { kind: "fake", index: 0 });
});

test("samples out of sight are not found", () => {
  samples = { fake: samples.fake };
  pointing.onPointerMove(pointer("mouse", 150));
  assert.equal(hover.value, null);
});

test("in a picture that is zoomed, the place on the screen counts", () => {
  pointing.onPointerMove(pointer("mouse", 300, 400));
  assert.deepEqual(hover.value, { kind: "real", index: 0 });
});

test("the first arrow key chooses the sample nearest the middle, the next ones go on from it", () => {
  const first = press("ArrowRight");
  pointing.onKeyDown(first);
  assert.ok(first.prevented);
  assert.deepEqual(hover.value, { kind: "fake", index: 0 });
  pointing.onKeyDown(press("ArrowRight"));
  assert.deepEqual(hover.value, { kind: "real", index: 0 });
  pointing.onKeyDown(press("Escape"));
  assert.equal(hover.value, null);
});

test("other keys are left to the page", () => {
  const space = press(" ");
  pointing.onKeyDown(space);
  assert.ok(!space.prevented);
  assert.equal(hover.value, null);
});
