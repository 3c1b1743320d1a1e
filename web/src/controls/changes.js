// What differs between two configurations: to send it, and to name it.
import { GROUPS, entriesOf, entryOf } from "./groups.js";
import { controlId, regularizerId } from "./ids.js";
import { printValue } from "./numbers.js";

/** @typedef {import("../protocol.js").Catalog} Catalog */
/** @typedef {import("../protocol.js").Choice} Choice */
/** @typedef {import("../protocol.js").Entry} Entry */
/** @typedef {import("../protocol.js").Field} Field */
/** @typedef {import("../protocol.js").Param} Param */
/** @typedef {import("../protocol.js").RunConfig} RunConfig */

/**
 * @typedef {object} Change one setting that differs
 * @property {string} control the id of its control
 * @property {string|null} group where the control stands
 * @property {string} label
 * @property {string|boolean|null} from as it was shown; a boolean is off or on, null has no words
 * @property {string|boolean|null} to
 * @property {boolean} live whether the change acts at once or starts a new run
 */

/**
 * The fields to send so that one configuration becomes the other, each one whole.
 * @param {RunConfig} from
 * @param {RunConfig} to
 * @returns {RunConfig}
 */
export function difference(from, to) {
  return Object.fromEntries(Object.entries(to).filter(([name, value]) => !isSame(value, from[name])));
}

/**
 * Every setting that differs, in the order of the catalog.
 * @param {Catalog} catalog
 * @param {RunConfig} from
 * @param {RunConfig} to
 * @returns {Change[]}
 */
export function changesBetween(catalog, from, to) {
  const differing = catalog.fields.filter(({ name }) => !isSame(from[name], to[name]));
  return differing.flatMap((field) => {
    const [before, after] = [from[field.name], to[field.name]];
    const common = { live: field.live, group: groupOf(field.name) };
    return settingsOf(catalog, field, before, after).map((setting) => ({ ...setting, ...common }));
  });
}

/** @typedef {Omit<Change, "live"|"group">} Setting */

/** @param {Catalog} catalog @param {Field} field @param {any} before @param {any} after @returns {Setting[]} */
function settingsOf(catalog, field, before, after) {
  const entries = entriesOf(catalog, field);
  const { name, label } = field;
  if (field.registry === null) return [bare(controlId(name), field.param, label, before, after)];
  if (field.list) return listed(entries, before, after);
  if (before.id !== after.id) {
    const named = (/** @type {Choice} */ choice) => entryOf(entries, choice.id)?.label ?? choice.id;
    return [{ control: controlId(name), label, from: named(before), to: named(after) }];
  }
  return parameters(entryOf(entries, after.id), before, after, (param) => controlId(name, param));
}

/** @param {Entry[]} entries @param {Choice[]} before @param {Choice[]} after @returns {Setting[]} */
function listed(entries, before, after) {
  return entries.flatMap((entry) => {
    const [was, is] = [entryIn(before, entry.id), entryIn(after, entry.id)];
    if (!was && !is) return [];
    const control = regularizerId(entry.id);
    if (!was || !is) return [{ control, label: entry.label, from: !!was, to: !!is }];
    return parameters(entry, was, is, (param) => regularizerId(entry.id, param)).map((setting) => ({
      ...setting,
      label: `${entry.label}, ${setting.label}`,
    }));
  });
}

/** @param {Choice[]} choices @param {string} id */
const entryIn = (choices, id) => choices.find((choice) => choice.id === id);

/**
 * @param {Entry|undefined} entry
 * @param {Choice} before
 * @param {Choice} after
 * @param {(param: string) => string} idOf
 * @returns {Setting[]}
 */
function parameters(entry, before, after, idOf) {
  return (entry?.params ?? [])
    .filter(({ name }) => !isSame(before.params[name], after.params[name]))
    .map((param) => bare(idOf(param.name), param, param.label, before.params[param.name], after.params[param.name]));
}

/** @param {string} control @param {Param|null|undefined} param @param {string} label @param {any} from @param {any} to */
function bare(control, param, label, from, to) {
  return { control, label, from: shown(param, from), to: shown(param, to) };
}

/** A value as its control shows it. @param {Param|null|undefined} param @param {any} value */
function shown(param, value) {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return printValue(value);
  if (typeof value !== "string") return null; // points are drawn, not written
  return param?.choices?.find(({ id }) => id === value)?.label ?? value;
}

/** @param {string} field @returns {string|null} */
function groupOf(field) {
  return GROUPS.find(({ fields }) => fields.includes(field))?.id ?? null;
}

/** @param {any} one @param {any} other */
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
