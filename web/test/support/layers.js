// A few kinds of layers, a session of images that trains some of them, and a store that drafts others.
import { Store } from "../../src/store.js";
import { catalog } from "./catalog.js";

/** @param {string} name @param {any} value @param {object} more */
const param = (name, value, more) => ({ name, label: name, help: "", kind: /** @type {any} */ ("int"), default: value, ...more });

/** @type {import("../../src/protocol.js").Entry[]} */
export const KINDS = [
  { id: "dense", label: "Fully connected", help: "", kind: "weights", params: [param("units", 128, { low: 1, high: 16384 })] },
  {
    id: "conv",
    label: "Convolution",
    help: "",
    kind: "weights",
    params: [
      param("channels", 32, { low: 1, high: 4096 }),
      param("kernel", 3, { low: 1, high: 16, expected: "a whole number from 1 to 16" }),
      param("stride", 1, { low: 1, high: 8 }),
      param("padding", 1, { low: 0, high: 8 }),
      param("bias", true, { kind: "bool" }),
    ],
  },
  { id: "max_pool", label: "Max pooling", help: "", kind: "size", params: [param("window", 2, { low: 1, high: 64 }), param("stride", 2, { low: 1, high: 8 }), param("padding", 0, { low: 0, high: 8 })] },
  {
    id: "reshape",
    label: "Reshape",
    help: "",
    kind: "form",
    params: [param("channels", 1, {}), param("height", 28, {}), param("width", 28, {})],
  },
  { id: "relu", label: "ReLU", help: "", kind: "activation", params: [] },
  { id: "leaky_relu", label: "Leaky ReLU", help: "", kind: "activation", params: [param("slope", 0.2, { kind: "float", low: 0, high: 1 })] },
  { id: "own", label: "Own", help: "", params: [] },
];

/** @param {string} id */
export const kind = (id) => /** @type {import("../../src/protocol.js").Entry} */ (KINDS.find((entry) => entry.id === id));

/** @param {string} id @param {Record<string, any>} [params] a layer with its usual parameters but for these */
export const layer = (id, params = {}) => ({
  id,
  params: { ...Object.fromEntries(kind(id).params.map(({ name, default: value }) => [name, value])), ...params },
});

export const TRAINED = { generator: [layer("dense"), layer("relu")], discriminator: [layer("conv"), layer("dense", { units: 1 })] };

const ROW = { id: "", label: "", input: [64], output: [128], weights: 10 };

/** @param {Record<string, import("../../src/protocol.js").Choice[]>} layers @param {object} [more] @returns {any} a state event */
export const stateOf = (layers, more = {}) => ({
  type: "state",
  id: "s",
  status: "paused",
  step: 0,
  config: {
    generator: { id: "stack", params: { layers: layers.generator } },
    discriminator: { id: "stack", params: { layers: layers.discriminator } },
  },
  layers: { generator: layers.generator.map(() => ROW), discriminator: layers.discriminator.map(() => ROW) },
  built_for: {
    generator: { inputs: [64], labels: 0, outputs: [1, 28, 28] },
    discriminator: { inputs: [1, 28, 28], labels: 0, outputs: [1] },
  },
  ...more,
});

/** A store that has heard of `TRAINED`. @param {(store: Store) => void} [before] is done before it has */
export function drafting(before = () => undefined) {
  const store = new Store();
  /** @type {any[]} */
  const sent = [];
  store.send = (message) => sent.push(message);
  store.catalog.value = { ...catalog, registries: { ...catalog.registries, layers: KINDS } };
  store.connection.value = { state: "open", retryInMs: null, message: null };
  before(store);
  store.pushState(stateOf(TRAINED));
  return { store, draft: store.draft, sent };
}
