// The context that writes SVG: shapes where the canvas would have them, and layers as they are on the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DRAWING_ORDER } from "../../src/layers/index.js";
import { PlaneScale } from "../../src/lib/scale.js";
import { SvgContext, SvgDrawing, escapeXml, paint } from "../../src/lib/svg-context.js";
import { frameWith, lookWith, palette } from "../support/scene.js";

test("paths go through the transform", () => {
  const ctx = new SvgContext();
  ctx.setTransform(2, 0, 0, 2, 0, 0);
  ctx.translate(10, 5);
  ctx.beginPath();
  ctx.moveTo(0, 0);
  ctx.lineTo(1.5, -1);
  ctx.closePath();
  ctx.fillStyle = "#ff0000";
  ctx.fill();
  ctx.lineWidth = 3;
  ctx.setLineDash([5, 4]);
  ctx.stroke();
  assert.deepEqual(ctx.shapes, [
    '<path d="M20 10L23 8Z" fill="#ff0000"/>',
    '<path d="M20 10L23 8Z" fill="none" stroke="#000" stroke-width="6" stroke-dasharray="10 8"/>',
  ]);
});

test("a circle alone is a circle, with others it is part of the path", () => {
  const ctx = new SvgContext();
  ctx.globalAlpha = 0.5;
  ctx.beginPath();
  ctx.arc(3, 4, 2);
  ctx.fill();
  ctx.arc(9, 4, 2);
  ctx.fill();
  assert.equal(ctx.shapes[0], '<circle cx="3" cy="4" r="2" fill="#000" fill-opacity="0.5"/>');
  assert.equal(ctx.shapes[1].match(/M/g)?.length, 2);
  ctx.beginPath();
  ctx.fill();
  assert.equal(ctx.shapes.length, 2);
});

test("colours with an opacity of their own are split for programs that know no rgba", () => {
  assert.equal(paint("fill", "rgba(255, 255, 255, 0.85)", 1), 'fill="rgb(255,255,255)" fill-opacity="0.85"');
  assert.equal(paint("stroke", "#123456", 1), 'stroke="#123456"');
});

test("words cannot become markup", () => {
  assert.equal(escapeXml('<a href="x">&</a>'), "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
});

test("every layer can be drawn, with a dot for each sample in the plane", () => {
  const points = new Float32Array([0, 0, 0.5, 0.25, -0.5, 0.75, 9, 9]);
  const frame = frameWith({
    real: points,
    fake: points,
    gradients: points.map((value) => value + 0.1),
    manifold: { data: new Float32Array(18).map((_, i) => Math.sin(i)), shape: [3, 3, 2] },
  });
  const drawing = new SvgDrawing(() => {
    throw new Error("no picture of pixels is drawn here");
  });
  const scale = new PlaneScale([-1, 1, -1, 1], 600, 4);
  const ctx = new SvgContext();
  for (const layer of DRAWING_ORDER.filter(({ id }) => id !== "heatmap")) {
    const look = lookWith({ palette: { ...palette, halo: "rgba(0, 0, 0, 0.5)" }, createCanvas: drawing.createCanvas });
    layer.draw(/** @type {any} */ (ctx), frame, scale, layer.prepare(look, scale));
  }
  const body = ctx.shapes.join("");
  assert.equal(body.match(/<use /g)?.length, 6);
  assert.ok(drawing.definitions(body).includes("<circle"));
  assert.ok(!/NaN|undefined/.test(body));
});

test("a heatmap is embedded as a picture", () => {
  const raster = { width: 64, height: 64, toDataURL: () => "data:image/png;base64,AAAA" };
  const ctx = new SvgContext();
  ctx.drawImage(/** @type {any} */ (raster), 0, 0, 600, 600);
  assert.deepEqual(ctx.shapes, [
    '<image x="0" y="0" width="600" height="600" image-rendering="pixelated" preserveAspectRatio="none" href="data:image/png;base64,AAAA"/>',
  ]);
});
