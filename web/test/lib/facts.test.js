// What a frame says about one sample and about the picture.
import assert from "node:assert/strict";
import { test } from "node:test";
import { honestFacts, pictureFacts, sampleFacts } from "../../src/lib/facts.js";
import { frameWith } from "../support/scene.js";

const frame = frameWith({
  real: Float32Array.of(1, 2),
  fake: Float32Array.of(0, 0, 3, 4),
  gradients: Float32Array.of(0, 0, -1, 1),
  noise: { data: Float32Array.of(1, 2, 3, 4, 5, 6), shape: [2, 3] },
  dReal: Float32Array.of(0.75),
  dFake: Float32Array.of(0.25, 0.875),
});

test("a fake has a verdict, a gradient and the noise that it was made of", () => {
  assert.deepEqual(sampleFacts(frame, { kind: "fake", index: 1 }), {
    kind: "fake",
    x: 3,
    y: 4,
    verdict: 0.875,
    gradient: [-1, 1],
    noise: Float32Array.of(4, 5, 6),
  });
});

test("a real sample has neither gradient nor noise", () => {
  const facts = sampleFacts(frame, { kind: "real", index: 0 });
  assert.deepEqual([facts?.gradient, facts?.noise], [null, null]);
});

test("a sample that the frame does not hold is null", () => {
  assert.equal(sampleFacts(frame, { kind: "real", index: 1 }), null);
  assert.equal(sampleFacts(frameWith({}), { kind: "fake", index: 0 }), null);
});

test("arrays that were not asked for leave their facts out", () => {
  const facts = sampleFacts(frameWith({ fake: Float32Array.of(1, 1) }), { kind: "fake", index: 0 });
  assert.deepEqual([facts?.verdict, facts?.gradient, facts?.noise], [null, null, null]);
});

test("the picture counts samples and fooled verdicts", () => {
  assert.deepEqual(pictureFacts(frame), { step: 0, real: 1, fake: 2, fooled: 0.5 });
  assert.deepEqual(pictureFacts(frameWith({})), { step: 0, real: 0, fake: 0, fooled: null });
});

test("a verdict is told as a probability only where it is one, else as a score", () => {
  const arrays = { fake: new Float32Array(2), dFake: Float32Array.of(1), dFakeRaw: Float32Array.of(12) };
  const loss = (/** @type {object} */ more) => /** @type {any} */ ({ id: "some", params: [], ...more });
  const told = (/** @type {any} */ entry) => {
    const { verdict, score } = honestFacts(frameWith(arrays), { kind: "fake", index: 0 }, entry) ?? {};
    return [verdict, score];
  };
  assert.deepEqual(told(loss({ probability: true, boundary: 0 })), [1, undefined]);
  assert.deepEqual(told(undefined), [1, undefined]);
  assert.deepEqual(told(loss({ boundary: 0.5 })), [null, 12]);
});
