// The server's words in another language: laid over the catalog by registry, entry and parameter.

/** @typedef {import("../protocol.js").Catalog} Catalog */
/** @typedef {import("../protocol.js").Entry} Entry */
/** @typedef {import("../protocol.js").Field} Field */
/** @typedef {import("../protocol.js").Param} Param */

/** @typedef {{label?: string, help?: string, choices?: Record<string, string>}} ParamWords `choices` by id */
/** @typedef {{label?: string, help?: string, watch?: string, group?: string, unit?: string,
 *    misleads?: string, at_rest?: string, minimizes?: string, chart?: string,
 *    signal?: string, advice?: string, says?: string[],
 *    params?: Record<string, ParamWords>}} EntryWords */

/**
 * @typedef {object} ServerWords whatever is missing stays as the server says it
 * @property {Record<string, ParamWords>} fields of the configuration, by name
 * @property {Record<string, Record<string, EntryWords>>} registries by registry and entry id
 * @property {Record<string, {label: string, help: string}>} layers of the picture, by id
 * @property {Record<string, string>} [classes] of images, by their names
 * @property {[RegExp, string|((...found: string[]) => string)][]} phrases of ranges, refusals and
 *   notices, replaced one after the other
 */

/**
 * A sentence of the server.
 * @param {string} text
 * @param {ServerWords} words
 */
export function translateText(text, { phrases }) {
  // the two kinds of replacement are two overloads of replace
  return phrases.reduce((said, [found, by]) => said.replace(found, /** @type {any} */ (by)), text);
}

/**
 * @param {Catalog} catalog
 * @param {ServerWords} words
 * @returns {Catalog} the same one with other labels, help and ranges; ids and values are untouched
 */
export function translateCatalog(catalog, words) {
  const registries = Object.entries(catalog.registries).map(([name, entries]) => [
    name,
    entries.map((entry) => translateEntry(entry, words.registries[name]?.[entry.id] ?? {}, words)),
  ]);
  return {
    ...catalog,
    fields: catalog.fields.map((field) => translateField(field, words)),
    registries: Object.fromEntries(registries),
  };
}

/** @param {Field} field @param {ServerWords} words @returns {Field} */
function translateField(field, words) {
  const { label, help, choices } = words.fields[field.name] ?? {};
  return {
    ...field,
    label: label ?? field.label,
    help: help ?? field.help,
    param: field.param && translateParam(field.param, { label, help, choices }, words),
  };
}

/** @param {Entry} entry @param {EntryWords} own @param {ServerWords} words @returns {Entry} */
function translateEntry(entry, { params = {}, ...own }, words) {
  return {
    ...entry,
    ...own,
    params: entry.params.map((param) => translateParam(param, params[param.name] ?? {}, words)),
  };
}

/** @param {Param} param @param {ParamWords} own @param {ServerWords} words @returns {Param} */
function translateParam(param, { label, help, choices }, words) {
  return {
    ...param,
    label: label ?? param.label,
    help: help ?? param.help,
    expected: param.expected && translateText(param.expected, words),
    choices: param.choices?.map((choice) => ({ ...choice, label: choices?.[choice.id] ?? choice.label })),
  };
}

/**
 * A state whose images have classes by names of the page's language; one's own images keep their names.
 * @template {import("../protocol.js").StateEvent} S
 * @param {S} state
 * @param {Catalog|null} catalog
 * @param {ServerWords} words
 * @returns {S}
 */
export function translateClasses(state, catalog, { classes }) {
  const { images, config } = state;
  const known = catalog?.registries.datasets?.find(({ id }) => id === config.data.id)?.classes;
  if (!images || !known || !classes) return state;
  return { ...state, images: { ...images, names: images.names.map((name) => classes[name] ?? name) } };
}
