// Lists of layers as a person edits them: each edit makes a new list, layers keep their keys.

/** @typedef {import("../protocol.js").Choice} Choice */
/** @typedef {import("../protocol.js").Entry} Entry */
/** @typedef {import("../protocol.js").Param} Param */
/** @typedef {Entry & {remembers?: boolean, joins?: boolean, tells?: boolean}} LayerEntry `remembers`: one that `joins`
 *    must follow; `tells`: it takes up what the network is told, which then does not stand beside its input */
/** @typedef {Choice & {key: number}} DraftLayer a layer that stays the same one wherever it goes */
/** @typedef {readonly DraftLayer[]} LayerList */

/** A layer of a kind with its usual parameters. @param {Entry} entry @param {number} key @returns {DraftLayer} */
export function freshLayer(entry, key) {
  return { key, id: entry.id, params: Object.fromEntries(entry.params.map(({ name, default: value }) => [name, value])) };
}

/** @param {LayerList} list @param {number} place before which it goes; the end is the length @param {DraftLayer} layer */
export function insertAt(list, place, layer) {
  return [...list.slice(0, place), layer, ...list.slice(place)];
}

/** @param {LayerList} list @param {number} key */
export function without(list, key) {
  return list.filter((layer) => layer.key !== key);
}

/**
 * The list with one layer elsewhere; the same list when that is where it is, or there is no such place.
 * @param {LayerList} list
 * @param {number} key
 * @param {number} place where it stands afterwards
 */
export function moved(list, key, place) {
  const layer = list.find((other) => other.key === key);
  if (!layer || place < 0 || place >= list.length || list[place] === layer) return list;
  return insertAt(without(list, key), place, layer);
}

/** @param {LayerList} list @param {DraftLayer} layer in the place of the one with its key */
export function replaced(list, layer) {
  return list.map((other) => (other.key === layer.key ? layer : other));
}

/**
 * A layer as one of another kind: what both have the same name for, it keeps where it is allowed.
 * @param {DraftLayer} layer
 * @param {Entry} before its entry so far
 * @param {Entry} entry
 * @returns {DraftLayer}
 */
export function ofKind(layer, before, entry) {
  const fresh = freshLayer(entry, layer.key);
  const known = entry.params.filter(({ name }) => before.params.some((param) => param.name === name));
  const usual = (/** @type {Param} */ param) =>
    layer.params[param.name] === before.params.find(({ name }) => name === param.name)?.default;
  const kept = known.filter((param) => !usual(param) && isAllowed(param, layer.params[param.name]));
  return { ...fresh, params: { ...fresh.params, ...Object.fromEntries(kept.map(({ name }) => [name, layer.params[name]])) } };
}

/** @param {Param} param @param {any} value */
function isAllowed({ kind, low, high, choices }, value) {
  if (kind === "choice") return (choices ?? []).some(({ id }) => id === value);
  if (kind === "bool") return typeof value === "boolean";
  const within = value >= (low ?? -Infinity) && value <= (high ?? Infinity);
  return typeof value === "number" && within && (kind !== "int" || Number.isInteger(value));
}

/** As the server takes and gives layers. @param {LayerList} list @returns {Choice[]} */
export function plain(list) {
  return list.map(({ id, params }) => ({ id, params }));
}

/** Whether two lists are of the same layers. @param {readonly Choice[]} one @param {readonly Choice[]} other */
export function sameLayers(one, other) {
  return one.length === other.length && one.every((layer, place) => sameLayer(layer, other[place]));
}

/** @param {Choice} one @param {Choice} other */
function sameLayer(one, other) {
  const names = Object.keys(one.params);
  const same = names.length === Object.keys(other.params).length && names.every((name) => one.params[name] === other.params[name]);
  return one.id === other.id && same;
}

/**
 * Where a layer that is dragged goes when it is let go in a gap, counted with it still in its place.
 * @param {number} from its place
 * @param {number} gap 0 before all others
 */
export function placeOfGap(from, gap) {
  return gap > from ? gap - 1 : gap;
}

/**
 * Which layers belong together because one remembers the samples that the other joins.
 * @param {LayerList} list
 * @param {(id: string) => LayerEntry|undefined} entryOf
 * @returns {Map<number, number>} by key the place of the other, from 0
 */
export function partnersIn(list, entryOf) {
  /** @type {Map<number, number>} */
  const partners = new Map();
  /** @type {number[]} */
  const open = [];
  list.forEach(({ key, id }, place) => {
    if (entryOf(id)?.remembers) open.push(place);
    const from = entryOf(id)?.joins ? open.pop() : undefined;
    if (from === undefined) return;
    partners.set(key, from);
    partners.set(list[from].key, place);
  });
  return partners;
}
