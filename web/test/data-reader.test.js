// The data worker's client: newest answer alone, one worker, and no waiting for ever.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DataReader } from "../src/data-reader.js";
import { FIRST_CHOICES } from "../src/lib/data/reading.js";

/** A worker that keeps what it is told. */
class FakeWorker {
  /** @type {any[]} */
  tasks = [];
  ended = false;
  /** @type {(message: {data: any}) => void} */
  onmessage = () => undefined;
  onerror = () => undefined;
  /** @param {any} task */
  postMessage(task) {
    this.tasks.push(task);
  }
  terminate() {
    this.ended = true;
  }
  /** @param {number} index @param {any} reading */
  answer(index, reading) {
    this.onmessage({ data: { request: this.tasks[index].request, reading } });
  }
}

function desk() {
  /** @type {FakeWorker[]} */
  const workers = [];
  /** @type {any[]} */
  const readings = [];
  /** @type {{run: (() => void)|null}} */
  const clock = { run: null };
  const world = {
    createWorker: () => /** @type {any} */ (workers[workers.push(new FakeWorker()) - 1]),
    setTimer: (/** @type {() => void} */ run) => (clock.run = run),
    clearTimer: () => (clock.run = null),
  };
  const reader = new DataReader((reading) => readings.push(reading), world);
  return { reader, workers, readings, clock };
}

const limits = { fewest: 20, most: 1200 };

test("a source is sent once; a change of mind sends choices alone", () => {
  const { reader, workers } = desk();
  reader.open("1,2", FIRST_CHOICES, limits);
  reader.change({ ...FIRST_CHOICES, alike: false }, limits);
  assert.equal(workers.length, 1);
  assert.deepEqual(workers[0].tasks.map(({ source }) => source), ["1,2", null]);
  assert.equal(workers[0].tasks[1].choices.alike, false);
});

test("only the newest question is answered", () => {
  const { reader, workers, readings, clock } = desk();
  reader.open("1,2", FIRST_CHOICES, limits);
  reader.change(FIRST_CHOICES, limits);
  workers[0].answer(0, "old");
  workers[0].answer(1, "new");
  assert.deepEqual(readings, ["new"]);
  assert.equal(clock.run, null);
});

test("a reading that takes too long is given up, and the next choice starts over with the source", () => {
  const { reader, workers, readings, clock } = desk();
  reader.open("1,2", FIRST_CHOICES, limits);
  clock.run?.();
  assert.equal(workers[0].ended, true);
  assert.equal(readings[0].problem.kind, "slow");
  reader.change(FIRST_CHOICES, limits);
  assert.deepEqual(workers[1].tasks.map(({ source }) => source), ["1,2"]);
  workers[0].answer(0, "too late");
  assert.equal(readings.length, 1);
});

test("a worker that fails is told and replaced; without a source nothing is asked", () => {
  const { reader, workers, readings } = desk();
  reader.change(FIRST_CHOICES, limits);
  assert.equal(workers.length, 0);
  reader.open("1,2", FIRST_CHOICES, limits);
  workers[0].onerror();
  assert.equal(readings[0].problem.kind, "slow");
  reader.close();
  reader.change(FIRST_CHOICES, limits);
  assert.equal(workers.length, 1);
});
