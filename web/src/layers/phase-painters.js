// The layers as slow motion shows them: what a phase is about in full, the rest faint, samples judged or not.
import { DRAWING_ORDER, LAYERS, isShown } from "./index.js";
import { JUDGED } from "./judged.js";

/** @typedef {import("./index.js").Layer} Layer */
/** @typedef {import("./index.js").Painter} Painter */
/** @typedef {import("../lib/phase-scene.js").PhaseScene} PhaseScene */

/** Opacity of what a phase is not about. */
const FAINT = 0.3;

/** @param {Layer} layer one that takes the opacity it finds @returns {Painter} */
const fainter = (layer) => ({
  prepare: layer.prepare,
  draw(ctx, frame, scale, prepared) {
    ctx.globalAlpha = FAINT;
    layer.draw(ctx, frame, scale, prepared);
    ctx.globalAlpha = 1;
  },
});

/** Made once: a picture keeps what it prepared by painter. @type {Record<string, Painter>} */
const FAINTER = Object.fromEntries(LAYERS.map((layer) => [layer.id, fainter(layer)]));

/**
 * The painters of a picture, from the bottom upwards.
 * @param {Record<string, boolean>} shown layers by id
 * @param {PhaseScene|null} scene null outside slow motion
 * @returns {Painter[]}
 */
export function paintersOf(shown, scene) {
  return DRAWING_ORDER.filter((layer) => isShown(shown, layer)).map((layer) => {
    if (scene?.faint.has(layer.id)) return FAINTER[layer.id];
    return (scene?.judged && JUDGED[layer.id]) || layer;
  });
}
