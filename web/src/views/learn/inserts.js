// What the page itself puts into the article: layers, metrics, presets, sources; and ways into the lab.
import { html } from "../../../vendor/htm-preact.js";
import { article } from "../../article-texts.js";
import { entryOf } from "../../controls/groups.js";
import { controlId } from "../../controls/ids.js";
import { wholeConfig } from "../../controls/presets.js";
import { LAYERS } from "../../layers/index.js";
import { command } from "../../protocol.js";
import { texts } from "../../texts.js";
import { Swatch } from "../legend.js";
import { layerWords } from "../layer-words.js";
import { placeId } from "./places.js";
import { Prose } from "./prose.js";
import { SOURCES } from "./sources.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").Entry} Entry */

/** @param {string} words */
const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** Puts a preset into the lab and goes there; it waits at step 0. @param {Store} store @param {Entry} preset */
export function openInLab(store, preset) {
  const catalog = store.catalog.peek();
  if (!catalog) return;
  if (store.playing.peek()) store.send(command.pause());
  store.configure("preset", wholeConfig(catalog, preset.config ?? {}));
  store.panel.value = "lab";
}

/** @param {{store: Store, preset: Entry}} props */
function OpenButton({ store, preset }) {
  return html`<button
    type="button"
    class="button"
    data-testid=${controlId("open-preset", preset.id)}
    aria-disabled=${!store.ready.value}
    aria-label=${`${article.openInLab}: ${preset.label}`}
    onClick=${() => store.ready.peek() && openInLab(store, preset)}
  >
    ${article.openInLab}
  </button>`;
}

/** Something to try; nothing where the server does not have the preset. @param {{store: Store, preset: string, text: string, go: import("./prose.js").Go}} props */
export function Experiment({ store, preset, text, go }) {
  const entry = entryOf(store.catalog.value?.registries.presets ?? [], preset);
  if (!entry) return null;
  return html`<div class="experiment">
    <p><${Prose} text=${text} go=${go} /></p>
    <${OpenButton} store=${store} preset=${entry} />
  </div>`;
}

/** What each layer shows, in the words of the legend. @param {{store: Store}} props */
function Layers({ store }) {
  return html`<dl class="article-list">
    ${LAYERS.map((layer) => {
      const { label, help } = layerWords(layer);
      return html`<div key=${layer.id}>
        <dt><${Swatch} layer=${layer} colourBlind=${store.colourBlind.value} />${capital(label)}</dt>
        <dd>${capital(help)}</dd>
      </div>`;
    })}
  </dl>`;
}

/** @param {{store: Store}} props */
function Metrics({ store }) {
  const metrics = store.catalog.value?.registries.metrics ?? [];
  return html`<dl class="article-list">
    ${metrics.map(({ id, label, help }) => html`<div key=${id}><dt>${label}</dt><dd>${help}</dd></div>`)}
  </dl>`;
}

/** Every preset that the server has, with what to look at. @param {{store: Store}} props */
function Presets({ store }) {
  const presets = store.catalog.value?.registries.presets ?? [];
  return html`<ul class="preset-list">
    ${presets.map(
      (preset) => html`<li key=${preset.id}>
        <p class="figure-title">${preset.label}</p>
        <p>${preset.help}</p>
        ${preset.watch && html`<p><b>${texts.panel.watch}</b> ${preset.watch}</p>`}
        <button
          type="button"
          class="button"
          data-testid=${controlId("list-preset", preset.id)}
          aria-label=${`${article.openInLab}: ${preset.label}`}
          aria-disabled=${!store.ready.value}
          onClick=${() => store.ready.peek() && openInLab(store, preset)}
        >
          ${article.openInLab}
        </button>
      </li>`,
    )}
  </ul>`;
}

function Sources() {
  return html`<ol class="sources">
    ${SOURCES.map(
      ({ id, text, url }) => html`<li key=${id} id=${placeId(id)} tabindex="-1">
        ${text} <a href=${url} rel="noopener noreferrer" target="_blank">${url.replace("https://", "")}</a>
      </li>`,
    )}
  </ol>`;
}

/** @type {Record<string, any>} */
export const INSERTS = { layers: Layers, metrics: Metrics, presets: Presets, sources: Sources };
