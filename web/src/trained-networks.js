// Both players' networks as a run trains them: their layers, and what else is set of them.

/** @typedef {import("./protocol.js").Choice} Choice */
/** @typedef {import("./protocol.js").StateEvent} StateEvent */
/** @typedef {import("./layer-draft.js").Builder} Builder */

/** @param {StateEvent} state @returns {Record<Builder, readonly Choice[]>} none where networks are not built of layers */
export function trainedLayers({ config }) {
  const layersOf = (/** @type {Builder} */ player) => {
    const layers = config[player]?.params?.layers;
    return Array.isArray(layers) ? layers : [];
  };
  return { generator: layersOf("generator"), discriminator: layersOf("discriminator") };
}

/** @param {StateEvent} state @returns {import("./layer-draft.js").Beginnings} */
export function otherParams({ config }) {
  const othersOf = (/** @type {Builder} */ player) => {
    const { layers: _layers, ...others } = config[player]?.params ?? {};
    return others;
  };
  return { generator: othersOf("generator"), discriminator: othersOf("discriminator") };
}
