// Images on their way: what is made goes on by itself, what is fetched waits for a word, and both can be left.
import assert from "node:assert/strict";
import { test } from "node:test";
import { command } from "../src/protocol.js";
import { Store } from "../src/store.js";

const SHAPES = { id: "shapes", params: { size: "28" } };
const MNIST = { id: "mnist", params: {}, origin: "openml.org", by_hand: "put the files there" };
const CHANGE = command.configure({ data: { id: "shapes" } });

/** @param {Record<string, any>[]} answers of the server, in turn; the last one stays */
function setUp(...answers) {
  const store = new Store();
  /** @type {any[]} */
  const sent = [];
  store.send = (message) => sent.push(message);
  /** @type {[string, string][]} */
  const asked = [];
  /** @type {(() => any)[]} */
  const timers = [];
  store.supply.line = {
    fetch: async (path, init) => {
      asked.push([init?.method ?? "GET", path]);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer === null) throw new TypeError("no line");
      return new Response(JSON.stringify(answer), { status: answer?.error && !answer.job ? 422 : 200 });
    },
    setTimer: (run) => timers.push(run),
  };
  /** @param {import("../src/protocol.js").Missing} missing */
  const refuse = (missing) => {
    store.submit("dataset-shapes", CHANGE);
    store.pushError({ type: "error", field: "data", message: "Must be here.", request: sent.length, missing });
  };
  return { store, sent, asked, timers, refuse, supply: store.supply };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test("what can be made is asked for at once, and then the change is made again", async () => {
  const working = { job: "j1", status: "working", share: 0.5, words: "Drawing" };
  const { sent, asked, timers, refuse, supply, store } = setUp(working, { ...working, status: "done", share: 1 });
  refuse(SHAPES);
  assert.deepEqual(store.errors.value, {});
  await settled();
  assert.equal(supply.job.value?.share, 0.5);
  timers.shift()?.();
  await settled();
  assert.deepEqual(asked, [["POST", "/api/data"], ["GET", "/api/data/j1"]]);
  assert.equal(supply.missing.value, null);
  assert.deepEqual(sent, [CHANGE, CHANGE]);
});

test("what others made is offered, and used when one says so", async () => {
  const { sent, asked, refuse, supply } = setUp({ job: "j1", status: "done", share: 1, words: "" });
  refuse(MNIST);
  await settled();
  assert.deepEqual(asked, []);
  supply.begin();
  await settled();
  assert.equal(supply.job.value?.status, "done");
  assert.equal(sent.length, 1);
  supply.use();
  assert.deepEqual(sent, [CHANGE, CHANGE]);
});

test("who waits no more calls it off, and hears nothing of it", async () => {
  const { asked, timers, refuse, supply } = setUp({ job: "j1", status: "working", share: 0, words: "" });
  refuse(SHAPES);
  await settled();
  supply.dismiss();
  assert.deepEqual(asked.at(-1), ["DELETE", "/api/data/j1"]);
  timers.shift()?.();
  await settled();
  assert.equal(supply.missing.value, null);
  assert.equal(supply.job.value, null);
});

test("a refusal is told, and a server that does not answer is asked again", async () => {
  const error = { field: "data", got: "'No route'", message: "Must be there." };
  const { timers, refuse, supply } = setUp(/** @type {any} */ (null), { job: "j1", status: "failed", share: 0, words: "", error });
  refuse(SHAPES);
  await settled();
  assert.equal(supply.job.value?.status, "waiting");
  timers.shift()?.();
  await settled();
  assert.equal(supply.job.value?.status, "failed");
  assert.equal(supply.job.value?.error?.message, "No route");
});

test("files are sent behind a head that says where each ends", async () => {
  const statistics = { examples: 2, shape: [1, 28, 28], names: [], counts: [], held_out: 1 };
  const networks = { generator: { id: "stack" } };
  const { supply, store, sent } = setUp({ id: "upload", params: { key: "ab" }, statistics, networks });
  /** @type {Blob[]} */
  const bodies = [];
  const { fetch } = supply.line;
  supply.line.fetch = (path, init) => {
    bodies.push(/** @type {Blob} */ (init?.body));
    return fetch(path, init);
  };
  await supply.upload.take([new File(["one"], "1.png", { type: "image/png" }), new File(["three"], "3.png")]);
  const bytes = await bodies[0].arrayBuffer();
  const length = Number(new DataView(bytes).getBigUint64(0, true));
  const text = new TextDecoder().decode(bytes.slice(8));
  assert.deepEqual(JSON.parse(text.slice(0, length)), { files: [3, 5], size: 28, colour: false });
  assert.equal(text.slice(length), "onethree");
  supply.upload.use();
  assert.deepEqual(sent, [command.configure({ data: { id: "upload", params: { key: "ab" } }, ...networks })]);
  assert.equal(store.supply.upload.open.value, false);
});

test("a refusal names the file, and what is too much is not sent", async () => {
  const { supply, asked } = setUp({ error: { field: "pictures.1", message: "Must be a PNG or JPEG picture." } });
  const { upload } = supply;
  await upload.take([new File(["a"], "a.png"), new File(["b"], "b.png")]);
  assert.equal(upload.problem.value, "b.png: Must be a PNG or JPEG picture.");
  await upload.take([new File([new Uint8Array(11 * 2 ** 20)], "big.npz")]);
  assert.match(upload.problem.value ?? "", /10 MiB/);
  assert.equal(asked.length, 1);
});

test("a refusal says what was found, where that is a number", async () => {
  const message = "Must be as many labels as pictures, 30.";
  const { supply } = setUp(
    { error: { field: "labels", message, got: "29" } },
    { error: { field: "images", message: "Must be 1,920 bytes of numbers.", got: "'1,911'" } },
    { error: { field: "images", message: "Must be whole.", got: "'cut off at 3'" } },
  );
  const { upload } = supply;
  await upload.take([new File(["a"], "a"), new File(["b"], "b")]);
  assert.equal(upload.problem.value, `Labels: ${message} Found: 29.`);
  await upload.take([new File(["a"], "a")]);
  assert.equal(upload.problem.value, "a: Must be 1,920 bytes of numbers. Found: 1,911.");
  await upload.take([new File(["a"], "a")]);
  assert.equal(upload.problem.value, "a: Must be whole.");
});
