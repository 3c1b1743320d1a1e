// The guided tour: it asks first, waits for the thing to be done, skips what is hidden, and remembers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { command } from "../src/protocol.js";
import { Store } from "../src/store.js";
import { texts } from "../src/texts.js";
import { STOPS } from "../src/tour-stops.js";
import { Tour } from "../src/tour.js";
import { frameWith } from "./support/scene.js";

/** @param {any} [kept] what was remembered before */
function tourWith(kept) {
  const store = new Store({ now: () => Infinity, after: () => undefined });
  /** @type {any[]} */
  const saved = [];
  const tour = new Tour(store, { load: () => kept, save: (state) => saved.push(state) });
  return { store, tour, saved };
}

/** @param {Store} store @param {object} [more] */
function say(store, more) {
  store.pushState(
    /** @type {any} */ ({ type: "state", status: "paused", step: 0, config: { data: { id: "ring" }, loss: { id: "hinge" } }, ...more }),
  );
}

/** @param {Tour} tour @param {import("../src/tour-stops.js").StopId} id */
function goTo(tour, id) {
  tour.start();
  while (tour.stop.peek()?.id !== id) tour.next();
}

test("every stop has its words, and every prediction its answers", () => {
  assert.deepEqual(STOPS.map(({ id }) => id), Object.keys(texts.tour.stops));
  for (const { id, predictions = [], done } of STOPS) {
    const words = /** @type {any} */ (texts.tour.stops[id]);
    assert.deepEqual(predictions, Object.keys(words.predictions ?? {}));
    assert.equal(!!done, "task" in words, id);
  }
});

test("a stop waits for the thing to be done", () => {
  const { store, tour } = tourWith(null);
  say(store);
  tour.start();
  assert.equal(tour.stop.value?.id, "data");
  assert.equal(tour.part.value, "do");
  say(store, { config: { data: { id: "moons" } } });
  assert.equal(tour.part.value, "done");
  tour.next();
  assert.equal(tour.stop.value?.id, "colours");
  assert.equal(tour.part.value, "done");
});

test("a question comes before the task, which begins with the answer", () => {
  const { store, tour } = tourWith(null);
  say(store);
  goTo(tour, "d-only");
  for (let press = 0; press < 5; press += 1) store.noteSent(command.step("discriminator"));
  assert.equal(tour.part.value, "predict");
  tour.predict("dots");
  assert.equal(tour.part.value, "do");
  for (let press = 0; press < 2; press += 1) store.noteSent(command.step("discriminator"));
  store.noteSent(command.step("generator"));
  store.noteSent(command.step("both"));
  assert.equal(tour.part.value, "do");
  store.noteSent(command.step("discriminator"));
  assert.equal(tour.part.value, "done");
  assert.equal(tour.prediction.value, "dots");
  tour.next();
  assert.equal(tour.prediction.value, null);
});

test("playing is done after a while, not at once", () => {
  const { store, tour } = tourWith(null);
  say(store);
  goTo(tour, "play");
  tour.predict("rush");
  store.pushFrame({ ...frameWith({}), step: 20 });
  store.readouts.publish();
  assert.equal(tour.part.value, "do");
  store.pushFrame({ ...frameWith({}), step: 200 });
  store.readouts.publish();
  assert.equal(tour.part.value, "done");
});

test("a layer, and a loss for which the settings are opened", () => {
  const { store, tour } = tourWith(null);
  say(store);
  goTo(tour, "layers");
  store.toggleLayer("manifold");
  assert.equal(tour.part.value, "done");
  tour.next();
  assert.equal(store.graphMode.value, "edit");
  assert.equal(tour.part.value, "do");
  say(store, { config: { data: { id: "ring" }, loss: { id: "wasserstein" } } });
  assert.equal(tour.part.value, "done");
});

test("what a link has hidden is left out", () => {
  const { store, tour } = tourWith(null);
  store.hidden.value = new Set(["data", "step-discriminator", "panel-learn"]);
  say(store);
  /** @type {(number|null)[]} */
  const seen = [];
  for (tour.start(); tour.at.peek() !== null; tour.next()) seen.push(tour.at.peek());
  const left = seen.map((at) => STOPS[at ?? 0].id);
  assert.deepEqual(left, STOPS.map((stop) => stop.id).filter((id) => !["data", "d-only", "end"].includes(id)));
});

test("it remembers where one was, and that it need not be offered again", () => {
  const { store, tour, saved } = tourWith(null);
  assert.equal(tour.known.value, false);
  say(store);
  tour.start();
  tour.next();
  assert.deepEqual(saved.at(-1), { stop: 1, known: true });
  const again = tourWith(saved.at(-1));
  assert.equal(again.tour.at.peek(), null); // there is no run yet
  say(again.store);
  assert.equal(again.tour.at.peek(), 1);
  again.tour.leave();
  assert.deepEqual(again.saved.at(-1), { stop: null, known: true });
  assert.equal(tourWith(again.saved.at(-1)).tour.known.value, true);
});

test("what was remembered may be nonsense", () => {
  for (const kept of [null, 7, "x", { stop: 99 }, { stop: "1" }, { stop: 1.5 }]) {
    const { store, tour } = tourWith(kept);
    say(store);
    assert.equal(tour.stop.value, null);
  }
});
