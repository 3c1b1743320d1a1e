// Models as files: what is asked of the server, what the reader is told, what is kept.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LARGEST_MODEL, openModel, saveModel } from "../src/models.js";
import { Store } from "../src/store.js";
import { container } from "./support/container.js";

/** @param {Response|Error} answer to every request */
function deskOf(answer) {
  /** @type {{path: string, init: RequestInit|undefined}[]} */
  const asked = [];
  /** @type {{name: string, contents: Blob}[]} */
  const kept = [];
  return {
    asked,
    kept,
    fetch: async (/** @type {string} */ path, /** @type {RequestInit|undefined} */ init) => {
      asked.push({ path, init });
      if (answer instanceof Error) throw answer;
      return answer;
    },
    keep: (/** @type {string} */ name, /** @type {Blob} */ contents) => void kept.push({ name, contents }),
  };
}

/** @returns {Store} in the session "abc" */
function storeOf() {
  const store = new Store();
  store.session.value = /** @type {any} */ ({ id: "abc", config: {} });
  return store;
}

/** @param {Record<string, string>} notes @param {string} [name] */
const fileOf = (notes, name = "mine.safetensors") => new File([container({ __metadata__: notes })], name);

const FILE = fileOf({ config: '{"scene": "plane"}' });

test("a saved model is named for its data and step", async () => {
  const document = container({
    __metadata__: { config: '{"data":{"id":"ring"}}', step: "250" },
    steps: { dtype: "I64", shape: [], data_offsets: [0, 8] },
  });
  const desk = deskOf(new Response(document));
  const store = storeOf();
  await saveModel(store, desk);
  assert.equal(desk.asked[0].path, "/api/sessions/abc/model");
  assert.equal(desk.kept[0].name, "ganlab-ring-step-250.safetensors");
  assert.deepEqual(await desk.kept[0].contents.arrayBuffer(), document);
  assert.equal(store.notice.value, null);
});

test("a model that cannot be saved is told", async () => {
  const store = storeOf();
  const desk = deskOf(Response.json({ error: { message: "There is no such session." } }, { status: 404 }));
  await saveModel(store, desk);
  assert.equal(desk.kept.length, 0);
  assert.match(store.notice.value?.message ?? "", /^There is no such session\. /);
  await saveModel(store, deskOf(new TypeError("Failed to fetch")));
  assert.match(store.notice.value?.message ?? "", /^The server cannot be reached\. /);
});

test("an opened model is sent as it is", async () => {
  const store = storeOf();
  const desk = deskOf(Response.json({ step: 1250 }));
  await openModel(store, FILE, desk);
  assert.deepEqual(desk.asked, [{ path: "/api/sessions/abc/model", init: { method: "PUT", body: FILE } }]);
  assert.equal(store.notice.value?.kind, "opened");
  assert.match(store.notice.value?.message ?? "", /^mine\.safetensors stands at step 1,250/);
});

test("a refusal says what is wrong, and that the run is as it was", async () => {
  const store = storeOf();
  const error = { field: "steps", expected: "a number from 0", got: "-5", message: "Must be a number from 0." };
  await openModel(store, FILE, deskOf(Response.json({ error }, { status: 422 })));
  assert.equal(store.notice.value?.message, "Its steps must be a number from 0. The run is as it was.");
  await openModel(store, FILE, deskOf(new TypeError("Failed to fetch")));
  assert.match(store.notice.value?.message ?? "", /cannot be reached/);
});

test("what is no model of this scene is not sent, and told why", async () => {
  const store = storeOf();
  const desk = deskOf(Response.json({ step: 0 }));
  const image = fileOf({ config: '{"scene": "image"}' });
  /** @type {[File, RegExp][]} */
  const wrong = [
    [new File(["short"], "cat.png"), /^cat\.png is no model that was saved here\. The run is as it was\.$/],
    [new File(["a picture of a cat, say"], "cat.png"), /^cat\.png is no model/],
    [fileOf({ other: "tool" }, "bert.safetensors"), /^bert\.safetensors is no model/],
    [fileOf({ architecture: "{}" }), /holds one network alone/],
    [image, /a model of images, for the panel Images/],
  ];
  for (const [file, said] of wrong) {
    await openModel(store, file, desk);
    assert.match(store.notice.value?.message ?? "", said);
  }
  assert.equal(desk.asked.length, 0);
  const images = new Store(undefined, "image");
  images.session.value = store.session.value;
  await openModel(images, image, desk);
  assert.equal(desk.asked.length, 1);
});

test("a model whose images are not here is opened when they are", async () => {
  const store = storeOf();
  const missing = { id: "mnist", params: {}, origin: "openml.org" };
  const error = { field: "data", expected: "images that are here", got: "mnist", message: "Must be images.", missing };
  await openModel(store, FILE, deskOf(Response.json({ error }, { status: 422 })));
  assert.deepEqual(store.supply.missing.value, missing);
  assert.match(store.notice.value?.message ?? "", /not on this server yet/);
  store.supply.use();
  assert.equal(store.supply.missing.value, null);
});

test("a network alone is named for its player", async () => {
  const desk = deskOf(new Response(container({ __metadata__: { run: '{"data":{"id":"own_pictures"}}', step: "7", player: "generator" } })));
  await saveModel(storeOf(), desk, "generator");
  assert.equal(desk.asked[0].path, "/api/sessions/abc/networks/generator");
  assert.equal(desk.kept[0].name, "ganlab-own-pictures-generator-step-7.safetensors");
});

test("a file that is too large is not sent", async () => {
  const store = storeOf();
  const desk = deskOf(Response.json({ step: 0 }));
  const large = /** @type {File} */ ({ name: "large", size: LARGEST_MODEL + 1 });
  await openModel(store, large, desk);
  assert.equal(desk.asked.length, 0);
  assert.match(store.notice.value?.message ?? "", /at most 64 MiB/);
});
