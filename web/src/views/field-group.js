// The controls of one configuration field: its selection, the parameters of the entry chosen.
import { html } from "../../vendor/htm-preact.js";
import { entriesOf, entryOf, formEntries, formParams } from "../controls/groups.js";
import { controlId } from "../controls/ids.js";
import { turnToModel } from "../controls/model.js";
import { SelectField } from "./inputs.js";
import { ParamField } from "./param-field.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").Catalog} Catalog */
/** @typedef {import("../protocol.js").Field} Field */
/** @typedef {import("../protocol.js").RunConfig} RunConfig */
/** @typedef {import("../protocol.js").Param} Param */

/**
 * @typedef {object} Context
 * @property {Store} store
 * @property {Catalog} catalog
 * @property {RunConfig} config
 * @property {Field} field
 * @property {boolean} marked whether its controls carry the sign of a new run
 * @property {Record<string, string>} [names] shorter or longer labels, by control
 */

/**
 * The controls of a field, as separate nodes so that a group can fold the later ones away.
 * @param {Context} context
 * @returns {any[]}
 */
export function controlsOf(context) {
  const { field } = context;
  if (field.registry === null) return field.param ? [bareValue(context, field.param)] : [];
  return [...selection(context), ...parameters(context)];
}

/** A field that holds a plain value. @param {Context} context @param {Param} param */
function bareValue({ store, config, field, marked, names }, param) {
  const id = controlId(field.name);
  return html`<${ParamField}
    key=${id}
    store=${store}
    id=${id}
    param=${{ ...param, label: names?.[id] ?? field.label, help: field.help }}
    value=${config[field.name]}
    live=${field.live}
    marked=${marked}
    change=${(/** @type {any} */ value) => store.configure(id, { [field.name]: value }, value)}
  />`;
}

/** Which entry of the registry; nothing where there is only one. @param {Context} context */
function selection({ store, catalog, config, field, marked }) {
  const options = formEntries(entriesOf(catalog, field));
  const chosen = config[field.name].id;
  if (field.name === "data" || (options.length < 2 && options[0]?.id === chosen)) return [];
  const id = controlId(field.name);
  const { help = "", formula } = entryOf(options, chosen) ?? {};
  const shown = { label: field.label, help: `${field.help} ${help}`, formula, registry: field.registry };
  const words = { id, ...shown, live: field.live, marked };
  return [
    html`<${SelectField}
      key=${id}
      store=${store}
      words=${words}
      options=${options}
      value=${chosen}
      change=${(/** @type {string} */ next) => store.configure(id, field.name === "model" ? turnToModel(store, next) : { [field.name]: { id: next } }, next)}
    />`,
  ];
}

/** @param {Context} context */
function parameters({ store, catalog, config, field, marked, names }) {
  const choice = config[field.name];
  const entry = entryOf(entriesOf(catalog, field), choice.id);
  return formParams(entry).map((param) => {
    const id = controlId(field.name, param.name);
    return html`<${ParamField}
      key=${id}
      store=${store}
      id=${id}
      param=${{ ...param, label: names?.[id] ?? param.label }}
      value=${choice.params[param.name]}
      live=${field.live}
      marked=${marked}
      change=${(/** @type {any} */ value) =>
        store.configure(id, { [field.name]: { params: { [param.name]: value } } }, value)}
    />`;
  });
}
