// JSON in addresses: readable while short, deflated when long, and back in any case.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "../../vendor/fflate.js";
import { compact, uncompact } from "../../src/lib/compact.js";
import { seededRandom } from "../../src/lib/random.js";

const KINDS = ["conv", "conv_transpose", "dense", "batch_norm", "leaky_relu", "dropout", "upsample"];

/** As many layers as a network may have, no two alike. @param {number} seed */
function layersOf(seed) {
  const draw = seededRandom(seed);
  const upto = (/** @type {number} */ most) => Math.floor(draw() * most);
  return Array.from({ length: 40 }, () => {
    const params = { channels: 1 + upto(512), kernel: 1 + upto(7), stride: 1 + upto(3), padding: upto(4), bias: draw() < 0.5, slope: upto(100) / 100 };
    return { id: KINDS[upto(KINDS.length)], params };
  });
}

test("a short value can be read by people", () => {
  assert.equal(compact({ seed: 7 }), '{"seed":7}');
  assert.deepEqual(uncompact('{"seed":7}'), { seed: 7 });
});

test("40 layers a player, all different, fit into a link, and come back", () => {
  const config = { generator: { id: "stack", params: { layers: layersOf(1) } }, discriminator: { id: "stack", params: { layers: layersOf(2) } } };
  const text = compact(config);
  assert.match(text, /^deflate:[\w-]+$/);
  assert.ok(encodeURIComponent(JSON.stringify(config)).length > 12_000);
  assert.ok(text.length < 2500, `${text.length} characters`);
  assert.deepEqual(uncompact(text), config);
});

test("what cannot be made shorter stays as it is", () => {
  const draw = seededRandom(3);
  const noise = Array.from({ length: 3000 }, () => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[Math.floor(draw() * 64)]).join("");
  assert.equal(compact(noise), `"${noise}"`);
});

test("no text does harm: not base64, not deflated, cut off, or far too long inside", () => {
  const large = deflateSync(new TextEncoder().encode(`"${"x".repeat(3_000_000)}"`));
  const bomb = `deflate:${Buffer.from(large).toString("base64url")}`;
  assert.ok(bomb.length < 8000);
  for (const text of ["deflate:", "deflate:***", "deflate:AAAA", compact(layersOf(4)).slice(0, -9), bomb, "{"]) {
    assert.throws(() => uncompact(text), text.slice(0, 40));
  }
});
