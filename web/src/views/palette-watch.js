// The palette in force, read from the style sheet whenever the root element changes its theme.
import { useEffect, useState } from "../../vendor/preact-hooks.js";
import { readPalette } from "../lib/palette.js";

/** @typedef {import("../lib/palette.js").Palette} Palette */

/** @returns {Palette} as it is now */
export function paletteInForce() {
  const root = document.documentElement;
  const style = getComputedStyle(root);
  return readPalette((name) => style.getPropertyValue(name), root.hasAttribute("data-cb"));
}

/**
 * The palette, and a new one with every change of theme.
 * @returns {Palette}
 */
export function usePalette() {
  const [palette, setPalette] = useState(paletteInForce);
  useEffect(() => {
    const observer = new MutationObserver(() => setPalette(paletteInForce()));
    observer.observe(document.documentElement, { attributeFilter: ["data-theme", "data-cb"] });
    setPalette(paletteInForce());
    return () => observer.disconnect();
  }, []);
  return palette;
}
