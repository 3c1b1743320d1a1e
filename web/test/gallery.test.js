// The images that the page shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { classesToShow } from "../src/gallery.js";
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

test("fakes of a model with labels stand in columns while none are sorted, left out or of one class", () => {
  const store = new Store(undefined, "image");
  store.session.value = /** @type {any} */ ({ classes: 2, images: { names: ["a", "b"] }, config: { model: { id: "conditional" } } });
  assert.equal(store.gallery.columns, 2); // before there are any, so that nothing moves when they come
  take(store, { fakeImages: grid(1), fakeLabels: [0, 1, 0, 1] });
  assert.equal(store.gallery.columns, 2);
  store.gallery.order.value = "most";
  assert.equal(store.gallery.columns, 0);
  store.gallery.order.value = "none";
  take(store, { fakeImages: grid(1), fakeLabels: [1, 1, 0, 1] });
  assert.equal(store.gallery.columns, 0);
});

test("real images can be looked at by class where they have classes, but for pairs", () => {
  const models = [{ id: "gan" }, { id: "pix2pix", paired: true }];
  const catalog = /** @type {any} */ ({ fields: [{ name: "model", registry: "image_models" }], registries: { image_models: models } });
  const session = (/** @type {string} */ id, /** @type {object} */ more) => /** @type {any} */ ({ config: { model: { id } }, ...more });
  const images = { names: ["a", "b", "c"] };
  assert.equal(classesToShow(session("gan", { images }), catalog), 3);
  assert.equal(classesToShow(session("pix2pix", { images }), catalog), 0);
  assert.equal(classesToShow(session("conditional", { classes: 4 }), catalog), 4); // of the plane
  assert.equal(classesToShow(null, null), 0);
});

test("what belongs to an image stands beside it, and goes with another run", () => {
  const store = new Store(undefined, "image");
  const ids = () => ["real", "fake"].map((kind) => store.gallery.parts(/** @type {any} */ (kind)).map(({ id }) => id).join(" "));
  take(store, { realImages: grid(7), dReal: [0.2, 0.8], fakeImages: grid(3), rebuiltImages: grid(6) });
  assert.deepEqual(ids(), ["real rebuilt", "fake"]);
  store.gallery.forget();
  take(store, { realImages: grid(7), dReal: [0.2, 0.8], fakeImages: grid(3), inputImages: grid(5) });
  take(store, { dReal: [0.3, 0.7], fakeImages: grid(4) });
  assert.deepEqual(ids(), ["input real", "input fake target"]);
  assert.deepEqual(store.gallery.parts("fake").map(({ images }) => images?.data[0]), [5, 4, 7]);
});
