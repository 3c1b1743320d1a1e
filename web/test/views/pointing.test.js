// Choosing samples by pointer and by keyboard.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { signal } from "../../vendor/signals.js";
import { PlaneScale } from "../../src/lib/scale.js";
import { Store } from "../../src/store.js";
import { Pointing } from "../../src/views/pointing.js";
import { frameWith } from "../support/scene.js";

/** @type {Store} */
let store;
/** @type {import("../../vendor/signals.js").Signal<import("../../src/lib/samples.js").Sample|null>} */
let hover;
/** @type {Pointing} */
let pointing;

beforeEach(() => {
  store = new Store();
  store.frame.value = frameWith({ real: Float32Array.of(0.5, 0), fake: Float32Array.of(0, 0) });
  hover = signal(null);
  pointing = new Pointing(store, hover, () => new PlaneScale([-1, 1, -1, 1], 200, 1));
});

/** @param {string} pointerType @param {number} offsetX @returns {any} */
const pointer = (pointerType, offsetX) => ({ pointerType, offsetX, offsetY: 100 });

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

test("a hidden layer's samples are not found", () => {
  store.toggleLayer("real");
  pointing.onPointerMove(pointer("mouse", 150));
  assert.equal(hover.value, null);
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
