// Images side by side, and what turns to another data set.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf } from "../../../src/panels.js";
import { Store } from "../../../src/store.js";
import { turnToImages } from "../../../src/controls/model.js";
import { placeAfter } from "../../../src/views/images/picture-grid.js";

test("arrow keys go from image to image in rows, and no further", () => {
  assert.equal(placeAfter("ArrowRight", 0, 64, 4), 1);
  assert.equal(placeAfter("ArrowLeft", 0, 64, 4), null);
  assert.equal(placeAfter("ArrowDown", 2, 64, 4), 6);
  assert.equal(placeAfter("ArrowUp", 2, 64, 4), null);
  assert.equal(placeAfter("End", 2, 64, 4), 63);
  assert.equal(placeAfter("Enter", 2, 64, 4), null);
});

test("networks go with the data only where images have another shape", () => {
  const store = new Store(undefined, "image");
  store.session.value = /** @type {any} */ ({ config: { data: { id: "digits" } }, images: { shape: [1, 16, 16] } });
  const networks = /** @type {any} */ ({ generator: { id: "stack" }, discriminator: { id: "stack" } });
  const entry = (/** @type {number[]} */ shape) => ({ id: "other", label: "", help: "", params: [], shape, networks });
  assert.deepEqual(turnToImages(store, entry([1, 16, 16])), { data: { id: "other" } });
  assert.deepEqual(turnToImages(store, entry([3, 28, 28])), { data: { id: "other" }, ...networks });
});

test("panels of the other page are links, which find its run again", () => {
  const store = new Store(undefined, "image");
  const remembered = () => ({ id: "a", config: {}, address: "config=x" });
  assert.equal(addressOf(store, "images", remembered), null);
  assert.equal(addressOf(store, "lab", remembered), "./");
  assert.equal(addressOf(store, "learn", remembered), "./#config=x&panel=learn");
  assert.equal(addressOf(store, "learn", () => null), "./#panel=learn");
  assert.equal(addressOf(new Store(), "images", remembered), "images");
});
