// The server speaks English: there is nothing to be laid over its words.

/** @type {import("../../lib/translate-catalog.js").ServerWords} */
export const catalog = { fields: {}, registries: {}, layers: {}, phrases: [] };
