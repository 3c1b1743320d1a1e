// Addresses: every state of the page goes into one and comes back, and hostile ones do no harm.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LAYERS } from "../src/layers/index.js";
import { seededRandom } from "../src/lib/random.js";
import { LONGEST_LINK, LONGEST_PROMPT, composeLink, composeRun, readLink, usualPage } from "../src/link.js";

/** @param {string} fragment @returns {import("../src/link.js").Link} */
function readable(fragment) {
  const link = readLink(fragment);
  assert.ok(link.readable, fragment.slice(0, 60));
  return link;
}

test("an untouched page has no fragment", () => {
  assert.equal(composeLink({ config: {} }, usualPage()), "");
  assert.deepEqual(readable("").page, usualPage());
  assert.equal(readable("").asks, false);
});

test("an address is short and can be read by people", () => {
  const layers = Object.fromEntries(LAYERS.map(({ id }) => [id, id === "real" || id === "fake"]));
  const page = { ...usualPage(), layers, speed: 50, panel: "learn" };
  const link = composeLink({ config: { seed: 7 } }, page);
  assert.equal(link, "#config=%7B%22seed%22:7%7D&panel=learn&layers=real,fake&speed=50");
});

test("any state of the page comes back as it was", () => {
  const draw = seededRandom(7);
  const pick = (/** @type {any[]} */ values) => values[Math.floor(draw() * values.length)];
  const awkward = ["", "Watch the ring & tell me: 100% of what?", "a=b&c=d#e", "ü ✓ 日本 👩‍🏫", '"><img src=x onerror=alert(1)>', "1 + 1"];
  for (let round = 0; round < 300; round += 1) {
    /** @type {import("../src/link.js").PageLink} */
    const page = {
      layers: Object.fromEntries(LAYERS.map(({ id }) => [id, draw() < 0.5])),
      speed: pick([null, 1, 300, 0.5, 100_000]),
      density: pick([
        null,
        { id: "kernel_density", params: {} },
        { id: "kernel_density", params: { bandwidth: "scott", factor: 1e-7 } },
        { id: "gaussian_mixture", params: { components: 3, tied: true, shift: -0.25 } },
      ]),
      heatmap: pick(["smooth", "cells"]),
      panel: pick(["lab", "learn"]),
      graph: pick(["overview", "edit", "slow"]),
      hide: new Set(["settings", "step-both"].filter(() => draw() < 0.5)),
      prompt: pick(awkward),
      theme: pick([null, "dark", "light-colour-blind", "colour-blind"]),
    };
    const config = pick([
      {},
      { seed: 4_294_967_295, loss: { id: "hinge" } },
      { d_optimizer: { id: "adam", params: { lr: 1e-7 } }, regularizers: [{ id: "r1", params: { weight: 0.1 } }] },
      { data: { id: "drawn", params: { points: [[0.001, -2.048], [1.5, 0.25]] } } },
      { data: { id: "drawn", params: { points: [[0.1234567, 30], [1e-9, 2]] } } },
    ]);
    const script = pick([undefined, [[3, { loss: { id: "hinge" } }], [5, "generator", 20]]]);
    const run = { config, ...(script && { script }) };
    const link = readable(composeLink(run, page));
    assert.deepEqual(link.page, page);
    assert.deepEqual(link.run, run);
    assert.deepEqual(link.odd, []);
  }
});

test("points are packed where the text holds them exactly", () => {
  const points = Array.from({ length: 1500 }, (_, i) => [(i - 1000) / 1000, (500 - i) / 1000]);
  const link = composeLink({ config: { data: { id: "drawn", params: { points } } } }, usualPage());
  assert.ok(link.length < 4 * points.length + 100);
  assert.deepEqual(readable(link).run.config.data.params.points, points);
});

test("an address from a form, with + for spaces, is read too", () => {
  const link = readable(`#${new URLSearchParams({ config: '{"seed": 5}', prompt: "1 + 1" })}`);
  assert.deepEqual([link.run.config, link.page.prompt], [{ seed: 5 }, "1 + 1"]);
});

test("a density model can be read by people; an address from before there was one has the first", () => {
  const density = { id: "kernel_density", params: { factor: 0.5, kernel: "tophat" } };
  assert.equal(composeLink({ config: {} }, { ...usualPage(), density }), "#density=kernel_density,factor:0.5,kernel:tophat");
  assert.equal(readable("#layers=real,density").page.density, null);
  for (const text of ["", "<b>", "kernel_density,", "kernel_density,factor", "kernel_density,factor:1:2", "kernel_density,factor:[1]", "3,a:1"]) {
    assert.deepEqual(readable(`#density=${text}`).odd, [`density=${text}`], text);
  }
});

test("what is not known is named, and the rest is taken", () => {
  const link = readable("#layers=real,ghosts&speed=-1&heatmap=cells&colour=red&hide=<script>&__proto__=1&constructor=2");
  assert.deepEqual(link.odd, ["layers=real,ghosts", "speed=-1", "colour", "hide=<script>", "__proto__", "constructor"]);
  assert.deepEqual(link.page, { ...usualPage(), heatmap: "cells" });
});

test("an anchor of the page is no link", () => {
  assert.deepEqual([readable("#what-is-a-gan").asks, readable("#what-is-a-gan").odd], [false, []]);
});

test("the token is not part of what an address asks for", () => {
  assert.equal(readable("#token=0123456789abcdef").asks, false);
});

test("text that cannot be read is refused as a whole", () => {
  const bad = ["config=", "config={", "config=[1]", "config=null", "config=%7B%", "prompt=%E0%A4%A", "script={}", "script=[", 'config={"data":{"params":{"points":"~ab"}}}'];
  for (const part of bad) {
    assert.deepEqual(readLink(`#layers=real&${part}`), { readable: false, why: "malformed" }, part);
  }
});

test("a long address is refused, and at once", () => {
  const longest = `#prompt=${"x".repeat(LONGEST_LINK - 8)}`;
  assert.equal(readLink(longest).readable, true);
  assert.deepEqual(readLink(`${longest}x`), { readable: false, why: "long" });
  const begun = performance.now();
  const nested = `#config=${"[".repeat(1 << 20)}`;
  assert.deepEqual(readLink(nested), { readable: false, why: "long" });
  assert.ok(performance.now() - begun < 50);
});

test("a prompt is plain text of limited length, with nothing in it that rearranges it", () => {
  assert.equal(readable(`#prompt=${"x".repeat(LONGEST_PROMPT + 1)}`).page.prompt, "");
  assert.equal(readable(`#prompt=${encodeURIComponent("\u202Eabc\u0000 d\ne\u2066")}`).page.prompt, "abc d\ne");
});

test("deep nesting breaks nothing", () => {
  const depth = 4000;
  const link = readLink(`#config=${'{"a":'.repeat(depth / 5)}1${"}".repeat(depth / 5)}`);
  assert.equal(typeof link.readable, "boolean");
});

test("the parts about the run are told apart from the others, as they were written", () => {
  assert.equal(readable("#layers=real&config=%7B%22seed%22:1%7D&speed=5").runText, "config=%7B%22seed%22:1%7D");
  assert.equal(readable("#layers=real").runText, "");
});

test("a run that began with pre-trained weights says with which", () => {
  const run = { config: { seed: 1 }, pretrained: "ring_band" };
  const link = readable(composeLink(run, usualPage()));
  assert.deepEqual(link.run, run);
  assert.equal(composeRun({ config: {}, pretrained: "ring" }), "pretrained=ring");
  assert.equal(link.runText, composeRun(run));
});
