// The layered plot: its head, the canvas, the sample under the pointer, and messages above it.
import { html } from "../../vendor/htm-preact.js";
import { useEffect, useMemo, useRef } from "../../vendor/preact-hooks.js";
import { effect } from "../../vendor/signals.js";
import { paintersOf } from "../layers/phase-painters.js";
import { texts } from "../texts.js";
import { ClassPicker } from "./class-picker.js";
import { explained } from "./explain.js";
import { MORPH_PAINTERS, followMorph } from "./morphing.js";
import { usePalette } from "./palette-watch.js";
import { Picture } from "./picture.js";
import { followSize } from "./picture-size.js";
import { PictureSummary } from "./picture-summary.js";
import { Banners, PlotOverlay } from "./messages.js";
import { BoardHead, DrawBoard } from "./own-data/draw-board.js";
import { Pointing } from "./pointing.js";
import { SampleTooltip, moveTooltip } from "./sample-tooltip.js";
import { Sides, pictureTitle } from "./slow/phase-picture.js";
import { FullScreenButton } from "./stage.js";
import { narrow } from "./viewport.js";

const words = texts.picture;

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../store.js").HeatmapMode} HeatmapMode */

const MODES = /** @type {HeatmapMode[]} */ (["smooth", "cells"]);

/** @param {{store: Store}} props */
export function Plot({ store }) {
  if (store.ownData.drawing.value && store.stage.value === null) return html`<${Board} store=${store} />`;
  const { title, subtitle } = pictureTitle(store) ?? words;
  return html`${store.stage.value === null &&
    html`<div class="panel-head">
      <h2>${title}</h2>
      <p>${store.morphing.value ? texts.graph.morphing : subtitle}</p>
      <span class="spacer"></span>
      <${Sides} store=${store} />
      ${!narrow.value && html`<${ClassPicker} store=${store} />`}
      <${HeatmapModes} store=${store} />
      <${FullScreenButton} store=${store} />
    </div>`}
    <div class="plot" data-testid="plot">
      <${PlotCanvas} store=${store} />
      <${PlotOverlay} store=${store} />
    </div>`;
}

/** In the same place, so that nothing moves: somebody draws. @param {{store: Store}} props */
function Board({ store }) {
  return html`<${BoardHead} store=${store} />
    <div class="plot" data-testid="plot">
      <${DrawBoard} store=${store} />
      <div class="overlay"><${Banners} store=${store} /></div>
    </div>`;
}

/** @param {{store: Store}} props */
function HeatmapModes({ store }) {
  return html`<span class="segments small" role="group" aria-label=${words.heatmap}>
    ${MODES.map(
      (mode) => html`<button
        type="button"
        key=${mode}
        class="segment"
        data-testid=${`heatmap-${mode}`}
        ...${explained(words.modes[mode].label, words.modes[mode].help)}
        aria-pressed=${store.heatmapMode.value === mode}
        onClick=${() => (store.heatmapMode.value = mode)}
      >
        ${words.modes[mode].label}
      </button>`,
    )}
  </span>`;
}

/** @param {{store: Store}} props */
function PlotCanvas({ store }) {
  const canvas = useRef(/** @type {HTMLCanvasElement|null} */ (null));
  const tooltip = useRef(/** @type {HTMLDivElement|null} */ (null));
  const picture = useRef(/** @type {Picture|null} */ (null));
  const palette = usePalette();
  const pointing = useMemo(
    () => new Pointing(store.hover, () => picture.current?.scale ?? null, () => samplesSeen(store)),
    [],
  );

  useEffect(() => {
    if (!canvas.current) return undefined;
    const made = new Picture(
      canvas.current,
      ({ arrays }) => arrays,
      (shape, side) => moveTooltip(tooltip.current, shape, side),
    );
    picture.current = made;
    const stops = [followStore(made, store), followSize(made, canvas.current)];
    return () => {
      for (const stop of stops) stop();
      made.dispose();
    };
  }, []);
  useEffect(() => picture.current?.set({ palette }), [palette]);

  return html`<div
      class="plot-canvas"
      role="application"
      tabindex="0"
      aria-roledescription=${words.roleDescription}
      aria-describedby="plot-summary"
      aria-label=${`${words.canvas}. ${words.keys}`}
      data-testid="plot-canvas"
      onPointerEnter=${() => (store.hoverIn.value = "plot")}
      onPointerMove=${pointing.onPointerMove}
      onPointerDown=${pointing.onPointerDown}
      onPointerLeave=${pointing.onPointerLeave}
      onKeyDown=${pointing.onKeyDown}
      onBlur=${pointing.clear}
    >
      <canvas ref=${canvas} role="img" aria-label=${words.canvas} aria-describedby="plot-summary"></canvas>
    </div>
    <${PictureSummary} store=${store} id="plot-summary" />
    <${SampleTooltip} store=${store} boxRef=${tooltip} />`;
}

/** The samples of the layers shown, fakes last because they are drawn above. @param {Store} store */
function samplesSeen(store) {
  const { real, fake } = store.frame.peek()?.arrays ?? {};
  const shown = store.shown.peek();
  return { ...(shown.real && real && { real }), ...(shown.fake && fake && { fake }) };
}

/**
 * Shows in the picture what the store holds, and keeps it so.
 * @param {Picture} picture
 * @param {Store} store
 */
function followStore(picture, store) {
  const { hover } = store;
  const stops = [
    effect(() => {
      const frame = store.frame.value;
      if (!store.morphing.value) picture.set({ frame });
    }),
    effect(() => picture.set({ extent: store.session.value?.extent ?? null })),
    effect(() => {
      const painters = paintersOf(store.shown.value, store.slow.scene.value);
      picture.set({ painters: store.morphing.value ? MORPH_PAINTERS : painters });
    }),
    followMorph(picture, store),
    effect(() => picture.set({ heatmapMode: store.heatmapMode.value })),
    effect(() => picture.set({ hover: hover.value })),
    effect(() => {
      const { kind } = hover.value ?? {};
      const here = store.hoverIn.value === "plot";
      if (kind && here && !store.shown.value[kind]) hover.value = null;
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
