// The left of the bar: which images the generator must imitate, and presets of the whole game.
import { html } from "../../../vendor/htm-preact.js";
import { entriesOf, entryOf } from "../../controls/groups.js";
import { controlId } from "../../controls/ids.js";
import { turnToImages } from "../../controls/model.js";
import { command } from "../../protocol.js";
import { texts } from "../../texts.js";
import { Presets } from "../data-bar.js";
import { Refusal } from "../field.js";
import { Icon } from "../icons.js";
import { Menu } from "../menu.js";
import { PRETRAINED, PretrainedSwitch } from "../pretrained.js";
import { UndoButtons } from "../undo-buttons.js";
import { SupplyCard } from "./data-supply.js";
import { narrow, twoColumns } from "../viewport.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").Entry} Entry */

const words = texts.images;

/** @param {{store: Store}} props */
export function ImageDataBar({ store }) {
  const entries = datasetsOf(store);
  const chosen = store.session.value?.config.data.id;
  const refused = Object.keys(store.errors.value).filter(isOurs);
  const made = twoColumns.value && !narrow.value ? [] : entries.filter(isMade); // else there is room for the menu alone
  const others = entries.filter((entry) => !made.includes(entry) && !isUpload(entry));
  return html`<div class="bar-cell data-bar" role="group" aria-label=${words.data}>
    <div class="data-head">
      <span class="label data-name">${words.data}</span>
      ${(narrow.value || !twoColumns.value) && html`<${UndoButtons} store=${store} />`}
      <${PretrainedSwitch} store=${store} />
      <${Presets} store=${store} />
    </div>
    <div class="datasets">
      ${made.length > 0 &&
      html`<span class="segments">
        ${made.map((entry) => html`<${Dataset} key=${entry.id} store=${store} entry=${entry} chosen=${entry.id === chosen} />`)}
      </span>`}
      <${More} store=${store} entries=${others} chosen=${chosen} />
      ${entries.filter(isUpload).map((entry) => html`<${UploadButton} key=${entry.id} store=${store} entry=${entry} chosen=${entry.id === chosen} />`)}
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

/** @param {Entry} entry */
const isUpload = ({ params }) => params.some(({ kind }) => kind === "key");

/** Whether the server makes a set by itself, in seconds, and most models can learn from it. @param {Entry} entry */
const isMade = (entry) => !entry.origin && !entry.inputs && !isUpload(entry);

/** @param {Store} store @param {Entry} entry */
const turnTo = (store, entry) => store.submit(controlId("dataset", entry.id), command.configure(turnToImages(store, entry)), true);

/** @typedef {{store: Store, entry: Entry, chosen: boolean}} Props */

/** @param {Props} props */
function Dataset({ store, entry, chosen }) {
  const id = controlId("dataset", entry.id);
  return html`<button type="button" class="segment" data-testid=${id} aria-pressed=${store.pending.value[id] ?? chosen}
    ...${toldOf(entry, texts.bar.startsRun)} onClick=${() => turnTo(store, entry)}>
    ${entry.label}
  </button>`;
}

/** Sets for which there is no room, in a menu that bears the name of the one that is chosen. @param {{store: Store, entries: Entry[], chosen: string|undefined}} props */
function More({ store, entries, chosen }) {
  if (entries.length === 0) return null;
  const now = entryOf(entries, chosen ?? "");
  const itemOf = (/** @type {Entry} */ entry) => ({
    id: controlId("dataset", entry.id),
    label: entry.label,
    help: entry.shape && entry.examples ? texts.imageData.size(entry.examples, entry.shape) : entry.help,
    checked: entry === now,
    act: () => turnTo(store, entry),
  });
  const groups = [
    { label: words.made, items: entries.filter(isMade).map(itemOf) },
    { label: words.fetched, items: entries.filter(({ origin }) => origin).map(itemOf) },
    { label: words.paired, items: entries.filter((entry) => !entry.origin && !isMade(entry)).map(itemOf) },
  ].filter(({ items }) => items.length > 0);
  return html`<${Menu} id="dataset-more" label=${now?.label ?? words.moreData} help=${now?.help ?? words.moreDataHelp} icon="chevron"
    look=${`button trailing${now ? " chosen" : ""}`} floating=${true} groups=${groups} />`;
}

/** @param {Props} props */
function UploadButton({ store, entry, chosen }) {
  return html`<button type="button" class="button" data-testid=${controlId("dataset", entry.id)} aria-pressed=${chosen}
    ...${toldOf(entry, "")} onClick=${() => (store.supply.upload.open.value = true)}>
    <${Icon} name="upload" /><span>${words.upload}</span>
  </button>`;
}

/** The tool-tip of a set, and the same read aloud. @param {Entry} entry @param {string} more */
const toldOf = ({ label, help }, more) => ({
  "data-tip-title": label,
  "data-tip": help,
  "data-tip-more": more,
  "aria-description": `${help} ${more}`,
});
