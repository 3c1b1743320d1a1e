// The brush: what it sprays and erases, its limit, and the way back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Drawing } from "../../../src/lib/data/drawing.js";
import { packPoints } from "../../../src/lib/point-codec.js";
import { seededRandom } from "../../../src/lib/random.js";

const brush = { radius: 0.05, erases: false, pressure: 0.5 };
const eraser = { ...brush, erases: true };

/** @param {ConstructorParameters<typeof Drawing>[0]} [points] */
const blank = (points = [], most = 1200) => new Drawing(points, most, seededRandom(1));

/** @param {Drawing} drawing @param {[number, number][]} way @param {typeof brush} [with_] */
function stroke(drawing, way, with_ = brush) {
  const [[x, y], ...rest] = way;
  drawing.begin(x, y, with_);
  for (const [toX, toY] of rest) drawing.moveTo(toX, toY, with_);
  drawing.end();
}

test("a dab puts points within the brush", () => {
  const drawing = blank();
  stroke(drawing, [[0.5, -0.5]]);
  assert.ok(drawing.points.length >= 2);
  for (const [x, y] of drawing.points) assert.ok(Math.hypot(x - 0.5, y + 0.5) <= 0.051);
});

test("a stroke is evenly covered, however its steps are cut", () => {
  const counts = [1, 7, 100].map((steps) => {
    const drawing = blank();
    stroke(drawing, Array.from({ length: steps + 1 }, (_, i) => [(2 * i) / steps - 1, 0]));
    for (let x = -0.9; x < 0.9; x += 0.2) {
      assert.ok(drawing.points.some((point) => Math.abs(point[0] - x) < 0.1), `a gap at ${x}`);
    }
    return drawing.points.length;
  });
  assert.ok(Math.max(...counts) - Math.min(...counts) <= 2, `${counts}`);
});

test("pressure and width make it denser", () => {
  /** @param {Partial<typeof brush>} change */
  const count = (change) => {
    const drawing = blank();
    stroke(drawing, [[-1, 0], [1, 0]], { ...brush, ...change });
    return drawing.points.length;
  };
  assert.ok(count({ pressure: 1 }) > 1.8 * count({}));
  assert.ok(count({ pressure: 0.1 }) < 0.3 * count({}));
  assert.ok(count({ radius: 0.2 }) > 1.5 * count({}));
});

test("every point can stand in an address, and none lies outside the plane", () => {
  const drawing = blank();
  stroke(drawing, [[-1.3, -1.3], [1.3, 1.3], [3, 3]], { ...brush, radius: 0.4 });
  assert.ok(drawing.points.length > 0);
  assert.ok(drawing.points.flat().every((value) => Math.abs(value) <= 1.3));
  assert.equal(packPoints(drawing.points).length, 4 * drawing.points.length);
});

test("it never holds more than it may", () => {
  const drawing = blank([], 100);
  for (let i = 0; i < 5; i += 1) stroke(drawing, [[-1, 0], [1, 0]]);
  assert.equal(drawing.points.length, 100);
  assert.ok(drawing.isFull);
});

test("the eraser takes what it passes over, also between two far places", () => {
  const drawing = blank([[0, 0], [0.5, 0.02], [0, 0.5]]);
  stroke(drawing, [[-1, 0], [1, 0]], eraser);
  assert.deepEqual(drawing.points, [[0, 0.5]]);
});

test("undo takes back stroke by stroke, clear too, and redo repeats", () => {
  const drawing = blank([[1, 1]]);
  const start = drawing.points;
  stroke(drawing, [[-1, 0], [1, 0]]);
  const drawn = drawing.points;
  stroke(drawing, [[-1, 0], [1, 0]], eraser);
  drawing.clear();
  assert.deepEqual(drawing.points, []);
  drawing.undo();
  drawing.undo();
  assert.equal(drawing.points, drawn);
  drawing.undo();
  assert.equal(drawing.points, start);
  drawing.undo(); // nothing before: stays
  assert.equal(drawing.points, start);
  drawing.redo();
  assert.equal(drawing.points, drawn);
  stroke(drawing, [[0, 1]]);
  assert.deepEqual(drawing.future, []);
});

test("a stroke that changes nothing leaves nothing to undo", () => {
  const drawing = blank([[1, 1]]);
  stroke(drawing, [[-1, -1]], eraser);
  drawing.moveTo(0, 0, brush); // the brush is up
  assert.deepEqual(drawing.past, []);
  assert.deepEqual(drawing.points, [[1, 1]]);
});
