// Where D sees several samples at once: in whose company what is shown was judged, in words.
import { texts } from "../texts.js";

/** @typedef {import("../protocol.js").RunConfig} RunConfig */

/** @param {RunConfig|undefined} config @returns {number} samples in a pack; 1 where there are none */
export const packing = (config) => config?.packing ?? 1;

/** Whether D compares the samples of a batch. @param {RunConfig|undefined} config */
const compares = (config) => (config?.discriminator?.params.kernels ?? 0) > 0;

/** Whether D judges a sample by the company it is in. @param {RunConfig|undefined} config */
export const inCompany = (config) => packing(config) > 1 || compares(config);

/** @param {RunConfig|undefined} config @returns {string} what the heatmap shows then; empty where places are judged alone */
export function companyLine(config) {
  if (packing(config) > 1) return texts.company.packs(packing(config));
  return compares(config) ? texts.company.compared : "";
}

/** @param {RunConfig|undefined} config @returns {string} the same of a batch, in slow motion */
export const batchLine = (config) =>
  [packing(config) > 1 && texts.company.slow(packing(config)), compares(config) && texts.company.slowCompared].filter(Boolean).join(" ");
