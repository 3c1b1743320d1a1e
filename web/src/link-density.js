// A density model as one part of an address, `kernel_density,bandwidth:0.1`, and what of it can be asked for.
import { same } from "./link-config.js";

/** @typedef {import("./protocol.js").Catalog} Catalog */
/** @typedef {import("./protocol.js").Choice} Choice */
/** @typedef {import("./protocol.js").Param} Param */

const WORD = /^[a-z][a-z0-9_]{0,39}$/;
const NUMBER = /^-?\d{1,12}(\.\d{1,12})?(e-?\d{1,3})?$/;
const TRUTHS = /** @type {Record<string, boolean>} */ ({ true: true, false: false });

/** @param {Choice|null} density @returns {string} */
export const writeDensity = (density) =>
  density ? [density.id, ...Object.entries(density.params).map(([name, value]) => `${name}:${value}`)].join(",") : "";

/** @param {string} text @returns {Choice|undefined} undefined for what has another form */
export function readDensity(text) {
  const [id, ...parts] = text.split(",");
  const params = parts.map((part) => part.split(":"));
  const formed = params.every(([name, value = "", ...more]) => WORD.test(name) && valueOf(value) !== undefined && more.length === 0);
  if (!WORD.test(id) || !formed) return undefined;
  return { id, params: Object.fromEntries(params.map(([name, value]) => [name, valueOf(value)])) };
}

/** @param {string} text @returns {number|string|boolean|undefined} */
function valueOf(text) {
  if (NUMBER.test(text)) return Number(text);
  if (Object.hasOwn(TRUTHS, text)) return TRUTHS[text];
  return WORD.test(text) ? text : undefined;
}

/**
 * A model without what goes without saying.
 * @param {Catalog|null} catalog
 * @param {Choice|null} density
 * @returns {Choice|null} null for the model that is shown at first
 */
export function shortDensity(catalog, density) {
  const entries = catalog?.registries.densities ?? [];
  const params = entries.find(({ id }) => id === density?.id)?.params;
  if (!density || !params) return null;
  const usual = new Map(params.map((param) => [param.name, param.default]));
  const own = Object.entries(density.params).filter(([name, value]) => !same(value, usual.get(name)));
  return own.length === 0 && density.id === entries[0].id ? null : { id: density.id, params: Object.fromEntries(own) };
}

/**
 * What of an address's model the server would take: it refuses a view whole.
 * @param {Catalog|null} catalog
 * @param {Choice|null} density
 * @returns {Choice|null}
 */
export function askable(catalog, density) {
  const params = catalog?.registries.densities?.find(({ id }) => id === density?.id)?.params;
  if (!density || !params) return null;
  const taken = params.filter((param) => Object.hasOwn(density.params, param.name) && fits(param, density.params[param.name]));
  return { id: density.id, params: Object.fromEntries(taken.map(({ name }) => [name, density.params[name]])) };
}

/** @param {Param} param @param {any} value */
function fits({ kind, low, high, exclusive, choices }, value) {
  if (kind === "choice") return Boolean(choices?.some(({ id }) => id === value));
  if (kind === "bool") return typeof value === "boolean";
  if (typeof value !== "number" || (kind !== "int" && kind !== "float")) return false;
  const over = exclusive ? value > (low ?? -Infinity) : value >= (low ?? -Infinity);
  return over && value <= (high ?? Infinity) && (kind === "float" || Number.isInteger(value));
}
