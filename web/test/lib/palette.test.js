// The heatmap's ramp, and the contrast of dots in every palette of the style sheet.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseHex, readPalette, verdictPixels, verdictPosition } from "../../src/lib/palette.js";

const styles = readFileSync(new URL("../../styles/tokens.css", import.meta.url), "utf8");

/** Custom properties of the blocks of the style sheet with these selectors, later ones winning. @param {string[]} selectors */
function properties(selectors) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [, selector, body] of styles.matchAll(/(:root[^{]*)\{([^}]*)\}/g)) {
    if (!selectors.includes(selector.trim())) continue;
    for (const [, name, value] of body.matchAll(/(--[\w-]+):\s*([^;]+);/g)) found.set(name, value);
  }
  return found;
}

const LIGHT = [":root"];
const DARK = [...LIGHT, ':root[data-theme="dark"]'];
const BLIND = ":root[data-cb]";
/** @type {Record<string, string[]>} */
const PALETTES = {
  light: LIGHT,
  dark: DARK,
  "light, colour-blind": [...LIGHT, BLIND],
  "dark, colour-blind": [...DARK, BLIND, ':root[data-theme="dark"][data-cb]'],
};

/** @param {string[]} selectors */
function paletteOf(selectors) {
  const found = properties(selectors);
  return readPalette((name) => found.get(name) ?? "", selectors.includes(BLIND));
}

/** Relative luminance (WCAG 2.2). @param {number[]} rgb */
function luminance(rgb) {
  const [r, g, b] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {number[]} a @param {number[]} b */
function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** A translucent rgba() over an opaque colour. @param {string} rgba @param {number[]} under */
function over(rgba, under) {
  const [r, g, b, alpha] = (rgba.match(/[\d.]+/g) ?? []).map(Number);
  return [r, g, b].map((value, channel) => alpha * value + (1 - alpha) * under[channel]);
}

for (const [name, selectors] of Object.entries(PALETTES)) {
  test(`dots stand out from their halo on any verdict: ${name}`, () => {
    const palette = paletteOf(selectors);
    for (const stop of palette.ramp) {
      const halo = over(palette.halo, parseHex(stop));
      for (const dot of [palette.real, palette.fake]) {
        const ratio = contrast(parseHex(dot), halo);
        assert.ok(ratio >= 3, `${dot} on a halo over ${stop}: ${ratio.toFixed(2)}`);
      }
    }
  });
}

test("a missing property is named", () => {
  assert.throws(() => readPalette(() => " ", false), /define --real, got nothing/);
});

test("a colour is six hexadecimal digits", () => {
  assert.deepEqual(parseHex("#1a7a3c"), [26, 122, 60]);
  assert.throws(() => parseHex("green"), /#rrggbb, got "green"/);
});

test("the ramp is even about an undecided verdict, and steepest there", () => {
  assert.equal(verdictPosition(0), 0);
  assert.equal(verdictPosition(0.5), 0.5);
  assert.equal(verdictPosition(1), 1);
  assert.ok(Math.abs(verdictPosition(0.6) - (0.5 + 0.5 * 0.2 ** 0.7)) < 1e-12);
  assert.ok(Math.abs(verdictPosition(0.3) + verdictPosition(0.7) - 1) < 1e-12);
});

test("pixels go from the first colour to the last, opaque", () => {
  const pixels = verdictPixels(["#010203", "#808080", "#fdfeff"]);
  assert.equal(pixels.length, 256);
  assert.deepEqual([...new Uint8Array(pixels.buffer, 0, 4)], [1, 2, 3, 255]);
  assert.deepEqual([...new Uint8Array(pixels.buffer, 255 * 4, 4)], [253, 254, 255, 255]);
});
