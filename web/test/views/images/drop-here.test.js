// Files that are dropped on the panel of images go where they belong.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "../../../src/store.js";
import { takeDropped } from "../../../src/views/images/drop-here.js";

/** @param {string[]} names @returns {string[]} what became of files with these names */
function become(names) {
  const store = new Store(undefined, "image");
  /** @type {string[]} */
  const said = [];
  store.openModel = async (file) => void said.push(`opened ${file.name}`);
  store.supply.upload.take = async (files) => void said.push(`data ${[...files].map(({ name }) => name).join()}`);
  void takeDropped(store, names.map((name) => new File(["x"], name)));
  const { message } = store.notice.value ?? { message: null };
  return message === null ? said : [...said, message];
}

test("a model is opened, pictures and numbers become data", () => {
  assert.deepEqual(become(["run.safetensors"]), ["opened run.safetensors"]);
  assert.deepEqual(become(["a.png", "b.JPEG"]), ["data a.png,b.JPEG"]);
  for (const name of ["x.npz", "train-images-idx3-ubyte.gz", "images-idx3-ubyte", "labels.idx1-ubyte", "x.idx"]) {
    assert.deepEqual(become([name]), [`data ${name}`]);
  }
});

test("what is neither is refused by whoever reads it; several models are one too many", () => {
  assert.deepEqual(become(["notes.txt"]), ["opened notes.txt"]); // which says that it is no model
  assert.deepEqual(become(["a.png", "notes.txt"]), ["data a.png,notes.txt"]);
  assert.deepEqual(become(["a.safetensors", "b.safetensors"]), ["One model at a time can be opened. The run is as it was."]);
});
