// Undo and redo: the trail of confirmed configurations, and the journeys along it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LONGEST_TRAIL, Undo } from "../src/undo.js";

/** @param {number} lr @returns {any} */
const config = (lr) => ({ g_optimizer: { id: "adam", params: { lr } }, seed: 0 });

/** An undo that has seen these rates, the last one being in force. @param {...number} rates */
function after(...rates) {
  const undo = new Undo();
  for (const lr of rates) undo.take(config(lr));
  return undo;
}

/** Goes one way and has it confirmed. @param {Undo} undo @param {-1|1} direction @param {number} request */
function go(undo, direction, request) {
  const journey = undo.journey(direction);
  assert.ok(journey);
  undo.depart(journey, request);
  assert.equal(undo.take(journey.to, request), true);
  return journey;
}

test("every confirmed change can be taken back and made again", () => {
  const undo = after(1, 2, 3);
  assert.deepEqual(go(undo, -1, 10).to, config(2));
  assert.deepEqual(go(undo, -1, 11).to, config(1));
  assert.equal(undo.canUndo.value, false);
  assert.equal(undo.journey(-1), null);
  assert.deepEqual(go(undo, 1, 12).to, config(2));
  assert.deepEqual(go(undo, 1, 13).to, config(3));
  assert.equal(undo.canRedo.value, false);
});

test("a state that changes no setting leaves no trace", () => {
  const undo = after(1, 1, 2, 2);
  assert.equal(undo.trail.value.length, 2);
  go(undo, -1, 10);
  undo.take(config(1)); // playing, pausing, stepping
  assert.equal(undo.canRedo.value, true);
});

test("a new change after an undo cuts off what lay ahead", () => {
  const undo = after(1, 2, 3);
  go(undo, -1, 10);
  undo.take(config(7), 11);
  assert.equal(undo.canRedo.value, false);
  assert.deepEqual(undo.journey(-1)?.to, config(2));
});

test("two presses before an answer go two back", () => {
  const undo = after(1, 2, 3);
  for (const request of [10, 11]) {
    const journey = undo.journey(-1);
    assert.ok(journey);
    undo.depart(journey, request);
  }
  assert.equal(undo.canUndo.value, false);
  undo.take(config(2), 10);
  undo.take(config(1), 11);
  assert.deepEqual(undo.journey(1)?.to, config(2));
});

test("a refused or lost undo leaves everything as it was", () => {
  const undo = after(1, 2);
  const journey = undo.journey(-1);
  assert.ok(journey);
  undo.depart(journey, 10);
  undo.forget(10);
  assert.deepEqual(undo.journey(-1)?.to, config(1));
  undo.depart(journey, 11);
  undo.forget();
  assert.deepEqual(undo.journey(-1)?.to, config(1));
});

test("an undo that met another change on its way becomes a change of its own", () => {
  const undo = after(1, 2);
  const journey = undo.journey(-1);
  assert.ok(journey);
  undo.depart(journey, 11);
  const [mixed, undone] = [{ ...config(2), seed: 5 }, { ...config(1), seed: 5 }];
  undo.take(mixed, 10); // sent before the undo, answered first
  assert.equal(undo.take(undone, 11), false);
  assert.deepEqual(undo.trail.value, [config(1), config(2), mixed, undone]);
  assert.deepEqual(undo.journey(-1)?.to, mixed);
});

test("what arrived is known, to be said", () => {
  const undo = after(1, 2);
  assert.equal(undo.arrival.value, null);
  go(undo, -1, 10);
  assert.deepEqual(undo.arrival.value, { from: config(2), to: config(1) });
});

test("the trail ends somewhere", () => {
  const undo = after(...Array.from({ length: LONGEST_TRAIL + 5 }, (_unused, i) => i));
  assert.equal(undo.trail.value.length, LONGEST_TRAIL);
  assert.deepEqual(undo.journey(-1)?.from, config(LONGEST_TRAIL + 4));
});
