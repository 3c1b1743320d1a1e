// The document around a saved picture: whole on its own, and safe with any words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fitted, layOut } from "../../../src/views/save/sheet.js";

test("caption and title are text, whatever they say", () => {
  const title = 'Ring <script>alert("x")</script> & more';
  const { svg, width, height } = layOut({ width: 600, height: 400, body: "<g/>", title, caption: [title, "https://a/#b=1&c=2"] }, () => "#000000");
  assert.ok(!svg.includes("<script"));
  assert.ok(svg.includes("&lt;script&gt;"));
  assert.ok(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" width="632" height="468"'));
  assert.deepEqual([width, height], [632, 468]);
  assert.ok(!/(href|src)="https?:/.test(svg));
});

test("a long link is cut to the width, and whole in the description", () => {
  const link = `https://lab.example.org/#${"x".repeat(400)}`;
  assert.equal(fitted(link, 600).length, 96);
  assert.ok(fitted(link, 600).endsWith("…"));
  const { svg } = layOut({ width: 600, height: 10, body: "", title: "t", caption: ["t", link] }, () => "#000000");
  assert.equal(svg.split(link).length, 2);
});
