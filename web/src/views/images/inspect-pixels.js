// One small image of the page, pixel by pixel.
import { html } from "../../../vendor/htm-preact.js";
import { useLayoutEffect, useRef } from "../../../vendor/preact-hooks.js";
import { parseHex } from "../../lib/palette.js";
import { rgbaOf, signedRgba } from "../../lib/pixels.js";
import { usePalette } from "../palette-watch.js";

/** @typedef {import("../../lib/pixels.js").Values} Values */

/**
 * @param {HTMLCanvasElement|null} canvas
 * @param {number[]} shape height and width first
 * @param {Uint8ClampedArray<ArrayBuffer>} pixels
 */
function paint(canvas, [height, width], pixels) {
  const context = canvas?.getContext("2d");
  if (!canvas || !context) return;
  canvas.width = width;
  canvas.height = height;
  context.putImageData(new ImageData(pixels, width, height), 0, 0);
}

/**
 * An image of a network or of the data; without values an empty place of the same size.
 * @param {{image: Values|null, label: string, testid?: string, more?: Record<string, any>}} props
 */
export function Pixels({ image, label, testid, more = {} }) {
  const canvas = useRef(/** @type {HTMLCanvasElement|null} */ (null));
  useLayoutEffect(() => {
    if (image) paint(canvas.current, image.shape, rgbaOf(image));
  }, [image?.data, image?.shape.join()]);
  return html`<canvas
    class="pixels"
    role="img"
    aria-label=${label}
    data-testid=${testid}
    width="28"
    height="28"
    ref=${canvas}
    ...${more}
  ></canvas>`;
}

/** A signed map over an image, in the colours of real and fake. @param {{map: Values}} props */
export function SignedPixels({ map }) {
  const canvas = useRef(/** @type {HTMLCanvasElement|null} */ (null));
  const { real, fake } = usePalette();
  useLayoutEffect(() => paint(canvas.current, map.shape, signedRgba(map, parseHex(real), parseHex(fake))), [map.data, real, fake]);
  return html`<canvas class="pixels pixels-over" data-testid="inspect-saliency" width="28" height="28" ref=${canvas} aria-hidden="true"></canvas>`;
}
