// The legend: a toggle for each layer, its meaning in words, and the scale of the heatmap's colours.
import { html } from "../../vendor/htm-preact.js";
import { useEffect, useState } from "../../vendor/preact-hooks.js";
import { isShown, layersOf } from "../layers/index.js";
import { texts } from "../texts.js";
import { ClassPicker } from "./class-picker.js";
import { layerWordsNow } from "./layer-words.js";
import { pictureLine } from "./slow/phase-picture.js";
import { narrow } from "./viewport.js";

const words = texts.picture;

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../layers/index.js").Layer} Layer */

/** @param {{store: Store}} props */
export function Legend({ store }) {
  const [chosen, explain] = useState(/** @type {Layer|null} */ (null));
  const layers = layersOf(store.session.value);
  const shown = layers.filter((layer) => isShown(store.shown.value, layer));
  const explained = chosen ?? shown.at(-1) ?? layers[0];
  const { label, help } = layerWordsNow(store, explained);
  const phase = store.slow.phase.value;
  useEffect(() => explain(null), [phase]); // each phase has a line of its own
  const line = chosen ? null : pictureLine(store);
  return html`<div class="legend" role="group" aria-label=${words.legend}>
      ${layers.map(
        (layer) => html`<${LayerToggle} key=${layer.id} store=${store} layer=${layer} explain=${explain} />`,
      )}
    </div>
    <div class="legend-line">
      ${narrow.value && html`<${ClassPicker} store=${store} />`}
      <p data-testid="layer-help">
        ${line ?? html`<b style=${{ color: `var(${explained.colour})` }}>${capital(label)}:</b> ${help}`}
      </p>
      <span class="colour-scale" aria-hidden="true">${words.scale.fake}<i></i>${words.scale.real}</span>
    </div>`;
}

/** @param {{store: Store, layer: Layer, explain: (layer: Layer) => void}} props */
function LayerToggle({ store, layer, explain }) {
  const { label, help } = layerWordsNow(store, layer);
  return html`<button
    type="button"
    class="layer-toggle"
    data-testid=${`layer-${layer.id}`}
    aria-pressed=${isShown(store.shown.value, layer)}
    aria-describedby=${`help-layer-${layer.id}`}
    onClick=${() => {
      store.toggleLayer(layer.id);
      explain(layer);
    }}
    onPointerEnter=${() => explain(layer)}
    onFocus=${() => explain(layer)}
  >
    <${Swatch} layer=${layer} colourBlind=${store.colourBlind.value} labelled=${Boolean(store.session.value?.classes)} />
    <span class="layer-name">${label}</span>
    <span class="hidden" id=${`help-layer-${layer.id}`}>${help}</span>
  </button>`;
}

/** The layer's mark, as in the picture. @param {{layer: Layer, colourBlind: boolean, labelled?: boolean}} props */
export function Swatch({ layer, colourBlind, labelled = false }) {
  return html`<svg class="layer-swatch" viewBox="0 0 14 14" aria-hidden="true">
    ${layer.swatch(colourBlind, labelled).map(
      ({ d, fill, stroke, width }) => html`<path
        key=${d}
        d=${d}
        style=${{
          fill: fill ? `var(${fill})` : "none",
          stroke: stroke ? `var(${stroke})` : "none",
          strokeWidth: width ?? 1,
        }}
      />`,
    )}
  </svg>`;
}

/** @param {string} word */
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
