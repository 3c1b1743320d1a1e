// What stands on a layer's card: shapes, and its main parameters in a few words.
import { printValue } from "../../controls/numbers.js";
import { formatCount, formatTick } from "../../lib/format.js";
import { texts } from "../../texts.js";

const words = texts.builder;

/** @typedef {import("../../protocol.js").Entry} Entry */
/** @typedef {import("../../protocol.js").Param} Param */

/** What makes a form: together they say what comes out. */
const FORM = ["channels", "height", "width"];

/** Parameters that count what comes out. */
const AMOUNTS = new Set(["channels", "units"]);

/** Said only where they are not as usual, as switches and choices are. */
const QUIET = new Set(["padding", "momentum"]);

/** "64 × 14 × 14", or "6,272". @param {readonly number[]} shape */
export function shapeWords(shape) {
  return shape.map(shape.length > 1 ? String : formatCount).join(" × ");
}

/** A number of weights in few characters: 812, 9,430, 107k. @param {number} count */
export function countWords(count) {
  return formatTick(count);
}

/**
 * The main parameters of a layer: "1 → 64, 4×4, stride 2".
 * @param {Entry} entry
 * @param {Record<string, any>} params
 * @param {{input: number[], output: number[]}|null} row shapes before and after it, where they are known
 * @returns {string} empty for a layer that has none
 */
export function summaryOf(entry, params, row) {
  const names = entry.params.map(({ name }) => name);
  const formed = FORM.every((name) => names.includes(name));
  const said = formed ? [`→ ${shapeWords(FORM.map((name) => params[name]))}`] : [];
  const rest = entry.params.filter(({ name }) => !formed || !FORM.includes(name));
  return [...said, ...rest.map((param) => valueWords(param, params[param.name], row))].filter(Boolean).join(", ");
}

/** @param {Param} param @param {any} value @param {{input: number[], output: number[]}|null} row */
function valueWords(param, value, row) {
  const { name, label, kind } = param;
  const usual = value === param.default;
  if (kind === "bool") return usual ? "" : words.switched(label, value);
  if (kind === "choice") return usual ? "" : (param.choices?.find(({ id }) => id === value)?.label ?? "");
  if (usual && QUIET.has(name)) return "";
  if (AMOUNTS.has(name)) return row ? `${formatCount(row.input[0])} → ${formatCount(row.output[0])}` : `→ ${printValue(value)}`;
  return words.values[name]?.(value) ?? words.value(label, printValue(value));
}
