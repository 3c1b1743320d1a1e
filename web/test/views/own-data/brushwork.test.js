// The brush in hand: what pointers and keys do to the drawing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PlaneScale } from "../../../src/lib/scale.js";
import { PLANE_EXTENT } from "../../../src/lib/data/limits.js";
import { OwnData } from "../../../src/own-data.js";
import { Brushwork } from "../../../src/views/own-data/brushwork.js";

function board() {
  const own = new OwnData();
  own.openBoard(null, 0.02, { fewest: 20, most: 1200 });
  /** @type {any[]} */
  const rings = [];
  /** @type {[number, number][]} */
  const said = [];
  const picture = { scale: new PlaneScale(PLANE_EXTENT, 260, 1), set: (/** @type {any} */ { ring }) => rings.push(ring) };
  const work = new Brushwork(own, () => /** @type {any} */ (picture), {
    say: (x, y) => said.push([x, y]),
    leave: () => own.closeBoard(),
  });
  const points = () => own.drawing.value?.points ?? [];
  return { own, work, rings, said, points };
}

const element = {
  setPointerCapture: () => undefined,
  focus: () => undefined,
  getBoundingClientRect: () => ({ left: 100, top: 50 }),
};

/** @param {number} clientX @param {number} clientY @param {object} [more] @returns {any} */
const pointer = (clientX, clientY, more) => ({
  clientX, clientY, isPrimary: true, button: 0, buttons: 1, pressure: 0.5, pointerType: "mouse", currentTarget: element, ...more,
});

/** @param {string} key @param {object} [more] @returns {any} */
const press = (key, more) => ({ key, preventDefault: () => undefined, ...more });

test("the pointer draws where it is, in the plane's units", () => {
  const { work, points } = board();
  work.onPointerDown(pointer(100 + 130, 50 + 130));
  for (const [x, y] of points()) assert.ok(Math.hypot(x, y) <= 0.051);
  work.onPointerMove(pointer(100 + 230, 50 + 30));
  work.onPointerUp(pointer(100 + 230, 50 + 30));
  assert.ok(points().some(([x, y]) => x > 0.9 && y > 0.9));
  const drawn = points().length;
  work.onPointerMove(pointer(100, 50)); // lifted
  assert.equal(points().length, drawn);
});

test("all steps between two refreshes are drawn", () => {
  const { work, points } = board();
  work.onPointerDown(pointer(230, 180));
  const steps = [pointer(230, 60), pointer(330, 60)];
  work.onPointerMove({ ...pointer(330, 180), getCoalescedEvents: () => steps });
  assert.ok(points().some(([x, y]) => x > 0.4 && x < 0.6 && y > 1.1));
});

test("a second finger and other buttons draw nothing", () => {
  const { work, points } = board();
  work.onPointerDown(pointer(230, 180, { isPrimary: false }));
  work.onPointerDown(pointer(230, 180, { button: 2, buttons: 2 }));
  assert.equal(points().length, 0);
});

test("a pen presses harder and softer, and its other end erases", () => {
  const counts = [0.1, 1].map((pressure) => {
    const { work, points } = board();
    work.onPointerDown(pointer(110, 180, { pointerType: "pen", pressure }));
    work.onPointerMove(pointer(350, 180, { pointerType: "pen", pressure }));
    return points().length;
  });
  assert.ok(counts[1] > 4 * counts[0]);
  const { work, points } = board();
  work.onPointerDown(pointer(230, 180));
  work.onPointerUp(pointer(230, 180));
  work.onPointerDown(pointer(230, 180, { pointerType: "pen", button: 5, buttons: 32 }));
  assert.equal(points().length, 0);
});

test("arrow keys move the brush, space puts points down, shift draws a line", () => {
  const { work, points, said } = board();
  for (let i = 0; i < 4; i += 1) work.onKeyDown(press("ArrowRight"));
  assert.deepEqual(said.at(-1), [0.2, 0]);
  assert.equal(points().length, 0);
  work.onKeyDown(press(" "));
  assert.ok(points().length > 0 && points().every(([x, y]) => Math.hypot(x - 0.2, y) <= 0.051));
  for (let i = 0; i < 10; i += 1) work.onKeyDown(press("ArrowUp", { shiftKey: true }));
  assert.ok(points().some(([, y]) => y > 0.4));
});

test("delete erases, control z takes back, control y repeats, escape puts the board away", () => {
  const { own, work, points } = board();
  work.onKeyDown(press("Enter"));
  const drawn = points();
  work.onKeyDown(press("Delete"));
  assert.equal(points().length, 0);
  work.onKeyDown(press("z", { ctrlKey: true }));
  assert.equal(points(), drawn);
  work.onKeyDown(press("Z", { metaKey: true, shiftKey: true }));
  assert.equal(points().length, 0);
  work.onKeyDown(press("z", { ctrlKey: true }));
  work.onKeyDown(press("y", { ctrlKey: true }));
  assert.equal(points().length, 0);
  work.onKeyDown(press("Escape"));
  assert.equal(own.drawing.value, null);
});

test("other keys are left to the page, and the brush stays in the plane", () => {
  const { work, said } = board();
  let taken = 0;
  const preventDefault = () => (taken += 1);
  work.onKeyDown(/** @type {any} */ ({ key: "s", preventDefault }));
  work.onKeyDown(/** @type {any} */ ({ key: "Tab", preventDefault }));
  work.onKeyDown(/** @type {any} */ ({ key: "ArrowUp", altKey: true, preventDefault }));
  assert.equal(taken, 0);
  for (let i = 0; i < 40; i += 1) work.onKeyDown(press("ArrowLeft"));
  assert.deepEqual(said.at(-1), [-1.3, 0]);
});
