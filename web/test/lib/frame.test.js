// Decoding of frames as the server's protocol.py describes them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeFrame } from "../../src/lib/frame.js";
import { container } from "../support/container.js";

const METADATA = { frame: "3", step: "1900", status: "playing", steps_per_second: "118.5" };

/** @param {Record<string, string>} metadata */
const bare = (metadata) => decodeFrame(container({ __metadata__: metadata }));

test("numbers come from the metadata", () => {
  const frame = bare({
    ...METADATA,
    d_loss: "1.298",
    g_loss: "0.746",
    d_grad_norm: "0.4",
    g_grad_norm: "Infinity",
    metrics: '{"js_divergence":0.58}',
    instruments: '{"mmd":{"value":0.02,"step":1800,"p":0.4}}',
    mode_shares: "[0.5,0]",
    diagnosis: '[{"id":"oscillation","since":300,"level":0.6,"case":0,"facts":{"swing":0.6}}]',
    units: '{"player":"generator","layer":2}',
    noise_std: "0.05",
    rate_factor: "0.5",
    request: "12",
  });
  assert.deepEqual(frame, {
    number: 3,
    step: 1900,
    status: "playing",
    dLoss: 1.298,
    gLoss: 0.746,
    dGradNorm: 0.4,
    gGradNorm: Infinity,
    noiseStd: 0.05,
    realLabel: null,
    rateFactor: 0.5,
    examples: null,
    epochs: null,
    stepsPerSecond: 118.5,
    examplesPerSecond: null,
    verdictMs: null,
    trainedS: 0,
    metrics: { js_divergence: 0.58 },
    instruments: { mmd: { value: 0.02, step: 1800, p: 0.4 } },
    modeShares: [0.5, 0],
    density: null,
    diagnosis: [{ id: "oscillation", since: 300, level: 0.6, case: 0, facts: { swing: 0.6 } }],
    classes: 0,
    units: { player: "generator", layer: 2 },
    request: 12,
    phase: null,
    inspection: null,
    arrays: {},
  });
});

test("an inspection has its words and its own arrays, apart from the picture's", () => {
  const header = {
    __metadata__: { ...METADATA, inspection: '{"id":"walk","params":{"picks":[1,2]},"step":4}' },
    inspection_images: { dtype: "U8", shape: [2, 1, 1, 1], data_offsets: [0, 2] },
  };
  const { inspection, arrays } = decodeFrame(container(header, Uint8Array.of(7, 255)));
  const images = { data: Uint8Array.of(7, 255), shape: [2, 1, 1, 1] };
  assert.deepEqual(inspection, { id: "walk", params: { picks: [1, 2] }, step: 4, arrays: { images } });
  assert.deepEqual(arrays, {});
});

test("what a frame does not say is null", () => {
  const { dLoss, gLoss, metrics, modeShares, diagnosis, request } = bare(METADATA);
  assert.deepEqual([dLoss, gLoss, metrics, modeShares, diagnosis, request], [null, null, null, null, null, null]);
});

test("points are widened and flat, grids keep their shape, names turn to camel case", () => {
  const header = {
    __metadata__: METADATA,
    fake: { dtype: "F16", shape: [1, 2], data_offsets: [0, 4] },
    d_fake: { dtype: "F16", shape: [1], data_offsets: [4, 6] },
    d_grid: { dtype: "U8", shape: [1, 2], data_offsets: [6, 8] },
    manifold: { dtype: "F16", shape: [1, 1, 2], data_offsets: [0, 4] },
  };
  const { arrays } = decodeFrame(container(header, Uint8Array.of(0, 60, 0, 192, 0, 56, 7, 255)));
  assert.deepEqual(arrays.fake, Float32Array.of(1, -2));
  assert.deepEqual(arrays.dFake, Float32Array.of(0.5));
  assert.deepEqual(arrays.dGrid, { data: Uint8Array.of(7, 255), shape: [1, 2] });
  assert.deepEqual(arrays.manifold, { data: Float32Array.of(1, -2), shape: [1, 1, 2] });
});

test("a phase has its words, its numbers and its batch, apart from the picture's arrays", () => {
  const words = '{"player":"generator","name":"update","index":5,"turn":1,"turns":2,"last":false,"update_norm":0.5}';
  const header = {
    __metadata__: { ...METADATA, phase: words },
    phase_x_fake: { dtype: "F16", shape: [1, 2], data_offsets: [0, 4] },
    phase_d_fake: { dtype: "F16", shape: [1], data_offsets: [4, 6] },
  };
  const { phase, arrays } = decodeFrame(container(header, Uint8Array.of(0, 60, 0, 192, 0, 56)));
  assert.deepEqual(phase, {
    player: "generator",
    name: "update",
    index: 5,
    turn: 1,
    turns: 2,
    last: false,
    updateNorm: 0.5,
    xFake: Float32Array.of(1, -2),
    dFake: Float32Array.of(0.5),
  });
  assert.deepEqual(arrays, {});
});

/** @type {[Record<string, string>, RegExp][]} */
const MALFORMED = [
  [{ step: "1", status: "paused" }, /expected frame in its metadata, got none/],
  [{ ...METADATA, step: "many" }, /a number as step, got "many"/],
  [{ ...METADATA, step: "" }, /a number as step, got ""/],
  [{ ...METADATA, status: "asleep" }, /one of paused,playing,diverged, got "asleep"/],
  [{ ...METADATA, metrics: "{" }, /JSON as metrics, got "{"/],
  [{ ...METADATA, phase: "D1" }, /JSON as phase, got "D1"/],
];

for (const [metadata, message] of MALFORMED) {
  test(`a frame is refused: ${message.source}`, () => {
    assert.throws(() => bare(metadata), message);
  });
}
