// The run's past: order, steps back, thinning.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Columns, History } from "../src/history.js";

/** @param {number} step @param {Record<string, number>|null} [metrics] */
const frame = (step, metrics = null) => ({ step, dLoss: step / 10, gLoss: -step, metrics });

test("losses and metrics keep their own steps", () => {
  const history = new History();
  history.push(frame(1, { js: 0.5 }));
  history.push(frame(2));
  history.push(frame(3, { js: 0.25 }));
  assert.deepEqual([...history.steps], [1, 2, 3]);
  assert.deepEqual([...history.dLoss], [0.1, 0.2, 0.3]);
  assert.deepEqual([...history.gLoss], [-1, -2, -3]);
  assert.deepEqual([...history.metric("js").steps], [1, 3]);
  assert.deepEqual([...history.metric("js").values], [0.5, 0.25]);
  assert.equal(history.metric("unknown").steps.length, 0);
});

test("a player that has not moved yet has no loss", () => {
  const history = new History();
  history.push({ step: 0, dLoss: null, gLoss: null, metrics: null });
  history.push({ step: 1, dLoss: 0.7, gLoss: null, metrics: null });
  assert.deepEqual([...history.steps], [1]);
  assert.deepEqual([...history.dLoss, ...history.gLoss], [0.7, NaN]);
});

test("the same step again replaces its values", () => {
  const history = new History();
  history.push(frame(5));
  history.push({ step: 5, dLoss: 9, gLoss: 8, metrics: null });
  assert.deepEqual([...history.steps], [5]);
  assert.deepEqual([...history.dLoss], [9]);
});

test("a step back forgets what lay after it, losses and metrics alike", () => {
  const history = new History();
  for (const step of [1, 2, 3, 4]) history.push(frame(step, { js: step }));
  history.push({ step: 2, dLoss: null, gLoss: null, metrics: null });
  assert.deepEqual([...history.steps], [1]);
  assert.deepEqual([...history.metric("js").steps], [1]);
});

test("every change is a new version", () => {
  const history = new History();
  const before = history.version;
  history.push(frame(1));
  const after = history.version;
  history.clear();
  assert.ok(before < after && after < history.version);
  assert.equal(history.steps.length, 0);
});

test("a long run is thinned evenly and its newest value is always the last", () => {
  const columns = new Columns(1, 64);
  for (let step = 1; step <= 10_000; step += 1) {
    columns.push(step, [2 * step]);
    assert.equal(columns.steps.at(-1), step);
  }
  const { steps } = columns;
  assert.ok(steps.length > 16 && steps.length <= 64, `${steps.length} rows`);
  const gaps = [...steps.slice(1, -1)].map((step, row) => step - steps[row]);
  assert.ok(Math.max(...gaps) <= 2.1 * Math.min(...gaps), `gaps ${Math.min(...gaps)} to ${Math.max(...gaps)}`);
  steps.forEach((step, row) => assert.equal(columns.values(0)[row], 2 * step));
});

test("after everything is dropped the table is dense again", () => {
  const columns = new Columns(1, 16);
  for (let step = 1; step <= 1000; step += 1) columns.push(step, [0]);
  columns.push(0, [0]);
  columns.push(1, [0]);
  columns.push(2, [0]);
  assert.deepEqual([...columns.steps], [0, 1, 2]);
});
