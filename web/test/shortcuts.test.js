// Keys: what they do, and where they keep away.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LAYERS } from "../src/layers/index.js";
import { actionOf } from "../src/shortcuts.js";

/** Focus on nothing, or on a control that matches a selector holding its name. @param {string} [name] */
const focus = (name) => (/** @type {string} */ selector) => name !== undefined && selector.includes(name);

/** What a key does, as the calls it makes on a store. @param {string} key @param {object} [more] @param {string} [on] */
function pressed(key, more = {}, on = undefined) {
  /** @type {any[]} */
  const calls = [];
  const store = /** @type {any} */ ({
    togglePlay: () => calls.push("togglePlay"),
    send: (/** @type {any} */ command) => calls.push(command),
    toggleLayer: (/** @type {string} */ layer) => calls.push(layer),
    helpOpen: { value: false },
  });
  const action = actionOf({ key, ...more }, focus(on));
  action?.(store);
  return store.helpOpen.value ? ["help"] : calls;
}

test("keys train", () => {
  assert.deepEqual(pressed(" "), ["togglePlay"]);
  assert.deepEqual(pressed("s"), [{ type: "step", player: "both", count: 1 }]);
  assert.deepEqual(pressed("D"), [{ type: "step", player: "discriminator", count: 1 }]);
  assert.deepEqual(pressed("g"), [{ type: "step", player: "generator", count: 1 }]);
  assert.deepEqual(pressed("r"), [{ type: "reset" }]);
  assert.deepEqual(pressed("?"), ["help"]);
});

test("digits toggle layers in the order of the legend", () => {
  LAYERS.forEach(({ id }, index) => assert.deepEqual(pressed(String(index + 1)), [id]));
});

test("keys belong to what has the focus", () => {
  assert.deepEqual(pressed(" ", {}, "button"), []);
  assert.deepEqual(pressed("s", {}, "select"), []);
  assert.deepEqual(pressed("s", {}, "button"), [{ type: "step", player: "both", count: 1 }]);
});

test("the browser's own shortcuts stay the browser's", () => {
  assert.deepEqual(pressed("r", { ctrlKey: true }), []);
  assert.deepEqual(pressed("d", { metaKey: true }), []);
});

test("a held key steps on but does not flicker play", () => {
  assert.deepEqual(pressed("s", { repeat: true }), [{ type: "step", player: "both", count: 1 }]);
  assert.deepEqual(pressed(" ", { repeat: true }), []);
});
