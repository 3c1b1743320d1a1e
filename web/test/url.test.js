// What outlives a reload, and what an address may ask for.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  LONGEST_CONFIG,
  configInAddress,
  rememberSession,
  rememberedSession,
  saveSettings,
  savedSettings,
  tokenInAddress,
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
  const state = /** @type {any} */ ({ id: "abc", config: { seed: 1 }, extent: [0, 1, 0, 1] });
  rememberSession(tab, state);
  assert.deepEqual(rememberedSession(tab), { id: "abc", config: { seed: 1 } });
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

test("an address may carry a configuration", () => {
  const config = { loss: { id: "hinge" }, seed: 5 };
  const fragment = `#config=${encodeURIComponent(JSON.stringify(config))}`;
  assert.deepEqual(configInAddress(fragment), config);
});

test("an address with anything else carries none", () => {
  const long = `#config=${encodeURIComponent(JSON.stringify({ text: "x".repeat(LONGEST_CONFIG) }))}`;
  for (const fragment of ["", "#", "#other=1", "#config=", "#config={", "#config=[1]", "#config=null", long]) {
    assert.equal(configInAddress(fragment), null, fragment.slice(0, 20));
  }
});

test("an address may carry the server's token", () => {
  assert.equal(tokenInAddress("#token=a-b_c"), "a-b_c");
  assert.equal(tokenInAddress("#config={}"), null);
});
