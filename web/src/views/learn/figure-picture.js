// The picture of a live figure: the data alone before it is pressed, then what its small lab sends.
import { html } from "../../../vendor/htm-preact.js";
import { useEffect, useMemo, useRef } from "../../../vendor/preact-hooks.js";
import { effect } from "../../../vendor/signals.js";
import { DRAWING_ORDER, isShown } from "../../layers/index.js";
import { Picture } from "../picture.js";
import { usePalette } from "../palette-watch.js";
import { followSize } from "../picture-size.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").Frame} Frame */
/** @typedef {import("./figure-lab.js").FigureLab} FigureLab */

/** Previews lie in the unit square. */
const PREVIEW_EXTENT = /** @type {[number, number, number, number]} */ ([0, 1, 0, 1]);

/** Before there is a run, only its data can be shown. @param {number[][]} points @returns {Frame} */
export function previewFrame(points) {
  return {
    number: 0,
    step: 0,
    status: "paused",
    dLoss: null,
    gLoss: null,
    dGradNorm: null,
    gGradNorm: null,
    noiseStd: null,
    realLabel: null,
    rateFactor: null,
    examples: null,
    epochs: null,
    stepsPerSecond: 0,
    examplesPerSecond: null,
    verdictMs: null,
    trainedS: 0,
    metrics: null,
    instruments: null,
    modeShares: null,
    diagnosis: null,
  units: null,
  density: null,
    phase: null,
    request: null,
    arrays: { real: Float32Array.from(points.flat()) },
  };
}

/** @param {{store: Store, lab: FigureLab, data: string, label: string}} props `data` names the preview */
export function FigurePicture({ store, lab, data, label }) {
  const canvas = useRef(/** @type {HTMLCanvasElement|null} */ (null));
  const picture = useRef(/** @type {Picture|null} */ (null));
  const palette = usePalette();
  const points = store.previews.value[data];
  const preview = useMemo(() => (points ? previewFrame(points) : null), [points]);

  useEffect(() => {
    if (!canvas.current) return undefined;
    const made = new Picture(canvas.current, () => ({}));
    made.set({ palette });
    picture.current = made;
    const stops = [followLab(made, lab, store, preview), followSize(made, canvas.current)];
    return () => {
      for (const stop of stops) stop();
      made.dispose();
    };
  }, [preview]);
  useEffect(() => picture.current?.set({ palette }), [palette]);
  return html`<canvas class="figure-canvas" ref=${canvas} role="img" aria-label=${label}></canvas>`;
}

/**
 * @param {Picture} picture
 * @param {FigureLab} lab
 * @param {Store} store the page's own: its heatmap's manner is the reader's
 * @param {Frame|null} preview
 * @returns {() => void} stops
 */
function followLab(picture, lab, store, preview) {
  /** @type {import("../picture.js").Scene["extent"]} */
  let extent = null;
  const stops = [
    effect(() => {
      const own = lab.lab.value?.store;
      const frame = own?.frame.value;
      const wanted = frame ? (own?.session.value?.extent ?? extent) : PREVIEW_EXTENT;
      picture.set({ frame: frame ?? preview, ...(wanted !== extent && { extent: wanted }) });
      extent = wanted;
    }),
    effect(() => picture.set({ painters: DRAWING_ORDER.filter((layer) => isShown(lab.layers.value, layer)) })),
    effect(() => picture.set({ heatmapMode: store.heatmapMode.value })),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
