// Names of controls, and the way back from an error to its control.
import assert from "node:assert/strict";
import { test } from "node:test";
import { controlId, controlOfPath, regularizerId } from "../../src/controls/ids.js";

test("control ids are kebab-case test ids", () => {
  assert.equal(controlId("d_optimizer", "lr"), "d-optimizer-lr");
  assert.equal(regularizerId("gradient_penalty"), "regularizer-gradient-penalty");
  assert.equal(regularizerId("r1", "weight"), "regularizer-r1-weight");
});

test("an error's path names its control", () => {
  const config = { loss: {}, batch_size: 1, regularizers: [{ id: "r1" }, { id: "label_smoothing" }] };
  const cases = /** @type {[string|null, string|null][]} */ ([
    ["loss.params.weight", "loss-weight"],
    ["changes.loss.id", "loss"],
    ["batch_size", "batch-size"],
    ["regularizers.1", "regularizer-label-smoothing"],
    ["regularizers.0.params.weight", "regularizer-r1-weight"],
    ["regularizers.7", null],
    ["step", null],
    ["", null],
    [null, null],
  ]);
  for (const [path, id] of cases) assert.equal(controlOfPath(path, config), id, String(path));
});
