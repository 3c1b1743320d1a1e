// A layer's name and meaning in the page's language; a new layer has its own until it is translated.
import { texts } from "../texts.js";
import { companyLine } from "./company.js";
import { labelLine } from "./softened.js";

/** The layer that shows D's verdict; what it learns from labels is said there. */
const VERDICT = "heatmap";

/**
 * @param {import("../layers/index.js").Layer} layer
 * @returns {{label: string, help: string}}
 */
export function layerWords({ id, label, help }) {
  return texts.catalog.layers[id] ?? { label, help };
}

/**
 * The same of the run that is shown: labels and codes say more of what is seen.
 * @param {import("../store.js").Store} store
 * @param {import("../layers/index.js").Layer} layer
 * @returns {{label: string, help: string}}
 */
export function layerWordsNow(store, layer) {
  const { classes, encoder } = store.session.value ?? {};
  const words = layerWords(layer);
  const told = classes ? texts.classes.layers[layer.id]?.(store.label.value) : undefined;
  const own = told ?? (encoder ? texts.classes.encoded[layer.id] : undefined);
  if (layer.id !== VERDICT) return { ...words, help: own ?? words.help };
  const company = companyLine(store.session.value?.config);
  const more = [own ?? (company || words.help), own && company, labelLine(store.readout.value)];
  return { ...words, help: more.filter(Boolean).join(" ") };
}
