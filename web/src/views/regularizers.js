// A field that holds several entries: one toggle each, and the parameters of those that are on.
import { html } from "../../vendor/htm-preact.js";
import { entriesOf, formParams } from "../controls/groups.js";
import { regularizerId } from "../controls/ids.js";
import { regularizersFor } from "../controls/model.js";
import { formatNumber } from "../lib/format.js";
import { texts } from "../texts.js";
import { Applied, Refusal, formulaTip, moreOf } from "./field.js";
import { ParamField } from "./param-field.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").Catalog} Catalog */
/** @typedef {import("../protocol.js").Choice} Choice */
/** @typedef {import("../protocol.js").Entry} Entry */
/** @typedef {import("../protocol.js").Field} Field */
/** @typedef {import("../protocol.js").RunConfig} RunConfig */

/** @param {{store: Store, catalog: Catalog, config: RunConfig, field: Field}} props */
export function Regularizers({ store, catalog, config, field }) {
  const active = /** @type {Choice[]} */ (config[field.name]);
  const entries = regularizersFor(store, entriesOf(catalog, field), active);
  return html`<div class="list-field">
    <span class="label" id=${`label-${field.name}`}>${field.label}</span>
    <div class="chips" role="group" aria-labelledby=${`label-${field.name}`}>
      ${entries.map(
        (entry) => html`<${Regularizer} key=${entry.id} ...${{ store, entry, field, active }} />`,
      )}
    </div>
  </div>`;
}

/** A toggle, and what it takes while it is on. @param {{store: Store, entry: Entry, field: Field, active: Choice[]}} props */
function Regularizer({ store, entry, field, active }) {
  const id = regularizerId(entry.id);
  const choice = active.find((other) => other.id === entry.id);
  return html`<div class="regularizer" role="group" aria-label=${entry.label}>
    <${Toggle} ...${{ store, entry, field, active }} />
    ${choice && parameters({ store, entry, field, choice, active })}
    ${choice && entry.kind === "input_noise" && html`<${PresentNoise} store=${store} />`}
    <${Refusal} id=${`error-${id}`} control=${id} label=${entry.label} message=${store.errors.value[id]} />
  </div>`;
}

/** How strong the noise is by now; it may fade. @param {{store: Store}} props */
function PresentNoise({ store }) {
  const { noiseStd } = store.readout.value;
  return html`<p class="present-noise">
    σ ${texts.softened.now}${" "}
    <b class="number" data-testid="noise-std">${noiseStd === null ? "–" : formatNumber(noiseStd)}</b>
  </p>`;
}

/** @param {{store: Store, entry: Entry, field: Field, active: Choice[]}} props */
function Toggle({ store, entry, field, active }) {
  const id = regularizerId(entry.id);
  const on = active.some((choice) => choice.id === entry.id);
  const shown = store.pending.value[id] ?? on;
  const turn = () => store.configure(id, { [field.name]: switched(store, field, active, entry.id, !shown) }, !shown);
  return html`<button
    type="button"
    class="chip"
    data-testid=${id}
    aria-pressed=${shown}
    aria-invalid=${id in store.errors.value}
    aria-describedby=${`help-${id}`}
    data-tip-title=${entry.label}
    data-tip=${entry.help}
    data-tip-more=${moreOf({ id, label: entry.label, help: entry.help, live: field.live })}
    ...${formulaTip({ formula: entry.formula, registry: field.registry })}
    onClick=${turn}
  >
    ${entry.label}<span class="hidden" id=${`help-${id}`}>${entry.help}</span>
    <${Applied} store=${store} id=${id} live=${field.live} />
  </button>`;
}

/**
 * The list once every switch is as it was set last, also those that were not answered yet.
 * @param {Store} store
 * @param {Field} field
 * @param {Choice[]} active
 * @param {string} turned which was set now
 * @param {boolean} on
 * @returns {Choice[]}
 */
function switched(store, field, active, turned, on) {
  const wanted = (/** @type {string} */ id) => (id === turned ? on : store.pending.value[regularizerId(id)]);
  const entries = store.catalog.value ? entriesOf(store.catalog.value, field) : [];
  const more = entries.filter(({ id }) => wanted(id) === true && !active.some((choice) => choice.id === id));
  return [...active.filter(({ id }) => wanted(id) !== false), ...more.map(({ id }) => ({ id, params: {} }))];
}

/**
 * The parameters of one regularizer that is on.
 * @param {{store: Store, entry: Entry, field: Field, choice: Choice, active: Choice[]}} context
 */
function parameters({ store, entry, field, choice, active }) {
  return formParams(entry).map((param) => {
    const id = regularizerId(choice.id, param.name);
    /** @param {any} value */
    const change = (value) => {
      const next = active.map((other) =>
        other.id === choice.id ? { id: other.id, params: { ...other.params, [param.name]: value } } : other,
      );
      store.configure(id, { [field.name]: next }, value);
    };
    return html`<${ParamField}
      key=${id}
      ...${{ store, id, param, change }}
      value=${choice.params[param.name]}
      live=${field.live}
    />`;
  });
}
