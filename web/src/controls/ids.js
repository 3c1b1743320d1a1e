// Names of the controls: from a configuration's fields to control ids, and back from errors.

/** @typedef {import("../protocol.js").RunConfig} RunConfig */

/**
 * The id of a control, which is also its data-testid: `d-optimizer`, `d-optimizer-lr`.
 * @param {...string} parts field, then parameter
 */
export function controlId(...parts) {
  return parts.join("-").replaceAll("_", "-");
}

/** @param {string} id of a regularizer @param {string} [param] */
export function regularizerId(id, param) {
  return param === undefined ? controlId("regularizer", id) : controlId("regularizer", id, param);
}

/**
 * The control that an error's dotted path speaks of; null when it names none.
 * @param {string|null|undefined} path such as `changes.loss.params.weight` or `regularizers.0`
 * @param {RunConfig} config names the regularizer at an index
 * @returns {string|null}
 */
export function controlOfPath(path, config) {
  const parts = (path ?? "").split(".").filter((part) => part !== "changes" && part !== "config");
  const [field, ...rest] = parts;
  if (!field || !(field in config)) return null;
  if (field === "regularizers") {
    const chosen = config.regularizers[Number(rest[0])];
    if (!chosen) return null;
    return rest[1] === "params" ? regularizerId(chosen.id, rest[2]) : regularizerId(chosen.id);
  }
  return rest[0] === "params" && rest[1] ? controlId(field, rest[1]) : controlId(field);
}
