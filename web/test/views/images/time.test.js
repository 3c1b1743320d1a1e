// Counters, charts and the calm card of the panel of images.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clockTime } from "../../../src/lib/clock-time.js";
import { Store } from "../../../src/store.js";
import { balanceOf } from "../../../src/views/images/balance.js";
import { chartsOf } from "../../../src/views/images/charts.js";
import { imagesPerSecond, looksWords } from "../../../src/views/images/counters.js";

test("images per second are those that the server counted, while it trains", () => {
  const store = new Store(undefined, "image");
  store.readout.value = { ...store.readout.value, stepsPerSecond: 10, examplesPerSecond: 1234 };
  store.session.value = /** @type {any} */ ({ status: "playing" });
  assert.equal(imagesPerSecond(store), 1234);
  store.session.value = /** @type {any} */ ({ status: "paused" });
  assert.equal(imagesPerSecond(store), 0);
});

test("a look's time is said per second and for each, once there was a look", () => {
  const store = new Store(undefined, "image");
  assert.equal(looksWords(store), "");
  store.readout.value = { ...store.readout.value, verdictMs: 0.25 };
  assert.match(looksWords(store), /4,000\/s · 0\.25 ms/);
});

test("time trained is told as by a stop-watch", () => {
  assert.deepEqual([0, 59.9, 61, 3600, 4005].map(clockTime), ["0:00", "0:59", "1:01", "1:00:00", "1:06:45"]);
});

test("metrics of the same chart share it, all others have one of their own", () => {
  const entries = /** @type {any[]} */ ([{ id: "a", chart: "both" }, { id: "b" }, { id: "c", chart: "both" }]);
  assert.deepEqual(chartsOf(entries).map((group) => group.map(({ id }) => id)), [["a", "c"], ["b"]]);
});

/** @param {number} step @param {number} real @param {number} fakes */
function measured(step, real, fakes) {
  const store = new Store(undefined, "image");
  const metrics = { d_right_on_real: real, d_right_on_fakes: fakes };
  store.readout.value = { ...store.readout.value, step, metrics };
  store.catalog.value = /** @type {any} */ ({ fields: [], registries: { metrics: [{ id: "d_right_on_real", samples: 256 }] } });
  return store;
}

test("balance is claimed where D is often wrong, and not too early", () => {
  assert.equal(balanceOf(measured(0, 50, 50)), null);
  assert.equal(balanceOf(measured(100, 60, 80))?.good, false);
  assert.equal(balanceOf(measured(900, 100, 99))?.good, false);
  const calm = balanceOf(measured(900, 60, 80));
  assert.equal(calm?.good, true);
  assert.match(calm?.text ?? "", /right 70% of the time, on 256 unseen/);
});

test("classes are said where their instrument is chosen and has read", () => {
  const store = measured(900, 60, 80);
  const reading = { value: 9, shares: new Array(10).fill(0.1), by: { accuracy: 99, tested: 400, samples: 1000 } };
  store.instruments.readings.value = { image_classes: reading };
  store.instruments.chosen.value = [];
  assert.doesNotMatch(balanceOf(store)?.text ?? "", /classes/);
  store.instruments.chosen.value = ["image_classes"];
  assert.match(balanceOf(store)?.text ?? "", /9 of 10 classes appear among 1,000 fakes/);
  assert.equal(balanceOf(store)?.good, true);
  store.instruments.readings.value = { image_classes: { ...reading, value: 1 } };
  assert.equal(balanceOf(store)?.good, false, "one class of ten is no balance");
});
