// The one control that matters in a live figure, by its kind.
import { html } from "../../../vendor/htm-preact.js";
import { useState } from "../../../vendor/preact-hooks.js";
import { article } from "../../article-texts.js";
import { controlId } from "../../controls/ids.js";
import { formatNumber } from "../../lib/format.js";
import { LAYERS } from "../../layers/index.js";
import { Swatch } from "../legend.js";
import { layerWords } from "../layer-words.js";

/** @typedef {import("./figure-lab.js").FigureLab} FigureLab */
/** @typedef {import("./figures.js").Control} Control */
/** @typedef {{label: string, low?: string, high?: string, options?: Record<string, string>}} ControlWords */

/**
 * @template {Control["kind"]} K
 * @typedef {{id: string, lab: FigureLab, control: Extract<Control, {kind: K}>, words: ControlWords,
 *   colourBlind: boolean}} ControlProps
 */

/** @param {{id: keyof typeof article.figures, lab: FigureLab, colourBlind: boolean}} props */
export function FigureControl({ id, lab, colourBlind }) {
  const { control } = lab.figure;
  const words = article.figures[id].control;
  const Kind = KINDS[control.kind];
  return html`<${Kind} id=${`figure-${id}`} lab=${lab} control=${control} words=${words} colourBlind=${colourBlind} />`;
}

/** @param {ControlProps<"layers">} props */
function Layers({ id, lab, control, words, colourBlind }) {
  const layers = LAYERS.filter((layer) => control.layers.includes(layer.id));
  return html`<div class="figure-layers" role="group" aria-label=${words.label}>
    ${layers.map(
      (layer) => html`<button
        type="button"
        key=${layer.id}
        class="layer-toggle"
        data-testid=${`${id}-layer-${layer.id}`}
        aria-pressed=${lab.layers.value[layer.id]}
        onClick=${() => lab.toggleLayer(layer.id)}
      >
        <${Swatch} layer=${layer} colourBlind=${colourBlind} />
        <span class="layer-name">${layers.length > 1 ? layerWords(layer).label : words.label}</span>
      </button>`,
    )}
  </div>`;
}

/** @param {ControlProps<"options">} props */
function Options({ id, lab, control, words }) {
  const [chosen, choose] = useState(Object.keys(control.options)[0]);
  return html`<div class="figure-field">
    <span class="label" id=${`${id}-label`}>${words.label}</span>
    <span class="segments" role="group" aria-labelledby=${`${id}-label`}>
      ${Object.entries(control.options).map(
        ([option, changes]) => html`<button
          type="button"
          key=${option}
          class="segment"
          data-testid=${controlId(id, option)}
          aria-pressed=${option === chosen}
          aria-disabled=${lab.busy.value !== null}
          onClick=${() => {
            if (lab.busy.peek()) return;
            choose(option);
            lab.change(changes);
          }}
        >
          ${words.options?.[option]}
        </button>`,
      )}
    </span>
  </div>`;
}

/** @param {ControlProps<"range">} props */
function Range({ id, lab, control, words }) {
  const [at, setAt] = useState(control.at);
  const last = control.values.length - 1;
  const shown = formatNumber(control.values[at]);
  /** @param {any} event */
  const change = (event) => {
    const next = Number(event.currentTarget.value);
    setAt(next);
    lab.change(control.changes(control.values[next]));
  };
  return html`<label class="figure-field">
    <span class="label figure-range-label"><span>${words.label}</span><output class="number">${shown}</output></span>
    <input
      type="range"
      class="slider"
      data-testid=${`${id}-range`}
      min="0"
      max=${last}
      step="1"
      value=${at}
      aria-valuetext=${shown}
      style=${{ "--filled": `${(at / last) * 100}%` }}
      onInput=${change}
    />
    <span class="label figure-range-label" aria-hidden="true"><span>${words.low}</span><span>${words.high}</span></span>
  </label>`;
}

/** @param {ControlProps<"action">} props */
function Action({ id, lab, control, words }) {
  return html`<button
    type="button"
    class="button"
    data-testid=${`${id}-action`}
    aria-disabled=${lab.busy.value !== null || !lab.lab.value}
    onClick=${() => lab.lab.peek() && lab.act(control.act)}
  >
    ${words.label}
  </button>`;
}

/** @type {Record<Control["kind"], any>} */
const KINDS = { layers: Layers, options: Options, range: Range, action: Action };
