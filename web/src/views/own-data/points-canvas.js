// The canvas of a points picture, as sharp as the screen, in the palette in force.
import { html } from "../../../vendor/htm-preact.js";
import { useEffect, useRef } from "../../../vendor/preact-hooks.js";
import { usePalette } from "../palette-watch.js";
import { followSize } from "../picture-size.js";
import { PointsPicture } from "./points-picture.js";

/**
 * @param {{label: string, fine?: boolean, begin: (picture: PointsPicture) => () => void}} props `begin` is called
 *   once with the picture; what it returns is called at the end
 */
export function PointsCanvas({ label, fine = false, begin }) {
  const canvas = useRef(/** @type {HTMLCanvasElement|null} */ (null));
  const picture = useRef(/** @type {PointsPicture|null} */ (null));
  const palette = usePalette();
  useEffect(() => {
    if (!canvas.current) return undefined;
    const made = new PointsPicture(canvas.current, fine);
    picture.current = made;
    const ends = [followSize(made, canvas.current), begin(made)];
    return () => {
      for (const end of ends) end();
      made.dispose();
    };
  }, []);
  useEffect(() => picture.current?.set({ palette }), [palette]);
  return html`<canvas ref=${canvas} role="img" aria-label=${label}></canvas>`;
}
