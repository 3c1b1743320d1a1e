// The past of the generated images: what is kept, what is dropped, how one looks back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "../src/store.js";
import { HandClock } from "./support/clock.js";

const SIDE = 28;

function opened() {
  const clock = new HandClock();
  const store = new Store(clock, "image");
  store.session.value = /** @type {any} */ ({ status: "playing", config: {}, classes: 0 });
  const { timeline } = store.gallery;
  const data = new Uint8Array(64 * SIDE * SIDE);
  /** One buffer for all frames, as if the browser used it again. @param {number} step @param {number[]} [labels] @param {number} [channels] */
  const frame = (step, labels, channels = 1) => {
    const images = { data: channels === 1 ? data : new Uint8Array(data.length * channels), shape: [64, SIDE, SIDE, channels] };
    images.data.fill(step % 256);
    store.gallery.take(/** @type {any} */ ({ step, arrays: { fakeImages: images, dFake: new Float32Array(64).fill(step / 1e4), fakeLabels: labels } }));
  };
  const steps = () => timeline.moments.value.map(({ step }) => step);
  return { clock, store, timeline, frame, steps };
}

test("moments are kept as they were, in the order of their steps, one for each", () => {
  const { timeline, frame, steps } = opened();
  for (const step of [0, 3, 3, 9]) frame(step);
  assert.deepEqual(steps(), [0, 3, 9]);
  assert.deepEqual(timeline.moments.value.map(({ images }) => images.data[5]), [0, 3, 9]);
});

test("however long it plays, there are some hundred moments at most, evenly over all of the run", () => {
  const { timeline, frame, steps } = opened();
  for (let step = 0; step <= 20_000; step += 7) frame(step);
  const kept = steps();
  assert.ok(kept.length <= 120 && kept.length > 60, String(kept.length));
  assert.deepEqual([kept[0], kept.at(-1)], [0, 20_000 - (20_000 % 7)]);
  const gaps = kept.slice(1).map((step, at) => step - kept[at]);
  assert.ok(Math.max(...gaps) <= 4 * (20_000 / kept.length), String(Math.max(...gaps)));
  assert.ok(timeline.kept.reduce((sum, { images }) => sum + images.data.byteLength, 0) <= 24 << 20);
});

test("of large images fewer are kept", () => {
  const { timeline, frame } = opened();
  for (let step = 0; step < 300; step += 1) frame(step, undefined, 8);
  assert.ok(timeline.kept.length < 70);
  assert.ok(timeline.kept.reduce((sum, { images }) => sum + images.data.byteLength, 0) <= 24 << 20);
});

test("a step back takes what came after it out of the past; a reset all of it", () => {
  const { store, timeline, frame, steps } = opened();
  for (const step of [0, 10, 20, 30]) frame(step);
  timeline.goToPlace(2);
  frame(10);
  assert.deepEqual(steps(), [0, 10]);
  assert.equal(timeline.past.value, null); // which is no more
  frame(0);
  assert.deepEqual(steps(), [0]);
  frame(5);
  store.gallery.forget();
  assert.deepEqual(steps(), []);
});

test("each class has its past, and comes back to it", () => {
  const { store, timeline, frame, steps } = opened();
  store.session.value = /** @type {any} */ ({ status: "playing", config: {}, classes: 10 });
  const mixed = Array.from({ length: 64 }, (_, at) => at % 10);
  frame(0, mixed);
  frame(4, mixed);
  timeline.goToPlace(0);
  store.label.value = 3;
  assert.deepEqual([steps(), timeline.past.value], [[], null]);
  frame(4, mixed.fill(3)); // of this class from now on
  frame(8, mixed);
  assert.deepEqual(steps(), [4, 8]);
  store.label.value = null;
  assert.deepEqual(steps(), [0, 4]);
});

test("a moment is looked at until one goes on; images come and go meanwhile", () => {
  const { store, timeline, frame } = opened();
  for (const step of [0, 10, 20]) frame(step);
  assert.equal(timeline.place, 2);
  timeline.goToPlace(1);
  assert.equal(store.gallery.seen("fake").images?.data[0], 10);
  frame(30);
  assert.equal(store.gallery.seen("fake").images?.data[0], 10);
  assert.equal(timeline.place, 1);
  timeline.goToPlace(3);
  assert.equal(timeline.past.value, null);
  assert.equal(store.gallery.seen("fake").images?.data[0], 30);
});

test("the past plays from its beginning to now, and stops where one says", () => {
  const { clock, timeline, frame } = opened();
  timeline.toggle();
  assert.equal(timeline.playing.value, false); // there is nothing to play
  for (let step = 0; step < 50; step += 1) frame(step);
  timeline.toggle();
  assert.equal(timeline.place, 0);
  clock.advance(200);
  assert.equal(timeline.place, 1);
  timeline.toggle();
  timeline.toggle(); // goes on from there, once
  clock.advance(200);
  assert.equal(timeline.place, 2);
  for (let turn = 0; turn < 60; turn += 1) clock.advance(200);
  assert.deepEqual([timeline.past.value, timeline.playing.value], [null, false]);
});
