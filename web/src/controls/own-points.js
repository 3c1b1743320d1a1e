// The distribution that a person's own points become: which entry takes them, and how they are sent.
import { entriesOf } from "./groups.js";

/** @typedef {import("../protocol.js").Catalog} Catalog */
/** @typedef {import("../protocol.js").Entry} Entry */
/** @typedef {import("../protocol.js").Param} Param */
/** @typedef {import("../protocol.js").RunConfig} RunConfig */
/** @typedef {import("../lib/point-codec.js").Point} Point */

/**
 * @typedef {object} OwnEntry
 * @property {Entry} entry
 * @property {Param} points how many it takes: `low` to `high`
 * @property {Param} spread the blur around each, as a share of the figure's width
 */

/** @typedef {{points: readonly Point[], spread: number}} Figure */

/**
 * The entry that takes points and blurs them; null where the server offers none.
 * @param {Catalog} catalog
 * @returns {OwnEntry|null}
 */
export function ownEntry(catalog) {
  const field = catalog.fields.find(({ name }) => name === "data");
  for (const entry of field ? entriesOf(catalog, field) : []) {
    const points = entry.params.find(({ kind }) => kind === "points");
    const spread = entry.params.find(({ kind }) => kind === "float");
    if (points && spread) return { entry, points, spread };
  }
  return null;
}

/** How many points the entry takes. @param {OwnEntry} own @returns {{fewest: number, most: number}} */
export function limitsOf({ points }) {
  return { fewest: points.low ?? 1, most: points.high ?? 1 };
}

/** The change that makes a figure the data. @param {OwnEntry} own @param {Figure} figure @returns {RunConfig} */
export function changesFor({ entry, points, spread }, figure) {
  const params = { [points.name]: figure.points, [spread.name]: figure.spread };
  return { data: { id: entry.id, params } };
}

/** The figure that is the data now; null when the data is something else. @param {OwnEntry} own @param {RunConfig} config @returns {Figure|null} */
export function figureIn({ entry, points, spread }, { data }) {
  if (data.id !== entry.id) return null;
  return { points: data.params[points.name], spread: data.params[spread.name] };
}
