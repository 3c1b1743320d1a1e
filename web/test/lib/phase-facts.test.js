// What phases come to in numbers, and what pictures show of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { phaseFacts } from "../../src/lib/phase-facts.js";
import { phaseFrame } from "../../src/lib/phase-frame.js";
import { sceneOf } from "../../src/lib/phase-scene.js";
import { LAYOUTS } from "../../src/views/graph/layouts.js";
import { TEXTS } from "../../src/texts.js";
import { frameWith } from "../support/scene.js";

/** @typedef {import("../../src/protocol.js").Phase} Phase */

const PLAYERS = /** @type {const} */ (["discriminator", "generator"]);
const NAMES = /** @type {const} */ (["samples", "predictions", "loss", "gradients", "update"]);

/** @param {Partial<Phase>} found @returns {Phase} */
const phase = (found) => ({ player: "discriminator", name: "update", index: 5, turn: 1, turns: 1, last: false, ...found });

/** @param {object} more @returns {any} */
const loss = (more) => ({ id: "some", label: "Some", params: [], ...more });

const JUDGED = {
  xFake: new Float32Array(8),
  dReal: Float32Array.of(2, 0.25, -1, 3),
  dFake: Float32Array.of(-2, 0.25, 0, 1),
};

test("shares are counted from the boundary of the loss", () => {
  const shares = (/** @type {any} */ entry) => {
    const { realSaid, fakeSaid } = phaseFacts(phase(JUDGED), entry);
    return [realSaid, fakeSaid];
  };
  assert.deepEqual(shares(loss({ probability: true, boundary: 0 })), [0.75, 0.5]);
  assert.deepEqual(shares(loss({ boundary: 0.5 })), [0.5, 0.25]);
});

test("a loss says how its output is read; one that says nothing leaves a score", () => {
  const output = (/** @type {any} */ entry) => phaseFacts(phase(JUDGED), entry).output;
  assert.equal(output(loss({ probability: true, boundary: 0 })), "probability");
  assert.equal(output(loss({ boundary: 0 })), "line");
  assert.equal(output(loss({})), "score");
  assert.equal(phaseFacts(phase(JUDGED), loss({})).realMean, 1.0625);
});

test("whether samples push alike", () => {
  const push = (/** @type {number[]} */ real, /** @type {number[]} */ fake) =>
    phaseFacts(phase({ slopeReal: Float32Array.from(real), slopeFake: Float32Array.from(fake) }), loss({})).push;
  assert.equal(push([-1, -1], [1, 1]), "alike");
  assert.equal(push([-1, -0.2], [1, 1]), "unlike");
  assert.equal(push([0, 0], [0, 0]), "none");
});

test("what a turn has not found yet is not shown, least of all another batch's", () => {
  const usual = { real: new Float32Array(4), dReal: new Float32Array(2), fake: new Float32Array(4), dFake: new Float32Array(2), gradients: new Float32Array(4) };
  const { arrays } = phaseFrame(
    { ...frameWith(usual), phase: phase({ name: "samples", index: 1, xReal: Float32Array.of(1, 2), xFake: Float32Array.of(3, 4) }) },
    0,
  );
  assert.deepEqual(arrays.real, Float32Array.of(1, 2));
  assert.deepEqual([arrays.dReal, arrays.dFake, arrays.gradients], [undefined, undefined, undefined]);
});

test("G sees no real samples: the usual ones stay, with their verdicts", () => {
  const usual = { real: new Float32Array(4), dReal: new Float32Array(2) };
  const { arrays } = phaseFrame(
    { ...frameWith(usual), phase: phase({ player: "generator", name: "loss", index: 3, xFake: Float32Array.of(3, 4), dFake: Float32Array.of(0) }) },
    0,
  );
  assert.equal(arrays.real, usual.real);
  assert.equal(arrays.dReal, usual.dReal);
  assert.deepEqual(arrays.dFake, Float32Array.of(0.5));
});

test("when G moves, the usual fakes show where the same noise went", () => {
  const usual = { fake: new Float32Array(4) };
  const frame = { ...frameWith(usual), phase: phase({ player: "generator", xFake: new Float32Array(2) }) };
  assert.equal(phaseFrame(frame, 0), frame);
});

for (const player of PLAYERS) {
  for (const name of NAMES) {
    test(`${player}'s ${name} lights parts that the graph has`, () => {
      const { lit } = sceneOf({ player, name });
      assert.ok(lit.nodes.size > 0);
      for (const id of lit.nodes) assert.ok(id in LAYOUTS.slow.nodes, id);
      for (const id of lit.edges) assert.ok(id in LAYOUTS.slow.edges, id);
    });
  }
}

test("every caption is there for every kind of output, without a hole", () => {
  for (const { slow } of Object.values(TEXTS)) {
    for (const entry of [loss({ probability: true, boundary: 0 }), loss({ boundary: 0.5 }), loss({})]) {
      for (const player of PLAYERS) {
        for (const name of NAMES) {
          const now = phase({ ...JUDGED, player, name, loss: 1.25, penalty: 0.5, gradientNorm: 2, updateNorm: 0.1, weights: 100 });
          const { title, text } = slow.captions[player][name](phaseFacts(now, entry), now, null, false);
          assert.doesNotMatch(`${title} ${text}`, /undefined|NaN|null|object/);
          if (!entry.probability) assert.doesNotMatch(text, /“real”|„echt“/);
          if (entry.boundary === undefined) assert.doesNotMatch(text, /%/);
        }
      }
    }
  }
});

test("a loss of pairs has its real samples in the generator's phases, too", () => {
  const player = "generator";
  for (const name of /** @type {const} */ (["samples", "predictions", "loss"])) {
    const [alone, beside] = [false, true].map((pairs) => sceneOf({ player, name }, pairs));
    assert.ok(alone.faint.has("real") && !beside.faint.has("real"), name);
    assert.ok(beside.shown.real && beside.shown.fake, name);
  }
  assert.ok(sceneOf({ player, name: "predictions" }, true).lit.nodes.has("predictions_real"));
  assert.equal(sceneOf({ player, name: "update" }, true), sceneOf({ player, name: "update" }));
  assert.equal(phaseFacts(phase(JUDGED), loss({ pairs: true })).pairs, true);
  assert.equal(phaseFacts(phase(JUDGED), loss({})).pairs, false);
});
