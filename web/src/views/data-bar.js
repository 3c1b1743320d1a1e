// The left of the experiment bar: what the generator must imitate, and presets of the whole game.
import { html } from "../../vendor/htm-preact.js";
import { entryOf, formEntries } from "../controls/groups.js";
import { controlId } from "../controls/ids.js";
import { isUsual, presetOf, presetGroups } from "../controls/presets.js";
import { turnToData, turnToPreset } from "../controls/pretrained.js";
import { texts } from "../texts.js";
import { explained } from "./explain.js";
import { Refusal } from "./field.js";
import { Icon } from "./icons.js";
import { OwnThumbnails, dataName } from "./own-data/own-thumbnails.js";
import { PRETRAINED, PretrainedSwitch } from "./pretrained.js";
import { Thumbnail } from "./thumbnail.js";
import { UndoButtons } from "./undo-buttons.js";
import { narrow } from "./viewport.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").Entry} Entry */

/** @param {{store: Store}} props */
export function DataBar({ store }) {
  const distributions = store.catalog.value?.registries.distributions ?? [];
  const chosen = store.session.value?.config.data.id;
  const data = entryOf(distributions, chosen);
  const refused = Object.keys(store.errors.value).filter(isOurs);
  return html`<div class="bar-cell data-bar" role="group" aria-label=${texts.bar.data}>
    <div class="data-head">
      <span class="label data-name" data-tip-title=${data?.label} data-tip=${data?.help} data-tip-more=${texts.explain.data}>
        <span class="data-label">${texts.bar.data}</span> <b
          data-testid="data-name"
          aria-describedby=${chosen && helpOf(chosen)}
          >${dataName(store, data?.label ?? "")}</b>
      </span>
      <${PretrainedSwitch} store=${store} />
      <${Presets} store=${store} />
      ${narrow.value && html`<${UndoButtons} store=${store} />`}
    </div>
    <div class="thumbnail-row">
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
      <${OwnThumbnails} store=${store} />
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
const isOurs = (id) => id === "preset" || id === "data" || id === PRETRAINED || id.startsWith("distribution-");

/** @param {string} distribution @returns {string} id of the element that explains it */
const helpOf = (distribution) => `help-${controlId("distribution", distribution)}`;

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
    aria-describedby=${helpOf(entry.id)}
    data-tip-title=${entry.label}
    data-tip=${entry.help}
    data-tip-more=${texts.bar.startsRun}
    onClick=${() => store.submit(id, turnToData(store.catalog.peek(), store.session.peek(), entry.id), true)}
  >
    <${Thumbnail} store=${store} id=${entry.id} />
    <span class="hidden" id=${helpOf(entry.id)}>${entry.help} ${texts.bar.startsRun}</span>
  </button>`;
}

/** A select of presets, by group. @param {{store: Store}} props */
export function Presets({ store }) {
  const catalog = store.catalog.value;
  const config = store.session.value?.config;
  const presets = catalog?.registries.presets ?? [];
  if (!catalog || !config || presets.length === 0) return null;
  const chosen = presetOf(catalog, config);
  const none = isUsual(catalog, config) ? texts.bar.choose : texts.bar.custom;
  /** @param {any} event */
  const change = (event) => {
    const preset = entryOf(presets, event.currentTarget.value);
    if (preset) store.submit("preset", turnToPreset(catalog, store.session.peek(), store.scene, preset));
  };
  const help = [chosen?.help ?? texts.explain.preset, timeOf(chosen)].join(" ").trim();
  return html`<label class="preset" ...${explained(chosen?.label ?? texts.bar.preset, help)}>
    <span>${texts.bar.preset}</span>
    <select data-testid="preset" aria-description=${help} value=${chosen?.id ?? ""} onChange=${change}>
      ${!chosen && html`<option value="" disabled selected>${none}</option>`}
      ${presetGroups(presets).map(
        ({ label: heading, entries }) => html`<optgroup key=${heading} label=${heading}>
          ${entries.map(
            ({ id, label }) => html`<option key=${id} value=${id} selected=${id === chosen?.id}>${label}</option>`,
          )}
        </optgroup>`,
      )}
    </select>
    <${Icon} name="chevron" />
  </label>`;
}

/** The preset that is on, where it says what to look at. @param {Store} store */
export function watchedPreset({ catalog, session }) {
  const config = session.value?.config;
  const preset = catalog.value && config && presetOf(catalog.value, config);
  return preset?.watch ? preset : null;
}

/** What to look at in the preset that is on. @param {{store: Store}} props */
export function WatchLine({ store }) {
  const preset = watchedPreset(store);
  if (!preset) return null;
  return html`<p class="watch" data-testid="watch"><b>${texts.panel.watch}</b> ${preset.watch} ${timeOf(preset)}</p>`;
}

/** How long a preset takes, where it says so. @param {Entry|undefined} preset */
const timeOf = (preset) => (preset?.seconds ? texts.models.presetTime(preset.seconds) : "");
