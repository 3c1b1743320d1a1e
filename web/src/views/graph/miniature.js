// The canvas of one node: kept up with the store, and open to pointer and arrow keys.
import { html } from "../../../vendor/htm-preact.js";
import { useEffect, useMemo, useRef } from "../../../vendor/preact-hooks.js";
import { effect } from "../../../vendor/signals.js";
import { followMorph } from "../morphing.js";
import { Picture } from "../picture.js";
import { followSize } from "../picture-size.js";
import { Pointing } from "../pointing.js";
import { looksTheSame } from "./miniatures.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../lib/palette.js").Palette} Palette */
/** @typedef {import("./miniatures.js").Miniature} Miniature */

/**
 * A square canvas that shows a miniature.
 * @param {{store: Store, spec: Miniature, side: number, zoom: number, palette: Palette,
 *   pictureRef: {current: Picture|null}}} props
 */
export function MiniatureCanvas({ store, spec, side, zoom, palette, pictureRef }) {
  const canvas = useRef(/** @type {HTMLCanvasElement|null} */ (null));
  useEffect(() => {
    if (!canvas.current) return undefined;
    const picture = new Picture(canvas.current, spec.samples);
    picture.set({ painters: spec.painters });
    pictureRef.current = picture;
    const stop = followStore(picture, store, spec);
    return () => {
      stop();
      picture.dispose();
    };
  }, [spec]);
  useEffect(() => {
    const picture = pictureRef.current;
    return picture && canvas.current ? followSize(picture, canvas.current, { side, zoom }) : undefined;
  }, [spec, side, zoom]);
  useEffect(() => pictureRef.current?.set({ palette }), [spec, palette]);
  return html`<canvas ref=${canvas} aria-hidden="true"></canvas>`;
}

/**
 * Shows in a miniature what the store holds, and only what changed.
 * @param {Picture} picture
 * @param {Store} store
 * @param {Miniature} spec
 */
function followStore(picture, store, spec) {
  const stops = [
    effect(() => {
      const frame = store.frame.value;
      if (spec.morphs && store.morphing.value) return;
      if (looksTheSame(spec.arrays, picture.scene.frame, frame)) return;
      picture.set({ frame });
      if (spec.extent) picture.set({ extent: frame && spec.extent(frame) });
    }),
    effect(() => {
      const extent = store.session.value?.extent ?? null;
      if (!spec.extent) picture.set({ extent });
    }),
    effect(() => picture.set({ heatmapMode: store.heatmapMode.value })),
    effect(() => {
      const hover = store.hover.value;
      // its samples may have moved since it was last drawn
      picture.set(hover ? { hover, frame: store.frame.peek() } : { hover });
    }),
    ...(spec.morphs ? [followMorph(picture, store)] : []),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/**
 * Handlers by which a node's samples are chosen.
 * @param {Store} store
 * @param {string} id of the node
 * @param {Miniature} spec
 * @param {{current: Picture|null}} pictureRef
 */
export function usePointing(store, id, spec, pictureRef) {
  return useMemo(() => {
    const pointing = new Pointing(
      store.hover,
      () => pictureRef.current?.scale ?? null,
      () => {
        const frame = store.frame.peek();
        return frame ? spec.samples(frame) : {};
      },
    );
    const enter = () => (store.hoverIn.value = id);
    const leave = () => {
      if (store.hoverIn.peek() !== id) return; // the pointer is elsewhere by now
      pointing.clear();
      store.hoverIn.value = "plot";
    };
    return {
      onPointerEnter: enter,
      onPointerMove: pointing.onPointerMove,
      onPointerDown: pointing.onPointerDown,
      onPointerLeave: (/** @type {PointerEvent} */ event) => {
        if (event.pointerType !== "touch") leave();
      },
      onKeyDown: (/** @type {KeyboardEvent} */ event) => {
        enter();
        pointing.onKeyDown(event);
      },
      onFocus: enter,
      onBlur: leave,
    };
  }, [spec]);
}
