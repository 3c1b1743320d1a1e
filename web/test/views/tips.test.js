// Where tool-tips go.
import assert from "node:assert/strict";
import { test } from "node:test";
import { placeTip } from "../../src/views/tips.js";

const room = { width: 1000, height: 800 };
const bubble = { width: 200, height: 100 };

test("a tip stands centred under its anchor", () => {
  const anchor = { left: 400, top: 100, bottom: 128, width: 100 };
  assert.deepEqual(placeTip(anchor, bubble, room), { left: 350, top: 136 });
});

test("it stays inside the window at the sides", () => {
  assert.equal(placeTip({ left: 0, top: 100, bottom: 128, width: 40 }, bubble, room).left, 8);
  assert.equal(placeTip({ left: 960, top: 100, bottom: 128, width: 40 }, bubble, room).left, 792);
});

test("it goes above where there is no room below", () => {
  const anchor = { left: 400, top: 740, bottom: 768, width: 100 };
  assert.equal(placeTip(anchor, bubble, room).top, 632);
});
