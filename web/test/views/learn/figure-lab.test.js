// A live figure: nothing before it is pressed, a lab of its own then, and nothing left over.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FigureLab } from "../../../src/views/learn/figure-lab.js";
import { LIVE_FIGURES } from "../../../src/views/learn/figures.js";
import { frameWith } from "../../support/scene.js";
import { handLabs, settle } from "../../support/small-labs.js";

/** @param {string} id */
function figureOf(id) {
  const { labs, lines } = handLabs();
  const figure = new FigureLab(LIVE_FIGURES[id], labs, () => null);
  return { figure, lines };
}

/** A figure that was pressed and answered. @param {string} id */
async function running(id) {
  const made = figureOf(id);
  const pressed = made.figure.togglePlay();
  made.lines[0].become("open");
  made.lines[0].say();
  await settle();
  return { ...made, pressed, line: made.lines[0] };
}

test("it begins nothing by itself, and plays when it is first pressed", async () => {
  const { figure, lines } = figureOf("both");
  assert.equal(lines.length, 0);
  void figure.togglePlay();
  assert.equal(figure.busy.value, "starting");
  lines[0].become("open");
  lines[0].say();
  await settle();
  assert.equal(figure.busy.value, null);
  assert.deepEqual(lines[0].sent.at(-1), { type: "play", speed: LIVE_FIGURES.both.speed });
});

test("a second press while it begins opens no second lab", async () => {
  const { figure, lines } = figureOf("both");
  void figure.togglePlay();
  await figure.togglePlay();
  assert.equal(lines.length, 1);
});

test("what has to happen first happens first, and again after a reset", async () => {
  const { figure, line } = await running("g-alone");
  assert.equal(figure.busy.value, "practising");
  assert.deepEqual(line.commands, ["configure", "step"]);
  figure.lab.value?.store.pushFrame({ ...frameWith({}), step: 300, request: line.sent.length });
  await settle();
  assert.deepEqual(line.commands, ["configure", "step", "configure", "play"]);
  void figure.reset();
  figure.lab.value?.store.pushFrame(frameWith({}));
  await settle();
  assert.deepEqual(line.commands.slice(4), ["reset", "configure", "step"]);
});

test("a change before the first press is there from the start; later it is sent", async () => {
  const { figure, lines } = figureOf("both");
  await figure.change({ d_steps: 2 });
  void figure.step();
  assert.equal(lines[0].config.d_steps, 2);
  lines[0].become("open");
  lines[0].say();
  await settle();
  await figure.change({ d_steps: 3 });
  assert.deepEqual(lines[0].sent.at(-1), { type: "configure", changes: { d_steps: 3 } });
});

test("the first of several settings is the one it begins with", () => {
  const { figure, lines } = figureOf("vanish");
  void figure.step();
  assert.deepEqual(lines[0].config.loss, { id: "minimax" });
});

test("layers are its own", async () => {
  const { figure, line } = await running("d-alone");
  assert.equal(figure.layers.value.gradients, false);
  figure.toggleLayer("gradients");
  assert.ok(line.sent.at(-1).arrays.includes("gradients"));
});

test("left, full or lost, it lets go of its lab and can begin anew", async () => {
  for (const [state, trouble] of /** @type {const} */ ([["full", "full"], ["lost", "lost"], ["failed", "lost"]])) {
    const { figure, line, lines } = await running("both");
    line.become(state);
    await settle();
    assert.equal(line.ended, true);
    assert.equal(figure.lab.value, null);
    assert.equal(figure.trouble.value, trouble);
    void figure.togglePlay();
    assert.equal(lines.length, 2);
    assert.equal(figure.trouble.value, null);
    figure.end();
    assert.equal(lines[1].ended, true);
    assert.equal(figure.busy.value, null);
  }
});
