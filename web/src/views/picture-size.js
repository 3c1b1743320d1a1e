// Keeps a picture as sharp as the screen: one pixel of its canvas is one pixel of the device.

/** @typedef {{resize: (side: number, pixels: number) => void}} Resizable a picture on a square canvas */

/**
 * Follows the size of a square canvas.
 * @param {Resizable} picture
 * @param {HTMLCanvasElement} canvas
 * @param {{side: number, zoom: number}} [drawn] the side that it is drawn with and how much it is
 *   zoomed; as many CSS pixels as it has, and not at all, unless it stands in something zoomed
 * @returns {() => void} stops
 */
export function followSize(picture, canvas, drawn) {
  const observer = new ResizeObserver(([entry]) => {
    const side = drawn?.side ?? entry.contentRect.width;
    const pixels = Math.round(side * (drawn?.zoom ?? 1) * devicePixelRatio);
    const exact = entry.devicePixelContentBoxSize?.[0].inlineSize ?? pixels;
    // an emulated screen reports pixels of the real one: only rounding may differ
    if (side > 0) picture.resize(side, Math.abs(exact - pixels) <= 1 ? exact : pixels);
  });
  try {
    observer.observe(canvas, { box: "device-pixel-content-box" });
  } catch {
    observer.observe(canvas); // Safari does not measure in device pixels
  }
  return () => observer.disconnect();
}
