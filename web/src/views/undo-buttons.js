// Undo and redo: each says what it would change, and what it did is said aloud.
import { html } from "../../vendor/htm-preact.js";
import { changesBetween } from "../controls/changes.js";
import { presetOf } from "../controls/presets.js";
import { keyOf } from "../shortcuts.js";
import { texts } from "../texts.js";
import { Icon } from "./icons.js";

const words = texts.edit;
const titles = /** @type {Record<string, string>} */ (texts.panel.groups);

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").Catalog} Catalog */
/** @typedef {import("../protocol.js").RunConfig} RunConfig */

/** @param {{store: Store}} props */
export function UndoButtons({ store }) {
  return html`<span class="undo" role="group" aria-label=${`${words.undo}, ${words.redo}`}>
    <${TravelButton} store=${store} name="undo" direction=${-1} />
    <${TravelButton} store=${store} name="redo" direction=${1} />
    <${Arrived} store=${store} />
  </span>`;
}

/** @param {{store: Store, name: "undo"|"redo", direction: -1|1}} props */
function TravelButton({ store, name, direction }) {
  const journey = store.undo.journey(direction);
  const catalog = store.catalog.value;
  // an undo is named by the change that it takes back, which went the other way
  const [from, to] = direction < 0 ? [journey?.to, journey?.from] : [journey?.from, journey?.to];
  const told = catalog && from && to ? tell(catalog, from, to) : null;
  const title = told ? words.travel(words[name], told.what) : words[name];
  const nothing = name === "undo" ? words.nothingToUndo : words.nothingToRedo;
  const enabled = store.ready.value && told !== null;
  return html`<button
    type="button"
    class="button ghost small square"
    data-testid=${name}
    aria-label=${title}
    aria-describedby=${`help-${name}`}
    aria-disabled=${!enabled}
    data-tip-title=${title}
    data-tip=${told ? told.about : nothing}
    data-tip-key=${keyOf(name)}
    onClick=${() => enabled && store.asking.travel(direction)}
  >
    <${Icon} name=${name} /><span class="hidden" id=${`help-${name}`}>${told ? told.about : nothing}</span>
  </button>`;
}

/** Read aloud: what the last undo or redo set. @param {{store: Store}} props */
function Arrived({ store }) {
  const arrival = store.undo.arrival.value;
  const catalog = store.catalog.value;
  return html`<span class="hidden" role="status" data-testid="undone">
    ${arrival && catalog && words.undone(tell(catalog, arrival.from, arrival.to).what)}
  </span>`;
}

/**
 * A change of the configuration in words: what it sets, and where that is or when it acts.
 * @param {Catalog} catalog
 * @param {RunConfig} from
 * @param {RunConfig} to
 * @returns {{what: string, about: string}}
 */
export function tell(catalog, from, to) {
  const changes = changesBetween(catalog, from, to);
  const effect = changes.every(({ live }) => live) ? words.actsNow : words.startsAnew;
  if (changes.length === 1) {
    const [change] = changes;
    const place = change.group && titles[change.group];
    return { what: words.change(change), about: place ? `${place}. ${effect}` : effect };
  }
  const preset = presetOf(catalog, to);
  const labels = words.list(changes.map(({ label }) => label));
  return { what: preset ? words.preset(preset.label) : words.changes(changes.length), about: `${labels} ${effect}` };
}
