// A layer's name and meaning in the page's language; a new layer has its own until it is translated.
import { texts } from "../texts.js";

/**
 * @param {import("../layers/index.js").Layer} layer
 * @returns {{label: string, help: string}}
 */
export function layerWords({ id, label, help }) {
  return texts.catalog.layers[id] ?? { label, help };
}
