// Held keys act less often than the browser repeats them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { REPEAT_MS, slowRepeat } from "../../src/controls/repeat.js";

test("a held key acts ten times a second, a pressed one always", () => {
  let timeMs = 0;
  const acts = slowRepeat(() => timeMs);
  assert.equal(acts({ repeat: false }), true);
  let acted = 0;
  for (let press = 0; press < 33; press += 1) {
    timeMs += 30;
    acted += Number(acts({ repeat: true }));
  }
  assert.ok(acted >= 7 && acted <= 990 / REPEAT_MS, `acted ${acted} times`);
  assert.equal(acts({ repeat: false }), true);
});
