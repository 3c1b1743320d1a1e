// What is made easier for D is said where it is so, and nowhere else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { softenedLines } from "../../src/views/softened.js";

test("nothing is said of a run without softened labels and noise", () => {
  assert.deepEqual(softenedLines({ noiseStd: null, realLabel: null }), []);
});

test("the label of real samples and the noise of now are said, down to its end", () => {
  const [label, noise] = softenedLines({ noiseStd: 0.25, realLabel: 0.9 });
  assert.match(label, /count as 0\.9/);
  assert.match(noise, /0\.25/);
  assert.match(softenedLines({ noiseStd: 0, realLabel: null })[0], /faded to 0/);
});
