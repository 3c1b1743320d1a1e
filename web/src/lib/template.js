// Sentences of the server with places for numbers: "Only {reached} of {modes} modes", "{moved%} of them".
import { formatCount, formatNumber, formatPercent } from "./format.js";

const PLACE = /\{(\w+)(%?)\}/g;

/**
 * A sentence with its numbers in it; a place whose number is missing is filled with a dash.
 * @param {string} template `{name}` is a number, `{name%}` a share of the whole, 0..1
 * @param {Record<string, number|null>} facts by name
 */
export function fillTemplate(template, facts) {
  return template.replace(PLACE, (_, name, percent) => printNumber(facts[name], percent !== ""));
}

/** A count, a measured number, or a share. @param {number|null|undefined} value @param {boolean} share */
export function printNumber(value, share) {
  if (value === null || value === undefined) return "–";
  if (share) return formatPercent(value);
  return Number.isInteger(value) ? formatCount(value) : formatNumber(value);
}
