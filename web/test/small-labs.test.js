// Small labs: a session of their own, never too many, and ended with the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST_LABS } from "../src/small-labs.js";
import { frameWith } from "./support/scene.js";
import { handLabs, settle } from "./support/small-labs.js";

const nothing = () => undefined;

test("a small lab begins a session, trains nothing, and asks for what its layers need", () => {
  const { labs, lines } = handLabs();
  const lab = labs.begin(null, { seed: 3 }, nothing);
  assert.equal(lines[0].started, true);
  assert.deepEqual(lines[0].config, { seed: 3 });
  lines[0].become("open");
  assert.deepEqual(lines[0].commands, []);
  assert.ok(lines[0].sent.at(-1).arrays.includes("real"));
  assert.ok(!lines[0].sent.at(-1).arrays.includes("manifold"));
  lab.store.layers.value = { ...lab.store.layers.value, manifold: true };
  assert.ok(lines[0].sent.at(-1).arrays.includes("manifold"));
});

test("one too many ends the oldest, and says so", () => {
  const { labs, lines } = handLabs();
  const ended = /** @type {number[]} */ ([]);
  for (let i = 0; i <= MOST_LABS; i += 1) labs.begin(null, {}, () => ended.push(i));
  assert.deepEqual(ended, [0]);
  assert.deepEqual(lines.map((line) => line.ended), [true, ...Array(MOST_LABS).fill(false)]);
});

test("ending twice ends once; with the page all end", () => {
  const { labs, lines } = handLabs();
  let ended = 0;
  const lab = labs.begin(null, {}, () => (ended += 1));
  labs.end(lab);
  labs.end(lab);
  assert.equal(ended, 1);
  labs.begin(null, {}, nothing);
  labs.endAll();
  assert.ok(lines.every((line) => line.ended));
  assert.equal(labs.open.length, 0);
});

test("practising waits for the frame that answers", async () => {
  const { labs, lines } = handLabs();
  const lab = labs.begin(null, {}, nothing);
  lines[0].become("open");
  let done = false;
  const practising = lab.practise("discriminator", 1500).then(() => (done = true));
  const answer = () => lab.store.pushFrame({ ...frameWith({}), request: lines[0].sent.length });
  assert.deepEqual(lines[0].sent.at(-1), { type: "step", player: "discriminator", count: 1000 });
  lab.store.pushFrame(frameWith({}));
  await settle();
  assert.equal(lines[0].commands.length, 1);
  answer();
  await settle();
  assert.deepEqual(lines[0].sent.at(-1), { type: "step", player: "discriminator", count: 500 });
  assert.equal(done, false);
  answer();
  await practising;
});

test("nobody waits on a lab that has ended", async () => {
  const { labs, lines } = handLabs();
  const lab = labs.begin(null, {}, nothing);
  let ready = false;
  void lab.when((store) => store.ready.value).then(() => (ready = true));
  labs.end(lab);
  lines[0].become("open");
  lines[0].say();
  await settle();
  assert.equal(ready, false);
});
