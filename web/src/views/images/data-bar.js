// The left of the bar: which images the generator must imitate, and presets of the whole game.
import { html } from "../../../vendor/htm-preact.js";
import { entriesOf, entryOf } from "../../controls/groups.js";
import { controlId } from "../../controls/ids.js";
import { command } from "../../protocol.js";
import { texts } from "../../texts.js";
import { Presets } from "../data-bar.js";
import { Refusal } from "../field.js";
import { PRETRAINED, PretrainedSwitch } from "../pretrained.js";
import { UndoButtons } from "../undo-buttons.js";
import { SupplyCard } from "./data-supply.js";
import { dropHandlers } from "./data-upload.js";
import { narrow, twoColumns } from "../viewport.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").Entry} Entry */
/** @typedef {import("../../protocol.js").RunConfig} RunConfig */

const words = texts.images;

/** @param {{store: Store}} props */
export function ImageDataBar({ store }) {
  const entries = datasetsOf(store);
  const chosen = store.session.value?.config.data.id;
  const refused = Object.keys(store.errors.value).filter(isOurs);
  return html`<div class="bar-cell data-bar" role="group" aria-label=${words.data} ...${dropHandlers(store.supply.upload)}>
    <div class="data-head">
      <span class="label">${words.data}</span>
      <span class="spacer"></span>
      ${(narrow.value || !twoColumns.value) && html`<${UndoButtons} store=${store} />`}
      <${PretrainedSwitch} store=${store} />
      <${Presets} store=${store} />
    </div>
    <div class="datasets">
      <span class="segments">
        ${entries.map((entry) => html`<${Dataset} key=${entry.id} store=${store} entry=${entry} chosen=${entry.id === chosen} />`)}
      </span>
    </div>
    <${SupplyCard} store=${store} />
    ${refused.map(
      (id) => html`<${Refusal} key=${id} id=${`error-${id}`} control=${id} label=${texts.refused} message=${store.errors.value[id]} />`,
    )}
  </div>`;
}

/** @param {Store} store @returns {Entry[]} */
function datasetsOf(store) {
  const catalog = store.catalog.value;
  const field = catalog?.fields.find(({ name }) => name === "data");
  return catalog && field ? entriesOf(catalog, field) : [];
}

/** @param {string} id of a control */
const isOurs = (id) => id === "preset" || id === PRETRAINED || id === "data" || id.startsWith("dataset-");

/** @param {{store: Store, entry: Entry, chosen: boolean}} props */
function Dataset({ store, entry, chosen }) {
  const id = controlId("dataset", entry.id);
  const shown = store.pending.value[id] ?? chosen;
  const isUpload = entry.params.some(({ kind }) => kind === "key");
  return html`<button
    type="button"
    class="segment"
    data-testid=${id}
    aria-pressed=${shown}
    aria-description=${`${entry.help} ${texts.bar.startsRun}`}
    data-tip-title=${entry.label}
    data-tip=${entry.help}
    data-tip-more=${texts.bar.startsRun}
    onClick=${() => (isUpload ? (store.supply.upload.open.value = true) : store.submit(id, command.configure(changesFor(store, entry)), true))}
  >
    ${entry.label}
  </button>`;
}

/**
 * What turns to a data set: networks made for pictures of another shape would not fit, so those go
 * with it that one begins with for its shape.
 * @param {Store} store
 * @param {Entry} entry
 * @returns {RunConfig}
 */
export function changesFor(store, { id, shape, networks }) {
  const config = store.session.peek()?.config;
  const before = entryOf(datasetsOf(store), config?.data.id);
  const alike = JSON.stringify(store.session.peek()?.images?.shape ?? before?.shape) === JSON.stringify(shape);
  return { data: { id }, ...(!alike && networks) };
}
