// What outlives a reload, and the token in an address.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  rememberSession,
  rememberedSession,
  saveSettings,
  savedSettings,
  tokenInAddress,
  withoutToken,
} from "../src/url.js";

/** A storage in memory. @returns {any} */
function box(/** @type {Record<string, string>} */ values = {}) {
  return {
    getItem: (/** @type {string} */ key) => values[key] ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void (values[key] = value),
  };
}

/** A storage that the browser has blocked. @type {any} */
const blocked = {
  getItem() {
    throw new Error("blocked");
  },
  setItem() {
    throw new Error("blocked");
  },
};

test("the session is found again with its configuration, and nothing else is kept", () => {
  const tab = box();
  assert.equal(rememberedSession(tab), null);
  const state = /** @type {any} */ ({ id: "abc", config: { seed: 1 }, extent: [0, 1, 0, 1], address: "config={}" });
  rememberSession(tab, state);
  assert.deepEqual(rememberedSession(tab), { id: "abc", config: { seed: 1 }, address: "config={}" });
});

test("unreadable or blocked storage is as good as none", () => {
  assert.equal(rememberedSession(box({ "ganlab.session": "{" })), null);
  assert.equal(rememberedSession(box({ "ganlab.session": '"text"' })), null);
  assert.equal(rememberedSession(blocked), null);
  assert.deepEqual(savedSettings(blocked), {});
  saveSettings(blocked, { theme: "dark" });
});

test("settings survive", () => {
  const local = box();
  saveSettings(local, { theme: "dark", colourBlind: true });
  assert.deepEqual(savedSettings(local), { theme: "dark", colourBlind: true });
  assert.deepEqual(savedSettings(box({ "ganlab.settings": "[1]" })), {});
});

test("an address may carry the server's token", () => {
  assert.equal(tokenInAddress("#token=a-b_c"), "a-b_c");
  assert.equal(tokenInAddress("#config={}"), null);
});

test("the token is taken out of an address, and nothing else", () => {
  assert.equal(withoutToken("#token=abc"), "");
  assert.equal(withoutToken("#token=abc&config=%7B%7D&layers=real"), "#config=%7B%7D&layers=real");
  assert.equal(withoutToken("#config=%7B%7D&token=abc"), "#config=%7B%7D");
});
