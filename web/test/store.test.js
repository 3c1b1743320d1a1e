// The store: what frames, states, refusals and breaks in the line do to it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { READOUT_INTERVAL_MS } from "../src/readout.js";
import { Store } from "../src/store.js";
import { catalog } from "./support/catalog.js";
import { HandClock } from "./support/clock.js";

const CATALOG = /** @type {any} */ ({
  fields: [
    { name: "data", live: false },
    { name: "loss", live: true },
  ],
  registries: {},
});

/** @param {number} step @param {object} [more] @returns {any} */
const frame = (step, more = {}) => ({
  number: step,
  step,
  status: "playing",
  dLoss: 1,
  gLoss: 2,
  stepsPerSecond: 100,
  examplesPerSecond: null,
  verdictMs: null,
  trainedS: 0,
  metrics: null,
  modeShares: null,
  diagnosis: null,
  request: null,
  phase: null,
  arrays: {},
  ...more,
});

/** @param {object} [more] @returns {any} */
const state = (more = {}) => ({
  type: "state",
  id: "a",
  status: "paused",
  step: 0,
  config: { data: { id: "ring", params: {} }, loss: { id: "hinge", params: { weight: 1 } } },
  ...more,
});

/** A store that numbers what it is given to send and keeps it. */
function listened() {
  const clock = new HandClock();
  const store = new Store(clock);
  /** @type {any[]} */
  const sent = [];
  store.send = (command) => sent.push(command);
  store.catalog.value = CATALOG;
  store.pushState(state());
  return { store, sent, clock };
}

test("text follows frames at most ten times a second, and ends at the newest", () => {
  const { store, clock } = listened();
  /** @type {number[]} */
  const printed = [];
  store.readout.subscribe(({ step }) => printed.push(step));
  for (let step = 1; step <= 30; step += 1) {
    store.pushFrame(frame(step));
    clock.advance(10);
  }
  clock.advance(READOUT_INTERVAL_MS);
  assert.ok(printed.length <= 6, `printed ${printed}`);
  assert.equal(printed.at(-1), 30);
});

test("metrics stay until newer ones come, and go when the run starts anew", () => {
  const { store, clock } = listened();
  store.pushFrame(frame(1, { metrics: { js: 0.5, kl: 2 }, modeShares: [1] }));
  clock.advance(200);
  store.pushFrame(frame(2, { metrics: { js: 0.4 } }));
  clock.advance(200);
  assert.deepEqual(store.readout.value.metrics, { js: 0.4, kl: 2 });
  assert.deepEqual(store.readout.value.modeShares, [1]);
  store.pushFrame(frame(0, { dLoss: null, gLoss: null }));
  clock.advance(200);
  assert.deepEqual(store.readout.value.metrics, {});
  assert.equal(store.history.steps.length, 0);
});

test("another distribution is another run, even at the same step", () => {
  const { store, clock } = listened();
  store.pushFrame(frame(0, { metrics: { modes: 3 } }));
  const config = { ...state().config, data: { id: "moons", params: {} } };
  store.pushState(state({ config }));
  store.pushFrame(frame(0, { metrics: { js: 1 } }));
  clock.advance(200);
  assert.deepEqual(store.readout.value.metrics, { js: 1 });
  assert.equal(store.history.metric("modes").steps.length, 0);
});

test("another beginning is another run, even with the same settings", () => {
  const { store } = listened();
  store.pushFrame(frame(7));
  const origin = { kind: "pretrained", id: "ring", step: 9000 };
  store.pushState(state({ origin }));
  assert.equal(store.history.steps.length, 0);
  store.pushFrame(frame(9000));
  store.pushState(state({ origin: { ...origin } }));
  assert.deepEqual([...store.history.steps], [9000]);
});

test("another loss is the same run", () => {
  const { store } = listened();
  store.pushFrame(frame(7));
  store.pushState(state({ config: { ...state().config, loss: { id: "minimax", params: {} } } }));
  assert.deepEqual([...store.history.steps], [7]);
});

test("a change shows its value until it is answered, then that it took effect", () => {
  const { store, sent } = listened();
  store.configure("loss", { loss: { id: "minimax" } }, "minimax");
  assert.deepEqual(sent, [{ type: "configure", changes: { loss: { id: "minimax" } } }]);
  assert.deepEqual(store.pending.value, { loss: "minimax" });
  assert.equal(store.applied.value, null);
  store.pushState(state({ request: 1 }));
  assert.deepEqual(store.pending.value, {});
  assert.deepEqual(store.applied.value, { control: "loss", count: 1 });
});

test("a refusal appears at the control that caused it and goes with the next change", () => {
  const { store } = listened();
  const message = "Must be above 0. Still using 1.";
  store.configure("loss-weight", { loss: { params: { weight: -1 } } }, -1);
  store.pushError({ type: "error", field: "loss.params.weight", message, request: 1 });
  assert.deepEqual(store.errors.value, { "loss-weight": message });
  assert.deepEqual(store.pending.value, {});
  store.configure("loss-weight", { loss: { params: { weight: 2 } } }, 2);
  assert.deepEqual(store.errors.value, {});
});

test("a refusal that speaks of another number than the one changed says which", () => {
  const { store } = listened();
  store.catalog.value = catalog;
  store.configure("loss", { loss: { id: "minimax" } }, "minimax");
  store.pushError({ type: "error", field: "batch_size", message: "Must be 2.", request: 1 });
  assert.deepEqual(store.errors.value, { loss: "“Batch”: Must be 2." });
  store.configure("seed", { seed: 3 }, 3);
  store.pushError({ type: "error", field: "loss", message: "Must be a loss.", request: 2 });
  assert.ok(Object.values(store.errors.value).includes("Must be a loss."));
});

test("a refusal without a request finds its control by the field", () => {
  const { store } = listened();
  store.pushError({ type: "error", field: "changes.loss.params.weight", message: "No." });
  assert.deepEqual(store.errors.value, { "loss-weight": "No." });
});

test("a refusal that no control caused is a notice", () => {
  const { store } = listened();
  store.pushError({ type: "error", command: "seek", field: "step", message: "Must be smaller." });
  assert.equal(store.notice.value?.message, "Must be smaller.");
  assert.deepEqual(store.errors.value, {});
});

test("without a line a change is refused on the spot", () => {
  const { store } = listened();
  store.send = () => 0;
  store.configure("loss", { loss: { id: "minimax" } }, "minimax");
  assert.match(store.errors.value.loss, /cannot be reached/);
  assert.deepEqual(store.pending.value, {});
});

test("a break in the line ends the wait for answers", () => {
  const { store } = listened();
  store.configure("loss", { loss: { id: "minimax" } }, "minimax");
  store.pushConnection({ state: "lost", retryInMs: 500, message: null });
  assert.deepEqual(store.pending.value, {});
  assert.equal(store.ready.value, false);
});

test("play uses the chosen speed, and a playing run takes a new speed at once", () => {
  const { store, sent } = listened();
  store.setSpeed(50);
  assert.deepEqual(sent, []);
  store.togglePlay();
  store.pushState(state({ status: "playing" }));
  store.setSpeed(null);
  store.togglePlay();
  assert.deepEqual(sent, [
    { type: "play", speed: 50 },
    { type: "play", speed: null },
    { type: "pause" },
  ]);
});

test("a run found playing, after a reload, shows its own speed", () => {
  const { store } = listened();
  store.pushState(state({ status: "playing", speed: 20 }));
  assert.equal(store.speed.value, 20);
});

test("the message of a run that diverged goes when the run is sound again", () => {
  const { store } = listened();
  store.pushNotice({ type: "notice", kind: "diverged", title: "", message: "" });
  store.pushState(state({ status: "diverged" }));
  assert.equal(store.notice.value?.kind, "diverged");
  store.pushState(state({ status: "paused" }));
  assert.equal(store.notice.value, null);
});

test("layers are toggled one by one", () => {
  const { store } = listened();
  const before = store.layers.value;
  store.toggleLayer("manifold");
  assert.deepEqual(store.layers.value, { ...before, manifold: !before.manifold });
});
