// The images that the page shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "../src/store.js";
import { HandClock } from "./support/clock.js";

const grid = (/** @type {number} */ value) => ({ data: new Uint8Array(2).fill(value), shape: [2, 1, 1, 1] });

/** @param {Store} store @param {Record<string, any>} arrays */
const take = (store, arrays) => store.gallery.take(/** @type {any} */ ({ arrays }));

test("real images are kept while only verdicts come, until another run or class", () => {
  const store = new Store(undefined, "image");
  const { gallery } = store;
  assert.equal(gallery.wantsReal.value, true);
  take(store, { realImages: grid(7), dReal: [0.2, 0.8], realLabels: [3, 4] });
  assert.equal(gallery.wantsReal.value, false);
  take(store, { dReal: [0.3, 0.7], realLabels: [3, 4] });
  assert.deepEqual(gallery.real.value.images, grid(7));
  assert.deepEqual(gallery.real.value.verdicts, [0.3, 0.7]);
  store.label.value = 4;
  assert.equal(gallery.wantsReal.value, true);
  take(store, { realImages: grid(7), dReal: [0.2, 0.8], realLabels: [3, 4] }); // was on its way
  assert.equal(gallery.wantsReal.value, true);
  take(store, { realImages: grid(8), dReal: [0.2, 0.8], realLabels: [4, 4] });
  assert.deepEqual(gallery.real.value.images, grid(8));
});

test("while it trains images change places once a second, and at once when one asks", () => {
  const clock = new HandClock();
  const store = new Store(clock, "image");
  const { gallery } = store;
  store.session.value = /** @type {any} */ ({ status: "playing", config: {} });
  gallery.order.value = "most";
  take(store, { fakeImages: grid(1), dFake: [0.1, 0.9] });
  assert.deepEqual(gallery.shown("fake"), [1, 0]);
  take(store, { fakeImages: grid(1), dFake: [0.9, 0.1] });
  assert.deepEqual(gallery.shown("fake"), [1, 0]);
  gallery.order.value = "least";
  assert.deepEqual(gallery.shown("fake"), [1, 0]);
  gallery.order.value = "most";
  assert.deepEqual(gallery.shown("fake"), [0, 1]);
});
