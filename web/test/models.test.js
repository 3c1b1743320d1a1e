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

const FILE = new File(["weights"], "mine.safetensors");

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

test("a file that is too large is not sent", async () => {
  const store = storeOf();
  const desk = deskOf(Response.json({ step: 0 }));
  const large = /** @type {File} */ ({ name: "large", size: LARGEST_MODEL + 1 });
  await openModel(store, large, desk);
  assert.equal(desk.asked.length, 0);
  assert.match(store.notice.value?.message ?? "", /at most 64 MiB/);
});
