// Keys: what they do, where they keep away, and that the table tells everything.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LAYERS } from "../src/layers/index.js";
import { SHORTCUTS, actionOf, isOffered, keyOf, printedKey } from "../src/shortcuts.js";
import { texts } from "../src/texts.js";

/** Focus on nothing, or on a control that matches a selector holding its name. @param {string} [name] */
const focus = (name) => (/** @type {string} */ selector) => name !== undefined && selector.includes(name);

/** A press of a key as the table writes it: "Mod+Shift+z". @param {string} chord @returns {any} */
function pressOf(chord) {
  const parts = chord.split("+");
  const last = parts[parts.length - 1];
  return { key: last === "Space" ? " " : last, ctrlKey: parts.includes("Mod"), shiftKey: parts.includes("Shift") };
}

/** What a press does, as the calls it makes on a store and the signals it sets. @param {any} press @param {string} [on] */
function act(press, on) {
  /** @type {any[]} */
  const calls = [];
  const member = (/** @type {string} */ name) =>
    Object.defineProperty((/** @type {any[]} */ ...args) => calls.push([name, ...args]), "value", {
      get: () => null,
      set: (value) => {
        calls.push([name, value]);
      },
    });
  const slow = { next: () => calls.push(["slow.next"]) };
  const asking = { travel: (/** @type {number} */ direction) => calls.push(["travel", direction]) };
  const own = /** @type {any} */ ({ hidden: { value: new Set() }, slow, asking });
  const store = new Proxy(own, { get: (_own, name) => own[name] ?? member(String(name)) });
  const action = actionOf(press, focus(on));
  action?.(store);
  return calls;
}

/** @param {string} chord @param {object} [more] @param {string} [on] */
const pressed = (chord, more = {}, on = undefined) => act({ ...pressOf(chord), ...more }, on);

/** @param {string} player @param {number} [count] */
const step = (player, count = 1) => [["send", { type: "step", player, count }]];

test("keys train", () => {
  assert.deepEqual(pressed("Space"), [["togglePlay"]]);
  for (const key of ["s", "S", "ArrowRight"]) assert.deepEqual(pressed(key), step("both"));
  assert.deepEqual(pressed("d"), step("discriminator"));
  assert.deepEqual(pressed("g"), step("generator"));
  assert.deepEqual(pressed("r"), [["send", { type: "reset" }]]);
});

test("with Shift a step is ten", () => {
  for (const key of ["Shift+S", "Shift+ArrowRight"]) assert.deepEqual(pressed(key), step("both", 10));
  assert.deepEqual(pressed("Shift+D"), step("discriminator", 10));
  assert.deepEqual(pressed("Shift+G"), step("generator", 10));
});

test("digits toggle layers in the order of the legend", () => {
  LAYERS.forEach(({ id }, index) => assert.deepEqual(pressed(String(index + 1)), [["toggleLayer", id]]));
});

test("undo and redo by the usual keys of every system", () => {
  for (const key of ["u", "Mod+z"]) assert.deepEqual(pressed(key), [["travel", -1]]);
  for (const key of ["Shift+u", "Mod+Shift+Z", "Mod+y"]) assert.deepEqual(pressed(key), [["travel", 1]]);
  assert.deepEqual(act({ key: "z", metaKey: true }), [["travel", -1]]);
});

test("keys belong to what has the focus", () => {
  assert.deepEqual(pressed("Space", {}, "button"), []);
  assert.deepEqual(pressed("s", {}, "select"), []);
  assert.deepEqual(pressed("s", {}, "button"), step("both"));
  for (const taker of ["[role=application]", "input", "select", "[role=slider]"]) {
    assert.deepEqual(pressed("ArrowRight", {}, taker), [], taker);
  }
  assert.deepEqual(pressed("ArrowRight", {}, "button"), step("both"));
});

test("undo keeps away from text that is being written, not from a list", () => {
  for (const place of ["textarea", "contenteditable", "dialog *"]) assert.deepEqual(pressed("Mod+z", {}, place), []);
  assert.deepEqual(pressed("Mod+z", {}, "select"), [["travel", -1]]);
});

test("the browser's own shortcuts stay the browser's", () => {
  assert.deepEqual(pressed("r", { ctrlKey: true }), []);
  assert.deepEqual(pressed("d", { metaKey: true }), []);
  assert.deepEqual(pressed("ArrowRight", { altKey: true }), []);
});

test("a held key steps on but does not flicker play", () => {
  assert.deepEqual(pressed("s", { repeat: true }), step("both"));
  assert.deepEqual(pressed("Space", { repeat: true }), []);
});

test("every key of the table does something, and no two entries share one", () => {
  const keys = SHORTCUTS.flatMap((shortcut) => shortcut.keys);
  assert.equal(new Set(keys).size, keys.length);
  for (const key of keys) assert.equal(pressed(key).length, 1, key);
});

test("every entry of the table has its words, and every word its entry", () => {
  const ids = SHORTCUTS.map(({ id }) => id);
  assert.deepEqual([...ids].sort(), Object.keys(texts.keys.actions).sort());
  for (const { id, group, keys } of SHORTCUTS) {
    assert.ok(group in texts.keys.groups, `${id} is in no group of the sheet`);
    for (const key of keys) assert.ok(printedKey(key).length > 0);
  }
});

test("the key of a control that a link has hidden rests", () => {
  const hidden = /** @type {any} */ ({
    hidden: { value: new Set(["reset"]) },
    scene: "plane",
    panel: { value: "lab" },
    send: () => assert.fail("was sent"),
  });
  actionOf(pressOf("r"), () => false)?.(hidden);
  const reset = SHORTCUTS.find(({ id }) => id === "reset");
  assert.equal(reset && isOffered(reset, hidden), false);
});

test("beside the lab only the page's own keys act", () => {
  const reading = /** @type {any} */ ({
    hidden: { value: new Set() },
    scene: "plane",
    panel: { value: "learn" },
    helpOpen: {},
    send: () => assert.fail("was sent"),
  });
  actionOf(pressOf("s"), () => false)?.(reading);
  actionOf(pressOf("?"), () => false)?.(reading);
  assert.equal(reading.helpOpen.value, true);
});

test("tool-tips print the first key", () => {
  assert.equal(keyOf("step-both"), "→");
  assert.equal(keyOf("undo"), "Ctrl Z");
});
