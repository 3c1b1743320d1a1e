// The model graph's data: layouts that hold together, sizes, and what makes a miniature be drawn anew.
import assert from "node:assert/strict";
import { test } from "node:test";
import { besideNode } from "../../../src/views/graph/graph-tooltip.js";
import { LAYOUTS } from "../../../src/views/graph/layouts.js";
import { MINIATURES, looksTheSame } from "../../../src/views/graph/miniatures.js";
import { zoomFor } from "../../../src/views/graph/model-graph.js";
import { frameWith } from "../../support/scene.js";

/** @typedef {import("../../../src/views/graph/layouts.js").Layout} Layout */

/** @type {[string, Layout][]} */
const all = Object.entries(LAYOUTS).flatMap(([name, /** @type {Layout} */ layout]) => [
  [name, layout],
  ...(layout.narrow ? [/** @type {[string, Layout]} */ ([`${name}, narrow`, layout.narrow])] : []),
]);

for (const [name, layout] of all) {
  test(`${name}: nodes lie within the graph and apart from each other`, () => {
    const boxes = Object.entries(layout.nodes);
    for (const [id, { x, y, width, height }] of boxes) {
      assert.ok(x >= 0 && y >= 0 && x + width <= layout.width && y + height <= layout.height, id);
      for (const [other, box] of boxes) {
        if (other <= id) continue;
        const apart =
          x + width <= box.x || box.x + box.width <= x || y + height <= box.y || box.y + box.height <= y;
        assert.ok(apart, `${id} lies on ${other}`);
      }
    }
  });

  test(`${name}: an edge's ends are parts of the model, and its arrow stands where it ends`, () => {
    for (const [id, { d, tip, serves, teaches }] of Object.entries(layout.edges)) {
      for (const end of id.split("-")) assert.ok(end in LAYOUTS.overview.nodes, id);
      assert.ok(serves?.length || teaches, `${id} serves nobody`);
      if (!tip) continue;
      const [x, y, direction] = tip;
      const last = Number(d.match(/-?[\d.]+$/)?.[0]);
      assert.ok(Math.abs((direction === "right" ? x : y) - last) <= 3, `${id} ends at ${last}`);
    }
  });
}

test("wide graphs fill the room up to a limit, and grow only where it is high enough", () => {
  const layout = LAYOUTS.overview;
  assert.equal(zoomFor(layout, { width: 504, height: 300 }, false), 1);
  assert.equal(zoomFor(layout, { width: 605, height: 900 }, false), 1.2);
  assert.equal(zoomFor(layout, { width: 605, height: 412 }, false), 1);
  assert.equal(zoomFor(layout, { width: 2000, height: 2000 }, false), 1.35);
  assert.equal(zoomFor(layout, { width: 252, height: 2000 }, false), 0.5);
  assert.equal(zoomFor(layout, { width: 1008, height: 1 }, true), 2);
});

test("a miniature is drawn anew when one of its arrays has other numbers", () => {
  const { arrays } = MINIATURES.predictions_real;
  const frame = () => frameWith({ real: Float32Array.of(1, 2), dReal: Float32Array.of(0.5), fake: Float32Array.of(0, 0) });
  const moved = frame();
  moved.arrays.dReal = Float32Array.of(0.6);
  assert.ok(looksTheSame(arrays, frame(), frame()));
  assert.ok(!looksTheSame(arrays, frame(), moved));
  assert.ok(!looksTheSame(arrays, null, frame()));
  assert.ok(!looksTheSame(arrays, frame(), frameWith({})));
});

test("the tooltip stands beside its node, within the graph, and never on it", () => {
  for (const [name, layout] of all) {
    for (const [id, box] of Object.entries(layout.nodes)) {
      const { x, y } = besideNode(box, 88, layout);
      assert.ok(x >= 0 && x + 216 <= layout.width && y >= 0, `${name}: ${id}`);
      const apart = x + 216 < box.x || x > box.x + box.width || y + 88 < box.y || y > box.y + box.height;
      assert.ok(apart, `${name}: ${id}`);
    }
  }
});

test("of its sides the tooltip takes the one where it hides least", () => {
  const node = { x: 150, y: 100, width: 50, height: 50 };
  const above = { x: 150, y: 40, width: 50, height: 20 };
  const below = { x: 150, y: 180, width: 50, height: 30 };
  const { y } = besideNode(node, 88, { width: 350, height: 300, nodes: { fake: node, real: above, noise: below } });
  assert.equal(y, 100 - 5 - 88);
});
