// The address follows the page, and leaves one that could not be read alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Address, isExact, runOf, showPage, themeOf } from "../src/address.js";
import { readLink } from "../src/link.js";
import { Store } from "../src/store.js";
import { arrive, tellRefused, turnTo } from "../src/visit.js";
import { catalog } from "./support/catalog.js";

/** @param {string} [fragment] that the page is opened with */
function opened(fragment = "") {
  const store = new Store();
  const bar = {
    now: fragment,
    /** @type {(() => void)[]} */
    timers: [],
    fragment: () => bar.now,
    replace: (/** @type {string} */ text) => void (bar.now = text),
    after: (/** @type {() => void} */ run) => void bar.timers.push(run),
  };
  const address = new Address(store, bar);
  const settle = () => {
    while (bar.timers.length > 0) bar.timers.shift()?.();
  };
  /** @param {import("../src/protocol.js").RunConfig} [changes] */
  const run = (changes = {}) => {
    store.catalog.value = catalog;
    store.session.value = /** @type {any} */ ({ id: "a", status: "paused", config: { ...catalog.defaults, ...changes } });
  };
  return { store, bar, address, settle, run, link: readLink(fragment) };
}

test("what changes on the page changes the address, once for many changes", () => {
  const { store, bar, address, settle, run } = opened();
  let written = 0;
  address.follow(() => (written += 1));
  run({ seed: 4 });
  store.setSpeed(10);
  store.toggleLayer("manifold");
  settle();
  assert.equal(written, 1);
  assert.equal(bar.now, "#config=%7B%22seed%22:4%7D&layers=real,fake,heatmap,manifold,gradients,reconstruction&speed=10");
  store.toggleLayer("manifold");
  store.setSpeed(300);
  run();
  settle();
  assert.equal(bar.now, "");
});

test("a link wins over the run that the tab remembers; a reload finds its own", () => {
  const fragment = "#config=%7B%22seed%22:4%7D";
  const { store, address, link } = opened(fragment);
  const mine = { id: "mine", config: { seed: 1 }, address: "" };
  assert.deepEqual(arrive(store, address, link, mine), { id: null, config: { seed: 4 } });
  assert.deepEqual(arrive(store, address, link, null), { id: null, config: { seed: 4 } });
  const own = { ...mine, address: fragment.slice(1) };
  assert.deepEqual(arrive(store, address, link, own), { id: "mine", config: { seed: 1 } });
  assert.deepEqual(arrive(store, address, readLink(""), mine), { id: "mine", config: { seed: 1 } });
});

test("a link with nothing about the run means the usual run", () => {
  const { store, address, link } = opened("#layers=real");
  const mine = { id: "mine", config: { seed: 1 }, address: "config=%7B%22seed%22:1%7D" };
  assert.deepEqual(arrive(store, address, link, mine), { id: null, config: {} });
  assert.deepEqual(store.layers.value.fake, false);
});

test("an address that cannot be read is told, and stands until something changes", () => {
  const { store, bar, address, settle, run, link } = opened("#config={");
  assert.deepEqual(arrive(store, address, link, null), { id: null, config: {} });
  assert.equal(store.notice.value?.kind, "address");
  address.follow(() => undefined);
  run();
  settle();
  run();
  settle();
  assert.equal(bar.now, "#config={");
  run({ seed: 5 });
  settle();
  assert.equal(bar.now, "#config=%7B%22seed%22:5%7D");
});

test("refused settings are named, and their address stands", () => {
  const { store, bar, address, settle, run } = opened("#config=%7B%22colour%22:1%7D");
  address.follow(() => undefined);
  store.catalog.value = catalog;
  tellRefused(store, address, { message: "Must be one of …", field: "colour" }, { colour: 1, seed: 2 });
  assert.match(store.notice.value?.message ?? "", /no setting “colour”\./);
  tellRefused(store, address, { message: "Must be a whole number.", field: "seed" }, { seed: -1 });
  assert.match(store.notice.value?.message ?? "", /“seed”: Must be a whole number\./);
  run();
  settle();
  assert.equal(bar.now, "#config=%7B%22colour%22:1%7D");
});

test("another address in the same tab begins another run, the same one does not", () => {
  const { store, address, run } = opened();
  run({ seed: 4 });
  /** @type {any[]} */
  const begun = [];
  const turn = (/** @type {string} */ fragment) => turnTo(store, address, readLink(fragment), (asked) => begun.push(asked));
  turn("#config=%7B%22seed%22:4%7D&heatmap=cells");
  assert.deepEqual(begun, []);
  assert.equal(store.heatmapMode.value, "cells");
  assert.notEqual(store.session.value, null);
  turn("#an-anchor");
  turn("#config={");
  assert.deepEqual(begun, []);
  turn("#config=%7B%22seed%22:5%7D");
  assert.deepEqual(begun, [{ config: { seed: 5 } }]);
  assert.equal(store.session.value, null);
});

test("a link's look is shown, and kept in the address until the reader chooses another", () => {
  const { store, bar, address, settle, run, link } = opened("#theme=dark-colour-blind");
  assert.ok(link.readable);
  showPage(store, link.page);
  assert.deepEqual([store.theme.value, store.colourBlind.value, themeOf(store)], ["dark", true, "dark-colour-blind"]);
  address.follow(() => undefined);
  run();
  settle();
  assert.equal(bar.now, "#theme=dark-colour-blind");
  store.theme.value = "light";
  settle();
  assert.equal(bar.now, "");
});

test("a run that was changed on its way is told from its start, with what was done to it", () => {
  const { store, run } = opened();
  const changed = (/** @type {number} */ times) => ({
    start: { batch_size: 128 },
    entries: Array.from({ length: times }, (_, i) => [i + 1, { batch_size: 64 + i }]),
  });
  run({ batch_size: 64 });
  const session = /** @type {any} */ (store.session.value);
  store.session.value = { ...session, script: changed(1) };
  assert.deepEqual([runOf(store), isExact(store)], [{ config: {}, script: [[1, { batch_size: 64 }]] }, true]);
  store.session.value = { ...session, script: { start: {}, entries: [] } };
  assert.deepEqual([runOf(store), isExact(store)], [{ config: { batch_size: 64 } }, true]);
  for (const script of [null, changed(4000)]) {
    store.session.value = { ...session, script };
    assert.deepEqual([runOf(store), isExact(store)], [{ config: { batch_size: 64 } }, false]);
  }
});
