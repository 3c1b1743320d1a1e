// The model graph's data: layouts that hold together, sizes, and what makes a miniature be drawn anew.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chipsOf } from "../../../src/views/graph/beside.js";
import { besideNode } from "../../../src/views/graph/graph-tooltip.js";
import { LAYOUTS, shapeFor } from "../../../src/views/graph/layouts.js";
import { MINIATURES, looksTheSame } from "../../../src/views/graph/miniatures.js";
import { zoomFor } from "../../../src/views/graph/model-graph.js";
import { frameWith } from "../../support/scene.js";

/** @typedef {import("../../../src/views/graph/layouts.js").Layout} Layout */

/** @type {[string, Layout][]} */
const all = Object.entries(LAYOUTS).flatMap(([name, /** @type {Layout} */ layout]) =>
  [layout, layout.narrow, layout.encoded, layout.narrow?.encoded].flatMap((shape, index) =>
    shape ? [/** @type {[string, Layout]} */ ([name + ["", ", narrow", ", encoded", ", narrow, encoded"][index], shape])] : [],
  ),
);

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
      for (const end of id.split("-")) assert.ok(end in layout.nodes, id);
      assert.ok(serves?.length || teaches, `${id} serves nobody`);
      if (!tip) continue;
      const [x, y, direction] = tip;
      const last = Number(d.match(/-?[\d.]+$/)?.[0]);
      assert.ok(Math.abs((direction === "right" ? x : y) - last) <= 3, `${id} ends at ${last}`);
    }
  });
}

test("an encoder's node and the pairs that D judges stand in the graph of a model that has one, and in no other", () => {
  const pairs = ["real-encoder", "encoder-discriminator", "noise-discriminator"];
  for (const width of [600, 358]) {
    const plain = shapeFor(LAYOUTS.overview, width, false);
    const encoded = shapeFor(LAYOUTS.overview, width, true);
    assert.deepEqual([plain.nodes.encoder, ...pairs.map((id) => plain.edges[id])], [undefined, undefined, undefined, undefined]);
    assert.ok(encoded.nodes.encoder && encoded.width === plain.width);
    const heights = ["real-discriminator", pairs[1], "fake-discriminator", pairs[2]].map((id) => encoded.edges[id].tip?.[1] ?? NaN);
    const { y, height } = encoded.nodes.discriminator ?? assert.fail();
    assert.deepEqual(heights, [...heights].sort((a, b) => a - b), "each pair side by side");
    assert.ok(heights.every((tip) => tip > y && tip < y + height));
  }
});

test("D's packs have a chip where it sees more than one sample at once, and it stands free", () => {
  /** @param {number} packing */
  const ids = (packing) => chipsOf(LAYOUTS.overview, { config: { packing }, classes: 0 }).map(([id, , { label }]) => [id, label]);
  assert.deepEqual([ids(1), ids(3)], [[], [["packs", "packs of 3"]]]);
  for (const [name, { beside, nodes }] of all) {
    const chip = beside?.packs ?? assert.fail(name);
    for (const [id, { x, y, width, height }] of Object.entries(nodes)) {
      const apart = chip.x + chip.width <= x || x + width <= chip.x || chip.y + chip.height <= y || y + height <= chip.y;
      assert.ok(apart, `${name}: ${id}`);
    }
  }
});

test("in the encoder's node codes stand for their real samples, on the noise's scale", () => {
  const codes = { data: Float32Array.of(1, 2, 9, 3, 4, 9), shape: [2, 3] };
  const noise = { data: Float32Array.of(-1, -1, 0, 1, 1, 0), shape: [2, 3] };
  const frame = frameWith({ codes, noise });
  const { samples, extent } = MINIATURES.encoder;
  assert.deepEqual(samples(frame), { real: Float32Array.of(1, 2, 3, 4) });
  assert.deepEqual(extent?.(frame), MINIATURES.noise.extent?.(frame));
  assert.deepEqual(samples(frameWith({})), {});
});

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
