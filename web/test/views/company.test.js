// In whose company D judges is said where it sees several samples at once, and nowhere else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { batchLine, companyLine, inCompany } from "../../src/views/company.js";

/** @param {number} packing @param {number} kernels @returns {any} */
const config = (packing, kernels) => ({ packing, discriminator: { id: "mlp", params: { kernels } } });

test("a D that sees single samples needs no words", () => {
  for (const alone of [undefined, config(1, 0)]) {
    assert.equal(companyLine(alone), "");
    assert.equal(batchLine(alone), "");
    assert.equal(inCompany(alone), false);
  }
});

test("packs and comparisons are said, and both together", () => {
  assert.match(companyLine(config(3, 0)), /a pack of 3 with real samples/);
  assert.match(companyLine(config(1, 4)), /compared with real samples/);
  assert.match(batchLine(config(2, 4)), /packs of 2.* how close/);
  assert.match(batchLine(config(4, 0)), /packs of 4/);
  assert.match(batchLine(config(1, 1)), /how close/);
  assert.ok(inCompany(config(2, 0)) && inCompany(config(1, 1)));
});
