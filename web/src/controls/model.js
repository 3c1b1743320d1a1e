// The model of a run: what its entry says of it, and what else must change for another model, or other data, to fit.
import { entriesOf, entryOf } from "./groups.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").Entry} Entry */
/** @typedef {import("../protocol.js").Choice} Choice */
/** @typedef {import("../protocol.js").RunConfig} RunConfig */

/** The kind of regularizers that hold G to what its fakes should be: only a model of pairs knows that. */
const TARGET = "target";

/** Fields that say nothing where G makes an image of another one: it gets no noise. */
const OF_NOISE = ["prior"];

/** @param {Store} store @param {string} field @returns {Entry[]} what a field of the configuration chooses among */
function choicesOf(store, field) {
  const catalog = store.catalog.value;
  const found = catalog?.fields.find(({ name }) => name === field);
  return catalog && found ? entriesOf(catalog, found) : [];
}

/** The entry of the run's model. @param {Store} store */
export function modelOf(store) {
  return entryOf(choicesOf(store, "model"), store.session.value?.config.model?.id ?? "");
}

/** Whether a field leaves anything to set under the run's model. @param {Store} store @param {string} field */
export function countsIn(store, field) {
  return !(OF_NOISE.includes(field) && modelOf(store)?.paired);
}

/**
 * The regularizers that can be added under the run's model, and those that are on.
 * @param {Store} store
 * @param {Entry[]} entries
 * @param {readonly Choice[]} active
 */
export function regularizersFor(store, entries, active) {
  const paired = Boolean(modelOf(store)?.paired);
  return entries.filter(({ id, kind }) => kind !== TARGET || paired || active.some((choice) => choice.id === id));
}

/**
 * What turns to another model. Between noise and pairs networks do not fit, and only pairs have
 * targets: those go with it that one begins with, and data that have pairs.
 * @param {Store} store
 * @param {string} id
 * @returns {RunConfig}
 */
export function turnToModel(store, id) {
  const model = { model: { id } };
  const paired = Boolean(entryOf(choicesOf(store, "model"), id)?.paired);
  if (paired === Boolean(modelOf(store)?.paired)) return model;
  const now = dataOf(store);
  if (!paired) return { ...model, ...now?.networks, regularizers: withoutTargets(store) };
  const data = now?.pair_networks ? now : choicesOf(store, "data").find((entry) => entry.pair_networks);
  const targets = choicesOf(store, "regularizers").filter(({ kind }) => kind === TARGET);
  const regularizers = [...withoutTargets(store), ...targets.map((entry) => ({ id: entry.id, params: {} }))];
  return { ...model, ...(data !== now && data && { data: { id: data.id } }), ...data?.pair_networks, regularizers };
}

/**
 * What turns to other images: networks made for images of another shape would not fit, so those go
 * with it that one begins with; and a model of pairs needs pairs.
 * @param {Store} store
 * @param {Pick<Entry, "id"|"shape"|"pair_networks"> & {networks?: Record<string, any>}} data
 * @returns {RunConfig}
 */
export function turnToImages(store, { id, shape, networks, pair_networks: pairNetworks }) {
  const data = { data: { id } };
  if (modelOf(store)?.paired) {
    if (pairNetworks) return { ...data, ...pairNetworks };
    const usual = store.catalog.value?.defaults.model?.id;
    return { ...data, ...networks, model: { id: usual }, regularizers: withoutTargets(store) };
  }
  const before = store.session.peek()?.images?.shape ?? dataOf(store)?.shape;
  return { ...data, ...(JSON.stringify(before) !== JSON.stringify(shape) && networks) };
}

/**
 * What sets a parameter of the data: images of another form need other networks.
 * @param {Store} store
 * @param {string} name
 * @param {any} value
 * @returns {RunConfig}
 */
export function turnToForm(store, name, value) {
  const session = store.session.peek();
  const params = { ...session?.config.data.params, [name]: value };
  const form = dataOf(store)?.forms?.find((other) => Object.entries(other.params).every(([key, wanted]) => params[key] === wanted));
  const networks = modelOf(store)?.paired ? form?.pair_networks : form?.networks;
  const same = !form || JSON.stringify(session?.images?.shape) === JSON.stringify(form.shape);
  return { data: { params: { [name]: value } }, ...(!same && networks) };
}

/** The entry of the run's data. @param {Store} store */
export const dataOf = (store) => entryOf(choicesOf(store, "data"), store.session.peek()?.config.data?.id ?? "");

/** @param {Store} store @returns {Choice[]} */
function withoutTargets(store) {
  const entries = choicesOf(store, "regularizers");
  const active = /** @type {Choice[]} */ (store.session.peek()?.config.regularizers ?? []);
  return active.filter(({ id }) => entryOf(entries, id)?.kind !== TARGET);
}
