// Pre-trained weights: whether a run began with them, and what a choice of data means while it did.
import { command } from "../protocol.js";

/** @typedef {import("../protocol.js").Catalog} Catalog */
/** @typedef {import("../protocol.js").Command} Command */
/** @typedef {import("../protocol.js").StateEvent} StateEvent */

/** The distribution whose weights a run began with; null for any other run. @param {StateEvent|null} session */
export function pretrainedOf(session) {
  return session?.origin?.kind === "pretrained" ? session.origin.id : null;
}

/**
 * The same as a part of what a run is made from.
 * @param {StateEvent} session
 * @returns {{pretrained?: string}} nothing for any other run
 */
export function weightsOf(session) {
  const pretrained = pretrainedOf(session);
  return pretrained === null ? {} : { pretrained };
}

/** What the catalog says of the weights for a distribution. @param {Catalog|null} catalog @param {string|undefined} id */
export function weightsFor(catalog, id) {
  return id === undefined ? undefined : catalog?.pretrained?.[id];
}

/**
 * The command that turns to a distribution: with its weights, where the run has such and there are
 * some, otherwise with the settings as they are.
 * @param {Catalog|null} catalog
 * @param {StateEvent|null} session
 * @param {string} id
 * @returns {Command}
 */
export function turnToData(catalog, session, id) {
  const stays = pretrainedOf(session) !== null && weightsFor(catalog, id) !== undefined;
  return stays ? command.load(id) : command.configure({ data: { id } });
}
