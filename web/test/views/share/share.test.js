// Parts of the share dialog: the code as a path, the snippet as text that cannot break out of its attribute.
import assert from "node:assert/strict";
import { test } from "node:test";
import { frameCode } from "../../../src/views/share/embed.js";
import { qrPath } from "../../../src/views/share/qr-code.js";

test("a code's dark modules become one stroke for each run of a row", () => {
  const modules = [
    [true, true, false, true],
    [false, false, false, false],
    [false, true, true, true],
  ];
  assert.equal(qrPath(modules), "M0 0h2v1H0zM3 0h1v1H3zM1 2h3v1H1z");
});

test("a link stays inside its attribute", () => {
  const code = frameCode('https://lab.example.org/#config={}&prompt="><script>&x');
  assert.match(code, /^<iframe src="https:\/\/lab\.example\.org\/#config=\{\}&amp;prompt=&quot;>&lt;script>&amp;x" title=/);
  assert.equal(code.match(/</g)?.length, 2);
});
