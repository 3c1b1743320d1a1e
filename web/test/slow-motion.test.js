// Slow motion: what is asked of the server when, what is shown of a phase, and how it ends.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PACE } from "../src/slow-motion.js";
import { Store } from "../src/store.js";
import { HandClock } from "./support/clock.js";
import { frameWith } from "./support/scene.js";

const NAMES = /** @type {const} */ (["samples", "predictions", "loss", "gradients", "update"]);
const PACE_MS = PACE.first * 1000;

/** @typedef {import("../src/protocol.js").Phase} Phase */

/** A store whose server plays phases when told, and can be asked what it was sent. */
function lab(config = {}) {
  const clock = new HandClock();
  const store = new Store(clock);
  const sent = /** @type {any[]} */ ([]);
  store.send = (command) => {
    store.noteSent(command);
    return sent.push(command);
  };
  store.catalog.value = /** @type {any} */ ({
    fields: [{ name: "loss", live: true, registry: "losses" }],
    registries: { losses: [{ id: "least_squares", label: "Least squares", boundary: 0.5, params: [] }] },
  });
  store.pushState(/** @type {any} */ ({
    type: "state", status: "paused", step: 0, speed: null,
    config: { loss: { id: "least_squares", params: {} }, d_steps: 1, g_steps: 1, ...config },
  }));
  let number = 0;
  /** @param {number} step @param {Phase|null} phase @param {any} [more] */
  const push = (step, phase, more = {}) =>
    store.pushFrame({ ...frameWith({ real: Float32Array.of(9, 9), fake: Float32Array.of(8, 8) }), number: (number += 1), step, phase, ...more });
  /** Answers the last command with a phase, the first of the step being 0. @param {number} k @param {number} [step] */
  const answer = (k, step = Math.floor(k / 10)) => push(step, phaseAt(k), { request: sent.length });
  return { store, slow: store.slow, sent, clock, push, answer, types: () => sent.map(({ type }) => type) };
}

/** @param {number} k @returns {Phase} */
function phaseAt(k) {
  const player = k % 10 < 5 ? "discriminator" : "generator";
  const batch = { xFake: Float32Array.of(1, 2), dFake: Float32Array.of(0.5) };
  const real = { xReal: Float32Array.of(3, 4), dReal: Float32Array.of(1.5) };
  return {
    player, name: NAMES[k % 5], index: (k % 5) + 1, turn: 1, turns: 1, last: k % 10 === 9,
    ...batch, ...(player === "discriminator" && real),
  };
}

/** @param {Store} store */
const enter = (store) => void (store.graphMode.value = "slow");

test("entering a run at rest asks for nothing; leaving an untouched one neither", () => {
  const { store, types } = lab();
  enter(store);
  assert.deepEqual(types(), []);
  store.graphMode.value = "overview";
  assert.deepEqual(types(), []);
});

test("a run that plays goes on slowly", () => {
  const { store, slow, types, clock, answer } = lab();
  store.pushState({ .../** @type {any} */ (store.session.value), status: "playing" });
  enter(store);
  assert.deepEqual(types(), ["phase"]);
  store.pushState({ .../** @type {any} */ (store.session.value), status: "paused" });
  answer(0);
  clock.advance(PACE_MS);
  assert.deepEqual(types(), ["phase", "phase"]);
  assert.equal(slow.playing.value, true);
});

test("phases follow at the pace, which can change while one stands", () => {
  const { store, slow, types, clock, answer } = lab();
  enter(store);
  store.togglePlay();
  answer(0);
  clock.advance(PACE_MS - 1);
  assert.equal(types().length, 1);
  slow.setPace(PACE.most);
  clock.advance(PACE_MS);
  assert.equal(types().length, 1);
  clock.advance(PACE.most * 1000);
  assert.equal(types().length, 2);
});

test("a phase that is under way is not asked for twice", () => {
  const { store, slow, types, answer } = lab();
  enter(store);
  slow.next();
  slow.next();
  assert.deepEqual(types(), ["phase"]);
  answer(0);
  slow.next();
  assert.deepEqual(types(), ["phase", "phase"]);
});

test("holding a phase holds it", () => {
  const { store, types, clock, answer } = lab();
  enter(store);
  store.togglePlay();
  answer(0);
  store.togglePlay();
  clock.advance(10 * PACE_MS);
  assert.deepEqual(types(), ["phase"]);
});

test("a press on a phase plays forwards to it, and no further", () => {
  const { store, slow, sent, clock, answer } = lab();
  enter(store);
  slow.next();
  answer(2);
  slow.playTo({ player: "discriminator", index: 2 }); // behind: through the next step
  for (let k = 3; k <= 11; k += 1) {
    answer(k);
    clock.advance(100);
  }
  assert.equal(slow.phase.value?.index, 2);
  clock.advance(10 * PACE_MS);
  assert.equal(sent.length, 1 + 9);
});

for (const [name, command] of [["step", { type: "step", player: "both" }], ["reset", { type: "reset" }], ["seek", { type: "seek" }]]) {
  test(`a ${name} has the phases rest, and slow motion stays`, () => {
    const { store, slow, clock, answer, push, types } = lab();
    enter(store);
    store.togglePlay();
    answer(0);
    store.send(/** @type {any} */ (command));
    push(1, null, { request: 2 });
    clock.advance(10 * PACE_MS);
    assert.equal(slow.playing.value, false);
    assert.equal(slow.phase.value, null);
    assert.equal(slow.on.value, true);
    assert.equal(types().length, 2);
  });
}

test("a live change finishes the step, and phases go on", () => {
  const { store, slow, clock, answer, push, types } = lab();
  enter(store);
  store.togglePlay();
  answer(0);
  store.send({ type: "configure", changes: {} });
  push(1, null, { request: 2 });
  assert.equal(slow.phase.value, null);
  clock.advance(PACE_MS);
  assert.deepEqual(types(), ["phase", "configure", "phase"]);
});

test("another run waits for its first phase", () => {
  const { store, slow, clock, answer, push } = lab();
  enter(store);
  store.togglePlay();
  answer(0, 7);
  push(0, null);
  clock.advance(10 * PACE_MS);
  assert.equal(slow.playing.value, false);
});

test("a run that diverges, a refusal and a broken line stop it", () => {
  const broken = {
    diverged: (/** @type {Store} */ store) =>
      store.pushState({ .../** @type {any} */ (store.session.value), status: "diverged" }),
    refused: (/** @type {Store} */ store) =>
      store.pushError({ type: "error", request: 1, message: "Must be at least one update." }),
    lost: (/** @type {Store} */ store) => store.pushConnection({ state: "lost", retryInMs: 1, message: null }),
  };
  for (const [name, happen] of Object.entries(broken)) {
    const { store, slow, clock, types } = lab();
    enter(store);
    store.togglePlay();
    happen(store);
    clock.advance(10 * PACE_MS);
    assert.equal(slow.playing.value, false, name);
    slow.next();
    assert.equal(types().length, name === "diverged" ? 1 : 2, name);
  }
});

test("leaving in mid-step finishes it; after its last phase there is nothing to finish", () => {
  const { store, slow, answer, types } = lab();
  enter(store);
  slow.next();
  answer(3);
  store.graphMode.value = "edit";
  assert.deepEqual(types(), ["phase", "pause"]);
  assert.equal(store.lit.value, null);
  enter(store);
  slow.next();
  answer(9, 1);
  store.graphMode.value = "overview";
  assert.deepEqual(types(), ["phase", "pause", "phase"]);
});

test("pictures show the phase's own batch, judged from the loss's boundary", () => {
  const { store, slow, answer } = lab();
  enter(store);
  slow.next();
  answer(1);
  const arrays = store.frame.value?.arrays;
  assert.deepEqual(arrays?.real, Float32Array.of(3, 4));
  assert.deepEqual(arrays?.fake, Float32Array.of(1, 2));
  assert.deepEqual(arrays?.dFake, Float32Array.of(0.5)); // a raw output on the boundary is undecided
  assert.deepEqual([...(store.lit.value?.nodes ?? [])].sort(), [
    "discriminator", "fake", "predictions_fake", "predictions_real", "real",
  ]);
  store.graphMode.value = "overview";
  assert.deepEqual(store.frame.value?.arrays.fake, Float32Array.of(8, 8));
});

test("an update shows what was before it, then what is after it, once", () => {
  const { store, slow, clock, push } = lab();
  enter(store);
  const grid = (/** @type {number} */ value) => ({ data: Uint8Array.of(value), shape: [1, 1] });
  push(0, phaseAt(3), { arrays: { dGrid: grid(1) } });
  push(0, phaseAt(4), { arrays: { dGrid: grid(2) } });
  assert.equal(store.frame.value?.arrays.dGrid?.data[0], 1);
  assert.equal(store.frame.value?.phase?.name, "update");
  clock.advance(1000);
  assert.equal(store.frame.value?.arrays.dGrid?.data[0], 2);
  slow.choose("before");
  assert.equal(store.frame.value?.arrays.dGrid?.data[0], 1);
  push(0, phaseAt(4), { arrays: { dGrid: grid(2) } }); // a second frame of the same phase
  clock.advance(10_000);
  assert.equal(slow.side.value, "before");
});

test("a side that was chosen stays", () => {
  const { store, slow, clock, push } = lab();
  enter(store);
  push(0, phaseAt(8));
  push(1, phaseAt(9));
  slow.choose("before");
  clock.advance(10_000);
  assert.equal(slow.side.value, "before");
});

test("layers are the phase's; a switch lasts as long as it and leaves the reader's own alone", () => {
  const { store, slow, answer } = lab();
  const own = store.layers.value;
  enter(store);
  assert.equal(store.shown.value, own);
  slow.next();
  answer(8);
  assert.equal(store.shown.value.gradients, true);
  assert.equal(store.shown.value.manifold, false);
  store.toggleLayer("manifold");
  assert.equal(store.shown.value.manifold, true);
  slow.next();
  answer(9, 1);
  store.toggleLayer("manifold");
  assert.equal(store.shown.value.manifold, false);
  store.graphMode.value = "overview";
  assert.equal(store.layers.value, own);
  assert.equal(store.shown.value, own);
});

test("what others look at is untouched outside slow motion", () => {
  const { store, slow, push } = lab();
  push(0, phaseAt(1));
  assert.deepEqual(store.frame.value?.arrays.fake, Float32Array.of(8, 8));
  assert.equal(slow.phase.value, null);
  enter(store); // and joins in mid-step
  assert.deepEqual(store.frame.value?.arrays.fake, Float32Array.of(1, 2));
});
