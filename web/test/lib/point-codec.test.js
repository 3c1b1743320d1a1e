// Points in an address: exact both ways, short, and clear about what is wrong.
import assert from "node:assert/strict";
import { test } from "node:test";
import { packPoints, snap, unpackPoints } from "../../src/lib/point-codec.js";
import { seededRandom } from "../../src/lib/random.js";

/** @param {number} seed @param {number} count @param {number} reach */
function somePoints(seed, count, reach = 2.047) {
  const random = seededRandom(seed);
  const coordinate = () => snap((2 * random() - 1) * reach);
  return Array.from({ length: count }, () => /** @type {[number, number]} */ ([coordinate(), coordinate()]));
}

test("any points on the lattice come back exactly, in their order", () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const points = somePoints(seed, seed * 7);
    assert.deepEqual(unpackPoints(packPoints(points)), points);
  }
});

test("the corners of the lattice and its middle come back exactly", () => {
  const points = /** @type {[number, number][]} */ ([[-2.048, 2.047], [2.047, -2.048], [0, 0], [0.001, -0.001]]);
  assert.deepEqual(unpackPoints(packPoints(points)), points);
  assert.deepEqual(unpackPoints(""), []);
});

test("four characters a point, none of which an address would escape", () => {
  const text = packPoints(somePoints(1, 1200));
  assert.equal(text.length, 4800);
  assert.equal(encodeURIComponent(text), text);
});

test("the text of a point is fixed, so that old links keep their meaning", () => {
  assert.equal(packPoints([[0, 0], [-1, 0.5]]), "gAgAQYn0");
});

test("every other text of the alphabet's characters is a list of points as well", () => {
  const random = seededRandom(5);
  const text = packPoints(somePoints(3, 50));
  const shuffled = [...text].sort(() => random() - 0.5).join("");
  assert.equal(packPoints(unpackPoints(shuffled)), shuffled);
});

test("what is cut off or does not belong there is named", () => {
  assert.throws(() => unpackPoints("gAgAQY"), /ends within point 2/);
  for (const bad of ["gAg=", "gA A", "gAgé", 'gA"A', "gA\u0000A"]) {
    assert.throws(() => unpackPoints(bad), /does not belong there/);
  }
  assert.throws(() => unpackPoints("gAg="), /at place 4/);
});

test("points that the text could not give back exactly are refused by number", () => {
  assert.throws(() => packPoints([[0, 0], [0.0005, 0]]), /Point 2 .* got 0\.0005/);
  assert.throws(() => packPoints([[0, 2.048]]), /Point 1 .* got 2\.048/);
  assert.throws(() => packPoints([[NaN, 0]]), /got NaN/);
  assert.throws(() => packPoints([[Infinity, 0]]), /got Infinity/);
});

test("snapping goes to the nearest thousandth and knows no negative zero", () => {
  assert.equal(snap(0.12345), 0.123);
  assert.ok(Object.is(snap(-0.0001), 0));
});
