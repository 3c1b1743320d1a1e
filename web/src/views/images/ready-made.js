// Networks to begin with: those of the presets that are made for pictures of this size.
import { html } from "../../../vendor/htm-preact.js";
import { modelOf } from "../../controls/model.js";
import { sameLayers } from "../../lib/layer-list.js";
import { texts } from "../../texts.js";
import { Menu } from "../menu.js";

const words = texts.builder;

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").Catalog} Catalog */
/** @typedef {import("../../protocol.js").Choice} Choice */
/** @typedef {import("../../layer-draft.js").Builder} Player */

/**
 * A player's networks out of the presets, each once, under the first preset that has it.
 * @param {Catalog} catalog
 * @param {Player} player
 * @param {number[]} picture shape of the data's
 * @param {boolean} paired whether the model is of pairs
 * @returns {{id: string, label: string, layers: Choice[], params: {layers: Choice[]} & Record<string, any>}[]}
 */
export function readyMade(catalog, player, picture, paired) {
  const shapeOf = new Map((catalog.registries.datasets ?? []).map(({ id, shape }) => [id, JSON.stringify(shape)]));
  const models = catalog.registries.image_models ?? [];
  const fitting = (catalog.registries.image_presets ?? []).flatMap(({ id, label, config }) => {
    const params = config?.[player]?.params;
    const ofModel = Boolean(models.find((model) => model.id === config?.model?.id)?.paired) === paired;
    const fits = params?.layers && ofModel && shapeOf.get(config?.data?.id) === JSON.stringify(picture);
    return fits ? [{ id, label, layers: params.layers, params }] : [];
  });
  return fitting.filter((one, place) => fitting.findIndex((other) => sameLayers(one.layers, other.layers)) === place);
}

/** @param {{store: Store, player: Player}} props */
export function ReadyMade({ store, player }) {
  const { draft } = store;
  const place = draft.builtFor.value?.[player];
  const picture = store.session.value?.images?.shape;
  const catalog = store.catalog.value;
  if (!catalog || !place || !picture) return null;
  const items = readyMade(catalog, player, picture, Boolean(modelOf(store)?.paired)).map(({ id, label, params }) => ({
    id: `ready-${player}-${id}`,
    label,
    act: () => draft.replace(player, params, label),
  }));
  if (items.length === 0) return null;
  const groups = [{ label: words.readyOf[player], items }];
  return html`<${Menu} id=${`ready-${player}`} label=${words.ready} help=${words.readyHelp} icon="chevron" look="button ghost" floating=${true} groups=${groups} />`;
}
