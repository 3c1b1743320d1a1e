// Asking the server about a draft: what is asked when, whose answer counts, and what happens without one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CHECK_PATH, keepChecked } from "../src/layer-check.js";
import { TRAINED, drafting, layer, stateOf } from "./support/layers.js";

const ROWS = [{ id: "relu", label: "ReLU", input: [1, 28, 28], output: [1, 28, 28], weights: 0 }];

/** A draft with its line to a server that answers when it is told to. */
function setUp() {
  const { store, draft } = drafting();
  /** @type {{body: any, path: string, answer: (response: any) => void}[]} */
  const asked = [];
  /** @type {Map<number, () => void>} */
  const timers = new Map();
  let last = 0;
  const end = keepChecked(draft, {
    fetch: (path, init) =>
      new Promise((answer) => asked.push({ path, body: JSON.parse(/** @type {string} */ (init?.body)), answer })),
    setTimer: (run) => {
      timers.set(++last, run);
      return last;
    },
    clearTimer: (timer) => timers.delete(timer),
  });
  const pass = () => {
    const due = [...timers.values()];
    timers.clear();
    for (const run of due) run();
  };
  return { store, draft, asked, timers, pass, end };
}

const settled = () => new Promise((done) => setTimeout(done));
const said = (/** @type {object} */ body) => ({ ok: true, json: async () => body });

test("what is trained needs no question: the session says it all", () => {
  const { draft, asked, pass } = setUp();
  pass();
  assert.equal(asked.length, 0);
  assert.equal(draft.verdictOf("discriminator")?.problem, null);
  assert.equal(draft.verdictOf("discriminator")?.weights, 20);
});

test("of many edits in a row only the last is asked about, with what its network is built for", async () => {
  const { draft, asked, pass } = setUp();
  for (const _ of [1, 2, 3]) draft.insert("discriminator", "relu", 0);
  pass();
  assert.deepEqual(asked.map(({ path }) => path), [CHECK_PATH]);
  const relu = layer("relu");
  assert.deepEqual(asked[0].body, { inputs: [1, 28, 28], labels: 0, outputs: [1], layers: [relu, relu, relu, ...TRAINED.discriminator] });
  const problem = { layer: 1, field: "", reason: "no" };
  asked[0].answer(said({ layers: ROWS, weights: 3, problem }));
  await settled();
  assert.deepEqual(draft.verdictOf("discriminator"), { of: draft.stacks.value.discriminator, rows: ROWS, weights: 3, problem });
});

test("an answer that comes too late is not listened to", async () => {
  const { draft, asked, pass } = setUp();
  draft.insert("discriminator", "relu", 0);
  pass();
  draft.insert("discriminator", "relu", 0);
  pass();
  asked[1].answer(said({ layers: [], weights: 2, problem: null }));
  asked[0].answer(said({ layers: [], weights: 1, problem: null }));
  await settled();
  assert.equal(draft.verdictOf("discriminator")?.weights, 2);
});

test("states that say nothing new do not keep it waiting; another picture asks anew", () => {
  const { store, draft, asked, pass, timers } = setUp();
  draft.insert("discriminator", "relu", 0);
  const before = [...timers.keys()];
  store.pushState(stateOf(TRAINED, { step: 9 }));
  assert.deepEqual([...timers.keys()], before);
  const place = { inputs: [3, 32, 32], labels: 0, outputs: [1] };
  store.pushState(stateOf(TRAINED, { built_for: { generator: place, discriminator: place } }));
  pass();
  assert.deepEqual(asked.map(({ body }) => body.inputs), [[3, 32, 32]]);
});

test("without an answer it asks again, and says so", async () => {
  const { draft, asked, pass, timers } = setUp();
  draft.insert("discriminator", "relu", 0);
  pass();
  asked[0].answer({ ok: false });
  await settled();
  assert.equal(draft.unasked.value, true);
  assert.equal(draft.possible, false);
  pass();
  asked[1].answer(said({ layers: ROWS, weights: 0, problem: null }));
  await settled();
  assert.equal(draft.unasked.value, false);
  assert.equal(draft.possible, true);
  assert.equal(timers.size, 0);
});

test("while the line is broken nothing is asked; afterwards it is", () => {
  const { store, draft, asked, pass, end } = setUp();
  store.connection.value = { state: "lost", retryInMs: 500, message: null };
  draft.insert("discriminator", "relu", 0);
  pass();
  assert.equal(asked.length, 0);
  assert.equal(draft.unasked.value, true);
  store.connection.value = { state: "open", retryInMs: null, message: null };
  pass();
  assert.equal(asked.length, 1);
  end();
  draft.insert("discriminator", "relu", 0);
  pass();
  assert.equal(asked.length, 1);
});
