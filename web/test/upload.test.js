// The upload sheet's state: sources, choices that belong to them, and patience with who types.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LONGEST_SHOWN, Upload } from "../src/upload.js";

/** A sheet whose worker keeps its tasks and whose timers run when told. */
function sheet() {
  /** @type {any[]} */
  const tasks = [];
  /** @type {Set<() => void>} */
  const timers = new Set();
  const worker = { postMessage: (/** @type {any} */ task) => tasks.push(task), terminate: () => undefined };
  const upload = new Upload({
    createWorker: () => /** @type {any} */ (worker),
    setTimer: (run) => (timers.add(run), run),
    clearTimer: (run) => timers.delete(run),
  });
  const pass = () => {
    for (const run of [...timers]) {
      timers.delete(run);
      run();
    }
  };
  return { upload, tasks, pass, worker: /** @type {any} */ (worker) };
}

const file = (/** @type {string} */ text, name = "a.csv") => new File([text], name);

test("a file is read at once, with its name and size", () => {
  const { upload, tasks } = sheet();
  upload.show(0.02, { fewest: 20, most: 1200 });
  upload.takeFile(file("1,2"));
  assert.deepEqual(upload.source.value, { name: "a.csv", bytes: 3 });
  assert.equal(tasks.length, 1);
  assert.deepEqual(tasks[0].limits, { fewest: 20, most: 1200 });
  assert.equal(upload.waiting.value, true);
});

test("typed text is read when the typing pauses", () => {
  const { upload, tasks, pass } = sheet();
  upload.takeText("1");
  upload.takeText("1,2");
  assert.equal(tasks.length, 0);
  pass();
  assert.deepEqual(tasks.map(({ source }) => source), ["1,2"]);
});

test("a text too long to be shown becomes a source of its own", () => {
  const { upload, tasks, pass } = sheet();
  upload.takeText("1,2\n".repeat(LONGEST_SHOWN));
  assert.equal(upload.text.value, "");
  assert.deepEqual(upload.source.value, { name: null, bytes: 4 * LONGEST_SHOWN });
  pass();
  assert.ok(tasks[0].source instanceof Blob);
});

test("an emptied field forgets what was read", () => {
  const { upload, tasks, pass, worker } = sheet();
  upload.takeText("1,2");
  pass();
  worker.onmessage({ data: { request: tasks[0].request, reading: "read" } });
  assert.equal(upload.reading.value, "read");
  upload.takeText(" ");
  pass();
  assert.equal(upload.reading.value, null);
  assert.equal(upload.waiting.value, false);
  assert.equal(tasks.length, 1);
});

test("another source brings its own columns; what is a matter of taste stays", () => {
  const { upload, tasks } = sheet();
  upload.takeFile(file("1,2"));
  upload.choose({ x: 3, leaveOut: true, alike: false, threshold: 0.5 });
  upload.takeFile(file("3,4", "b.csv"));
  const { x, leaveOut, alike, threshold } = tasks.at(-1).choices;
  assert.deepEqual({ x, leaveOut, alike, threshold }, { x: null, leaveOut: false, alike: false, threshold: 0.5 });
});

test("the spread begins as the server proposes, and stays as it was set", () => {
  const { upload } = sheet();
  upload.show(0.02, { fewest: 20, most: 1200 });
  upload.spread.value = 0.1;
  upload.show(0.02, { fewest: 20, most: 1200 });
  assert.equal(upload.spread.value, 0.1);
});
