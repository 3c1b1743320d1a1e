// The configuration of an address: only what differs from the usual one, with points packed.
import { entriesOf, entryOf } from "./controls/groups.js";
import { packPoints, unpackPoints } from "./lib/point-codec.js";

/** @typedef {import("./protocol.js").Catalog} Catalog */
/** @typedef {import("./protocol.js").Choice} Choice */
/** @typedef {import("./protocol.js").Entry} Entry */
/** @typedef {import("./protocol.js").Field} Field */
/** @typedef {import("./protocol.js").RunConfig} RunConfig */

/** Stands before packed points; no other value of a parameter begins with it. */
const PACKED = "~";

/**
 * What a configuration changes of the usual one: a choice by its id, and those of its parameters
 * that have another value than they would have by themselves.
 * @param {Catalog} catalog
 * @param {RunConfig} config
 * @returns {RunConfig}
 */
export function changesOf(catalog, config) {
  const changed = catalog.fields.filter(
    ({ name }) => name in config && !same(config[name], catalog.defaults[name]),
  );
  return Object.fromEntries(changed.map((field) => [field.name, shortened(catalog, field, config[field.name])]));
}

/**
 * The entries of a run's script with what goes without saying left out: of a choice that stays, the
 * parameters that stay; of another, those that are as usual.
 * @param {Catalog} catalog
 * @param {RunConfig} start the configuration that the run began with
 * @param {any[][]} entries [step, changes] or [step, player, count]
 * @returns {any[][]}
 */
export function shortScript(catalog, start, entries) {
  let config = start;
  return entries.map(([step, what, ...rest]) => {
    if (typeof what === "string") return [step, what, ...rest];
    const before = config;
    config = { ...config, ...what };
    const changes = catalog.fields
      .filter(({ name }) => name in what)
      .map((field) => [field.name, changeOf(catalog, field, before[field.name], what[field.name])]);
    return [step, Object.fromEntries(changes)];
  });
}

/** @param {Catalog} catalog @param {Field} field @param {any} before @param {any} after */
function changeOf(catalog, field, before, after) {
  if (field.registry === null || field.list || before.id !== after.id) return shortened(catalog, field, after);
  const own = Object.entries(after.params).filter(([name, value]) => !same(value, before.params[name]));
  return { params: Object.fromEntries(own) };
}

/** @param {Catalog} catalog @param {Field} field @param {any} value */
function shortened(catalog, field, value) {
  if (field.registry === null) return value;
  const entries = entriesOf(catalog, field);
  /** @param {Choice} choice @returns {{id: string, params?: Record<string, any>}} */
  const shorten = (choice) => shortChoice(catalog, entries, choice);
  return field.list ? value.map(shorten) : shorten(value);
}

/**
 * A choice by its id and what is not as usual of its parameters; layers, which are choices, likewise.
 * @param {Catalog} catalog
 * @param {Entry[]} entries that it chooses among
 * @param {Choice} choice
 * @returns {{id: string, params?: Record<string, any>}}
 */
function shortChoice(catalog, entries, { id, params }) {
  const known = entryOf(entries, id)?.params ?? [];
  const own = Object.entries(params).flatMap(([name, given]) => {
    const param = known.find((other) => other.name === name);
    if (param && same(given, param.default)) return [];
    const layers = param?.kind === "layers" && catalog.registries[param.registry ?? ""];
    return [[name, layers ? given.map((/** @type {Choice} */ layer) => shortChoice(catalog, layers, layer)) : given]];
  });
  return own.length > 0 ? { id, params: Object.fromEntries(own) } : { id };
}

/** Whether two values are alike as JSON, whatever the order of their keys. @param {any} a @param {any} b @returns {boolean} */
export function same(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}

/** Lists of points anywhere in a value, as short texts where those can hold them exactly. @param {any} value @returns {any} */
export function packed(value) {
  if (isPoints(value)) {
    try {
      return PACKED + packPoints(value);
    } catch {
      return value; // finer than the lattice: longer, but as exact
    }
  }
  return throughout(value, packed);
}

/** The reverse of `packed`; throws, in plain words, on a text that holds no points. @param {any} value @returns {any} */
export function unpacked(value) {
  if (typeof value === "string" && value.startsWith(PACKED)) return unpackPoints(value.slice(PACKED.length));
  return throughout(value, unpacked);
}

/** @param {any} value @param {(inner: any) => any} map */
function throughout(value, map) {
  if (Array.isArray(value)) return value.map(map);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, map(inner)]));
}

/** @param {any} value */
const isPoints = (value) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((point) => Array.isArray(point) && point.length === 2 && point.every((x) => typeof x === "number"));
