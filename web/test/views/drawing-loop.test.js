// The loop of all pictures: one turn per refresh, whatever asks for it.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { DrawingLoop } from "../../src/views/drawing-loop.js";

/** @type {(() => void)[]} */
let turns;
/** @type {DrawingLoop} */
let loop;

beforeEach(() => {
  turns = [];
  loop = new DrawingLoop((turn) => turns.push(turn));
});

test("pictures that ask between two refreshes are drawn in one turn, in their order", () => {
  /** @type {string[]} */
  const drawn = [];
  for (const name of ["plot", "noise", "fake"]) loop.request(() => drawn.push(name));
  assert.equal(turns.length, 1);
  turns[0]();
  assert.deepEqual(drawn, ["plot", "noise", "fake"]);
});

test("who asks while it is drawn waits for the next refresh", () => {
  let drawn = 0;
  const again = () => {
    drawn += 1;
    loop.request(again);
  };
  loop.request(again);
  turns[0]();
  assert.equal(drawn, 1);
  turns[1]();
  assert.equal(drawn, 2);
});

test("a request that is taken back is not drawn, and costs no second turn", () => {
  const request = loop.request(() => assert.fail("it was cancelled"));
  loop.cancel(request);
  loop.request(() => undefined);
  assert.equal(turns.length, 1);
  turns[0]();
});
