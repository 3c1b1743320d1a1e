// A small catalog: one field of each kind, with entries that have parameters of their own.

/** @param {string} name @param {any} value @param {string} [kind] */
const param = (name, value, kind = "float") => ({ name, label: name, help: "", kind: /** @type {any} */ (kind), default: value });

/** @param {string} id @param {any[]} [params] */
const entry = (id, params = []) => ({ id, label: id, help: "", params });

/** @type {import("../../src/protocol.js").Catalog} */
export const catalog = {
  version: "1",
  fields: [
    { name: "data", label: "Data", help: "", live: false, registry: "distributions", list: false },
    { name: "loss", label: "Loss", help: "", live: true, registry: "losses", list: false },
    { name: "regularizers", label: "Regularizers", help: "", live: true, registry: "regularizers", list: true },
    { name: "batch_size", label: "Batch", help: "", live: true, registry: null, list: false },
    { name: "seed", label: "Seed", help: "", live: false, registry: null, list: false },
  ],
  registries: {
    distributions: [
      entry("ring", [param("modes", 8, "int"), param("radius", 1)]),
      entry("grid", [param("side", 5, "int")]),
      entry("drawn", [param("points", [[0, 0]], "points")]),
    ],
    losses: [entry("hinge"), entry("minimax"), entry("softened", [param("margin", 1)])],
    regularizers: [entry("r1", [param("weight", 10)]), entry("clipping", [param("limit", 0.01)])],
  },
  defaults: {
    data: { id: "ring", params: { modes: 8, radius: 1 } },
    loss: { id: "minimax", params: {} },
    regularizers: [],
    batch_size: 128,
    seed: 0,
  },
};
