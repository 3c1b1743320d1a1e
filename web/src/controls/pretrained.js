// Pre-trained weights: whether a run began with them, and what a choice of data or preset means while it did.
import { command } from "../protocol.js";
import { presetOf, wholeConfig } from "./presets.js";

/** @typedef {import("../protocol.js").Catalog} Catalog */
/** @typedef {import("../protocol.js").Command} Command */
/** @typedef {import("../protocol.js").Entry} Entry */
/** @typedef {import("../protocol.js").StateEvent} StateEvent */

/** The distribution, or preset of images, whose weights a run began with; null for any other run. @param {StateEvent|null} session */
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

/**
 * What a run might have begun with: on the plane the weights for its data, of images those of its preset.
 * @param {Catalog|null} catalog
 * @param {StateEvent|null} session
 * @param {import("../scene.js").Scene} scene
 * @returns {string|undefined}
 */
export function couldBegin(catalog, session, scene) {
  if (!catalog || !session) return undefined;
  return scene === "image" ? presetOf(catalog, session.config)?.id : session.config.data.id;
}

/** What the catalog says of the weights of this id. @param {Catalog|null} catalog @param {string|undefined} id */
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

/**
 * The command that turns to a preset. What there is to watch begins at step 0, even where every
 * change could be made live; of images, at its weights while the run has such.
 * @param {Catalog} catalog
 * @param {StateEvent|null} session
 * @param {import("../scene.js").Scene} scene
 * @param {Entry} preset
 * @returns {Command}
 */
export function turnToPreset(catalog, session, scene, preset) {
  const stays = scene === "image" && pretrainedOf(session) !== null && weightsFor(catalog, preset.id) !== undefined;
  return stays ? command.load(preset.id) : command.configure(wholeConfig(catalog, preset.config ?? {}), true);
}
