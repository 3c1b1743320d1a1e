// The batch of a phase among images.
import assert from "node:assert/strict";
import { test } from "node:test";
import { batchOf, gradientImages } from "../../src/lib/phase-images.js";
import { Store } from "../../src/store.js";
import { captionOf } from "../../src/views/slow/phase-caption.js";

const grid = (/** @type {number} */ value) => ({ data: new Uint8Array(2).fill(value), shape: [2, 1, 1, 1] });

/** @param {Record<string, any>} what @returns {any} */
const phase = (what) => ({ player: "discriminator", name: "samples", index: 1, turn: 1, turns: 1, last: false, fakeImages: grid(1), realImages: grid(2), ...what });

test("a turn's own images are shown, with verdicts once there are some", () => {
  assert.deepEqual(batchOf(phase({}), 0)?.real, { images: grid(2), verdicts: null, labels: null });
  const judged = batchOf(phase({ name: "predictions", dReal: Float32Array.of(2, 2), dFake: Float32Array.of(1, 3) }), 2);
  assert.deepEqual(judged?.real?.verdicts, Float32Array.of(0.5, 0.5));
  assert.ok((judged?.fake?.verdicts?.[0] ?? 1) < 0.5);
  assert.equal(batchOf(phase({ player: "generator", realImages: undefined }), 0)?.real, null);
});

test("what an update changed is seen at the usual images, as is a frame without a phase", () => {
  assert.equal(batchOf(phase({ name: "update" }), 0), null);
  assert.equal(batchOf(null, 0), null);
});

test("pixels that should rise are bright, those that should fall dark, by the most of each image", () => {
  const gradients = { data: Float32Array.of(-2, 1, 0, 0, 0, 0, 4, 0), shape: [2, 2, 1, 2] };
  const { data, shape } = gradientImages(gradients);
  assert.deepEqual(shape, [2, 1, 2, 2]);
  assert.deepEqual([...data], [255, 128, 64, 128, 128, 0, 128, 128]);
});

test("captions speak of images there, and of what is in this batch", () => {
  const store = new Store(undefined, "image");
  store.session.value = /** @type {any} */ ({ status: "paused", config: {} });
  store.graphMode.value = "slow";
  store.slow.phase.value = phase({ noise: Float32Array.of(0, 0) });
  assert.match(captionOf(store).title, /makes 2 images out of noise/);
  store.slow.phase.value = phase({ player: "generator", name: "gradients", gradientNorm: 1.5 });
  assert.match(captionOf(store).text, /length 1\.50/);
});

test("the grids show the batch in slow motion alone, in its own order", () => {
  const store = new Store(undefined, "image");
  const frame = /** @type {any} */ ({
    step: 3, phase: phase({ name: "predictions", dReal: Float32Array.of(0, 0), dFake: Float32Array.of(0, 0) }), request: null, metrics: null,
    instruments: null, inspection: null, dLoss: null, gLoss: null, arrays: { fakeImages: grid(9), dFake: Float32Array.of(0.1, 0.9) },
  });
  store.gallery.order.value = "most";
  store.pushFrame(frame);
  assert.equal(store.gallery.fake.value.images?.data[0], 9);
  assert.deepEqual(store.gallery.shown("fake"), [1, 0]);
  store.graphMode.value = "slow";
  store.pushFrame(frame);
  assert.equal(store.gallery.fake.value.images?.data[0], 1);
  assert.deepEqual(store.gallery.shown("fake"), [0, 1]);
  store.graphMode.value = "overview";
  assert.equal(store.gallery.fake.value.images?.data[0], 9);
});
