// Presets: named configurations, given as what they change of the usual one.
import { entriesOf, entryOf } from "./groups.js";

/** @typedef {import("../protocol.js").Catalog} Catalog */
/** @typedef {import("../protocol.js").Choice} Choice */
/** @typedef {import("../protocol.js").Entry} Entry */
/** @typedef {import("../protocol.js").Field} Field */
/** @typedef {import("../protocol.js").RunConfig} RunConfig */

/** Which random numbers are drawn is no part of a preset, unless it says so. */
const FREE_FIELDS = ["seed"];

/**
 * The whole configuration that a preset stands for. What it does not name has its usual value, so
 * that nothing is left over from the settings before it.
 * @param {Catalog} catalog
 * @param {RunConfig} changes what the preset names; empty for the usual configuration
 * @returns {RunConfig}
 */
export function wholeConfig(catalog, changes) {
  /** @type {RunConfig} */
  const whole = {};
  for (const field of catalog.fields) {
    const { name } = field;
    if (name in changes) whole[name] = filled(catalog, field, changes[name]);
    else if (!FREE_FIELDS.includes(name)) whole[name] = catalog.defaults[name];
  }
  return whole;
}

/** A field's value with every parameter filled in. @param {Catalog} catalog @param {Field} field @param {any} value */
function filled(catalog, field, value) {
  if (field.registry === null) return value;
  const entries = entriesOf(catalog, field);
  /** @param {Partial<Choice>} choice a preset may give parameters alone, for the usual entry */
  const fill = (choice) => {
    const usual = catalog.defaults[field.name];
    const id = choice.id ?? usual.id;
    const defaults = (entryOf(entries, id)?.params ?? []).map((param) => [param.name, param.default]);
    const base = id === usual.id ? usual.params : Object.fromEntries(defaults);
    return { id, params: { ...base, ...choice.params } };
  };
  return field.list ? value.map(fill) : fill(value);
}

/**
 * The preset that a configuration is; undefined when none, as after a change by hand.
 * @param {Catalog} catalog
 * @param {RunConfig} config
 * @returns {Entry|undefined}
 */
export function presetOf(catalog, config) {
  const presets = catalog.registries.presets ?? [];
  return presets.find((preset) => contains(config, wholeConfig(catalog, preset.config ?? {})));
}

/** Whether a configuration is the one that a new session starts with. @param {Catalog} catalog @param {RunConfig} config */
export function isUsual(catalog, config) {
  return contains(config, wholeConfig(catalog, {}));
}

/** Whether every value of `part` stands in `whole`. @param {any} whole @param {any} part @returns {boolean} */
function contains(whole, part) {
  if (Array.isArray(part)) {
    return part.length === whole?.length && part.every((item, i) => contains(whole[i], item));
  }
  if (part !== null && typeof part === "object") {
    return Object.entries(part).every(([key, value]) => contains(whole?.[key], value));
  }
  return whole === part;
}

/**
 * Presets by the group that their registration names, groups in the order of their first preset.
 * @param {Entry[]} presets
 * @returns {{label: string, entries: Entry[]}[]}
 */
export function presetGroups(presets) {
  /** @type {Map<string, Entry[]>} */
  const groups = new Map();
  for (const preset of presets) {
    const label = preset.group ?? "";
    groups.set(label, [...(groups.get(label) ?? []), preset]);
  }
  return [...groups].map(([label, entries]) => ({ label, entries }));
}
