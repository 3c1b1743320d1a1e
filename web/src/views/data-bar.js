// The left of the experiment bar: what the generator must imitate, and presets of the whole game.
import { html } from "../../vendor/htm-preact.js";
import { formEntries, entryOf, presetOf } from "../controls/groups.js";
import { controlId } from "../controls/ids.js";
import { texts } from "../texts.js";
import { Refusal } from "./field.js";
import { Icon } from "./icons.js";
import { Thumbnail } from "./thumbnail.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").Entry} Entry */

/** @param {{store: Store}} props */
export function DataBar({ store }) {
  const distributions = store.catalog.value?.registries.distributions ?? [];
  const chosen = store.session.value?.config.data.id;
  const refused = Object.keys(store.errors.value).filter(isOurs);
  return html`<div class="bar-cell data-bar" role="group" aria-label=${texts.bar.data}>
    <div class="data-head">
      <span class="label data-name">
        ${texts.bar.data} <b data-testid="data-name">${entryOf(distributions, chosen)?.label}</b>
      </span>
      <${Presets} store=${store} />
    </div>
    <div class="thumbnails">
      ${formEntries(distributions).map(
        (entry) => html`<${Distribution}
          key=${entry.id}
          store=${store}
          entry=${entry}
          chosen=${entry.id === chosen}
        />`,
      )}
    </div>
    ${refused.map(
      (id) => html`<${Refusal}
        key=${id}
        id=${`error-${id}`}
        control=${id}
        label=${texts.refused}
        message=${store.errors.value[id]}
      />`,
    )}
  </div>`;
}

/** @param {string} id of a control */
const isOurs = (id) => id === "preset" || id === "data" || id.startsWith("distribution-");

/** @param {{store: Store, entry: Entry, chosen: boolean}} props */
function Distribution({ store, entry, chosen }) {
  const id = controlId("distribution", entry.id);
  const shown = store.pending.value[id] ?? chosen;
  return html`<button
    type="button"
    class="thumbnail"
    data-testid=${id}
    aria-label=${entry.label}
    aria-pressed=${shown}
    aria-describedby=${`help-${id}`}
    data-tip-title=${entry.label}
    data-tip=${entry.help}
    data-tip-more=${texts.bar.startsRun}
    onClick=${() => store.configure(id, { data: { id: entry.id } }, true)}
  >
    <${Thumbnail} store=${store} id=${entry.id} />
    <span class="hidden" id=${`help-${id}`}>${entry.help} ${texts.bar.startsRun}</span>
  </button>`;
}

/** @param {{store: Store}} props */
function Presets({ store }) {
  const presets = store.catalog.value?.registries.presets ?? [];
  const config = store.session.value?.config;
  if (presets.length === 0 || !config) return null;
  const chosen = presetOf(presets, config);
  const untouched = presetOf([{ ...presets[0], config: store.catalog.value?.defaults }], config);
  /** @param {any} event */
  const change = (event) => {
    const preset = entryOf(presets, event.currentTarget.value);
    if (preset) store.configure("preset", preset.config ?? {});
  };
  return html`<label class="preset" data-tip-title=${texts.bar.preset} data-tip=${chosen?.help}>
    <span>${texts.bar.preset}</span>
    <select data-testid="preset" value=${chosen?.id ?? ""} onChange=${change}>
      ${!chosen &&
      html`<option value="" disabled selected>${untouched ? texts.bar.choose : texts.bar.custom}</option>`}
      ${presets.map(
        ({ id, label }) => html`<option key=${id} value=${id} selected=${id === chosen?.id}>${label}</option>`,
      )}
    </select>
    <${Icon} name="chevron" />
  </label>`;
}

/** What to look at in the preset that is on. @param {{store: Store}} props */
export function WatchLine({ store }) {
  const config = store.session.value?.config;
  const presets = store.catalog.value?.registries.presets ?? [];
  const watch = config && presetOf(presets, config)?.watch;
  if (!watch) return null;
  return html`<p class="watch" data-testid="watch"><b>${texts.panel.watch}</b> ${watch}</p>`;
}
