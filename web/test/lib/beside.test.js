// The place of a card beside what it speaks of.
import assert from "node:assert/strict";
import { test } from "node:test";
import { overlap, placeBeside } from "../../src/lib/beside.js";

const ROOM = { left: 0, top: 0, width: 1440, height: 900 };
const CARD = { width: 336, height: 220 };
const PLOT = { left: 552, top: 168, width: 600, height: 600 };

/** @param {import("../../src/lib/beside.js").Box} thing @param {import("../../src/lib/beside.js").Box|null} [scene] */
const placed = (thing, scene) => ({ ...placeBeside(thing, CARD, ROOM, scene), ...CARD });

test("boxes overlap by their common part", () => {
  const box = { left: 0, top: 0, width: 10, height: 10 };
  assert.equal(overlap(box, { left: 5, top: 5, width: 10, height: 10 }), 25);
  assert.equal(overlap(box, { left: 10, top: 0, width: 5, height: 5 }), 0);
});

test("the card covers neither the thing nor the edge of the window, wherever the thing is", () => {
  for (let left = 0; left <= 1400; left += 100) {
    for (let top = 0; top <= 860; top += 86) {
      const thing = { left, top, width: 40, height: 40 };
      const card = placed(thing);
      assert.equal(overlap(card, thing), 0);
      assert.ok(card.left >= 0 && card.left + card.width <= ROOM.width, `left ${left}, top ${top}`);
      assert.ok(card.top >= 0 && card.top + card.height <= ROOM.height);
    }
  }
});

test("it leaves the picture free, where what it asks for can be seen", () => {
  for (const thing of [
    { left: 600, top: 60, width: 48, height: 48 },
    { left: 750, top: 72, width: 72, height: 32 },
    { left: 640, top: 780, width: 80, height: 24 },
    { left: 16, top: 80, width: 504, height: 40 },
  ]) {
    const card = placed(thing, PLOT);
    assert.equal(overlap(card, thing), 0);
    assert.equal(overlap(card, PLOT), 0);
  }
});

test("where there is no room it covers as little as it can, and never the thing", () => {
  const room = { left: 0, top: 0, width: 390, height: 772 };
  const plot = { left: 16, top: 180, width: 358, height: 358 };
  const thumbnails = { left: 16, top: 110, width: 358, height: 56 };
  const card = { width: 374, height: 230 };
  const at = placeBeside(thumbnails, card, room, plot);
  assert.equal(overlap({ ...at, ...card }, thumbnails), 0);
  assert.ok(overlap({ ...at, ...card }, plot) < 0.1 * 358 * 358);
});

test("a thing as large as the window is covered, but the card stays in it", () => {
  const at = placeBeside({ left: -50, top: -50, width: 2000, height: 2000 }, CARD, ROOM);
  assert.ok(at.left >= 0 && at.top >= 0);
});
