// One image in the pixels that it has, enlarged by the style sheet.
import { html } from "../../../vendor/htm-preact.js";
import { useLayoutEffect, useRef } from "../../../vendor/preact-hooks.js";
import { part, rgbaOf } from "../../lib/pixels.js";

/** @typedef {import("../../protocol.js").Grid} Grid */

/** @param {{images: Grid|null, index: number}} props */
export function Tile({ images, index }) {
  const canvas = useRef(/** @type {HTMLCanvasElement|null} */ (null));
  const [, height = 1, width = 1] = images?.shape ?? [];
  useLayoutEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context || !images || index >= images.shape[0]) return;
    context.putImageData(new ImageData(rgbaOf(part(images, index)), width, height), 0, 0);
  }, [images, index]);
  return html`<canvas class="tile" ref=${canvas} width=${width} height=${height}></canvas>`;
}
