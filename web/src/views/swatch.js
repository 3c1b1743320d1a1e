// The sign of a layer, as the legend and the help sheet show it.
import { html } from "../../vendor/htm-preact.js";

/** @param {{layer: import("../layers/index.js").Layer, colourBlind: boolean}} props */
export function Swatch({ layer, colourBlind }) {
  return html`<svg class="layer-swatch" viewBox="0 0 14 14" aria-hidden="true">
    ${layer.swatch(colourBlind).map(
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
