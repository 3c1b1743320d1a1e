// Looking inside: each question gets its own answer, the newest question is always asked, choices stay within bounds.
import assert from "node:assert/strict";
import { test } from "node:test";
import { InspectionLine, MOST } from "../src/inspecting.js";
import { Store } from "../src/store.js";
import { frameWith } from "./support/scene.js";

function setUp() {
  const store = new Store();
  /** @type {any[]} */
  const sent = [];
  store.send = (message) => sent.push(message);
  return { store, sent };
}

/** @param {string} id @param {Partial<import("../src/protocol.js").Inspection>} [more] */
const inspection = (id, more) => ({ id, params: {}, step: 0, arrays: {}, ...more });

test("an answer goes to who asked", async () => {
  const { store, sent } = setUp();
  const [one, other] = [store.inspecting.ask("walk", { picks: [1, 2] }), store.inspecting.ask("image", {})];
  assert.deepEqual(sent[0], { type: "inspect", id: "walk", params: { picks: [1, 2] } });
  store.pushFrame({ ...frameWith({}), request: 2, inspection: inspection("image") });
  store.pushFrame({ ...frameWith({}), request: 1, inspection: inspection("walk") });
  assert.deepEqual([(await one).id, (await other).id], ["walk", "image"]);
});

test("a refusal goes to who asked, and nowhere else", async () => {
  const { store } = setUp();
  const asked = store.inspecting.ask("slice", {});
  store.pushError({ type: "error", field: "params.picks", message: "Must be three. Nothing was changed.", request: 1 });
  await assert.rejects(asked, /Must be three/);
  assert.equal(store.notice.value, null);
});

test("after a break nobody waits", async () => {
  const { store } = setUp();
  const asked = store.inspecting.ask("walk", {});
  store.pushConnection({ state: "lost", retryInMs: 500, message: null });
  await assert.rejects(asked);
  store.send = () => 0;
  await assert.rejects(store.inspecting.ask("walk", {}));
});

test("a press opens an image, or chooses it", () => {
  const { inspecting } = setUp().store;
  inspecting.press("fake", 7);
  assert.deepEqual(inspecting.looked.value, { side: "fake", index: 7 });
  inspecting.togglePicking("line");
  inspecting.press("fake", 9);
  assert.deepEqual(inspecting.groups.value.line, [0, 1, 9]);
  assert.deepEqual([inspecting.markOf(9), inspecting.markOf(1), inspecting.markOf(5)], ["3", "2", ""]);
  inspecting.press("fake", 0);
  assert.deepEqual(inspecting.groups.value.line, [1, 9]);
  inspecting.press("real", 3); // there is no noise behind it
  assert.deepEqual(inspecting.looked.value, { side: "real", index: 3 });
  inspecting.choose("grid");
  assert.equal(inspecting.picking.value, null);
  assert.equal(inspecting.markOf(9), "");
});

test("a full group lets the oldest go, and letters mark groups", () => {
  const { inspecting } = setUp().store;
  for (let index = 10; index < 20; index += 1) inspecting.toggle("grid", index);
  assert.deepEqual(inspecting.groups.value.grid, [17, 18, 19]);
  assert.equal(MOST.grid, 3);
  inspecting.choose("arithmetic");
  inspecting.togglePicking("a");
  inspecting.press("fake", 4);
  inspecting.togglePicking("c");
  inspecting.press("fake", 4);
  assert.equal(inspecting.markOf(4), "AC");
  inspecting.toggle("a", 4);
  assert.equal(inspecting.markOf(4), "C");
});

/** A line whose questions and clock are in the test's hands. */
function lineUp() {
  /** @type {{params: any, resolve: (found: any) => void, reject: (error: Error) => void}[]} */
  const asked = [];
  /** @type {import("../src/inspecting.js").Told[]} */
  const told = [];
  const clock = { time: 0, run: /** @type {(() => void)|null} */ (null), delay: 0 };
  const line = new InspectionLine(
    (_, params) => new Promise((resolve, reject) => asked.push({ params, resolve, reject })),
    (answer) => told.push(answer),
    {
      now: () => clock.time,
      after: (run, delayMs) => Object.assign(clock, { run, delay: delayMs }),
      cancel: () => (clock.run = null),
    },
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { line, asked, told, clock, settle };
}

test("one question at a time, and then the newest", async () => {
  const { line, asked, told, settle } = lineUp();
  for (const n of [1, 2, 3]) line.want({ id: "walk", params: { n }, step: 0 });
  assert.equal(asked.length, 1);
  asked[0].resolve("one");
  await settle();
  assert.deepEqual(asked.map(({ params }) => params.n), [1, 3]);
  asked[1].reject(new Error("no"));
  await settle();
  assert.deepEqual(told, [{ found: "one", error: null }, { found: null, error: "no" }]);
  assert.equal(asked.length, 2);
});

test("a new step alone waits for its time; another question does not", async () => {
  const { line, asked, clock, settle } = lineUp();
  line.want({ id: "walk", params: {}, step: 0, everyMs: 400 });
  asked[0].resolve("one");
  await settle();
  clock.time = 100;
  line.want({ id: "walk", params: {}, step: 5, everyMs: 400 });
  assert.equal(asked.length, 1);
  assert.equal(clock.delay, 300);
  line.want({ id: "walk", params: { n: 1 }, step: 5, everyMs: 400 });
  assert.equal(asked.length, 2);
  asked[1].resolve("two");
  await settle();
  clock.time = 600;
  line.want({ id: "walk", params: { n: 1 }, step: 6, everyMs: 400 });
  assert.equal(asked.length, 3);
  line.want(null);
  asked[2].resolve("late");
  await settle();
  assert.equal(clock.run, null);
});
