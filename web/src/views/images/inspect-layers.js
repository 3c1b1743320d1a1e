// What each layer of either network makes of an image, and a layer's weights as pictures.
import { html } from "../../../vendor/htm-preact.js";
import { useState } from "../../../vendor/preact-hooks.js";
import { formatCount, formatNumber } from "../../lib/format.js";
import { part } from "../../lib/pixels.js";
import { texts } from "../../texts.js";
import { Icon } from "../icons.js";
import { shapeWords } from "./builder-words.js";
import { Heading, Segments, Waiting } from "./inspect-parts.js";
import { Pixels } from "./inspect-pixels.js";
import { useInspection } from "./inspect-use.js";

const words = texts.inspect;

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../inspecting.js").Place} Place */
/** @typedef {import("../../protocol.js").Inspection} Inspection */
/** @typedef {"generator"|"discriminator"} Player */
/** @typedef {{id: string, label: string, output: number[], weights: number}} LayerRow */

/** @param {{store: Store, place: Place}} props */
export function InspectLayers({ store, place }) {
  const [player, setPlayer] = useState(/** @type {Player} */ ("discriminator"));
  const [chosen, setChosen] = useState(/** @type {Record<string, number>} */ ({}));
  const network = place.side === "real" ? "discriminator" : player; // the generator made no real image
  /** @type {LayerRow[]} */
  const rows = store.session.value?.layers?.[network] ?? [];
  const layer = Math.min(chosen[network] ?? 1, rows.length);
  const { found, error } = useInspection(store, "features", layer ? { ...place, player: network, layer } : null);
  const players = place.side === "real" ? ["discriminator"] : ["generator", "discriminator"];
  const options = players.map((id) => ({ id, label: texts.builder.players[/** @type {Player} */ (id)], help: words.layersHelp }));
  return html`<section class="inspect-layers">
    <div class="inspect-head">
      <${Heading} store=${store} id="inspect-layers-help" title=${words.layers} help=${words.layersHelp} entry="features" />
      ${players.length > 1 && html`<${Segments} label=${words.player} id="inspect-player" options=${options} chosen=${network} choose=${setPlayer} />`}
      <span class="select">
        <select aria-label=${words.layer} data-testid="inspect-layer" value=${layer} onChange=${(/** @type {any} */ event) => setChosen({ ...chosen, [network]: Number(event.currentTarget.value) })}>
          ${rows.map((row, at) => html`<option key=${at} value=${at + 1} selected=${at + 1 === layer}>${words.layerChoice(at + 1, labelOf(store, row), shapeWords(row.output))}</option>`)}
        </select>
        <${Icon} name="chevron" />
      </span>
    </div>
    ${found ? html`<${Maps} found=${found} />` : html`<${Waiting} error=${error} />`}
    ${hasPictures(rows, layer) && html`<${Filters} key=${`${network}-${layer}`} store=${store} player=${network} layer=${layer} />`}
  </section>`;
}

/** @param {Store} store @param {LayerRow} row */
function labelOf(store, { id, label }) {
  return store.catalog.value?.registries.layers?.find((entry) => entry.id === id)?.label ?? label;
}

/**
 * Whether the weights of a layer are pictures: of a convolution, or of a fully connected one that
 * reads an image or paints one.
 * @param {Pick<LayerRow, "id">[]} rows
 * @param {number} layer from 1
 */
export function hasPictures(rows, layer) {
  const id = rows[layer - 1]?.id ?? "";
  return id.startsWith("conv") || (id === "dense" && (rows[layer - 2]?.id === "flatten" || rows[layer]?.id === "reshape"));
}

/** @param {{found: Inspection}} props */
function Maps({ found }) {
  const { maps } = found.arrays;
  const count = maps.shape[0];
  const ranges = (found.ranges ?? []).map((range) => range.map(formatNumber));
  return html`<div class="inspect-maps" data-flat=${found.flat} data-testid="inspect-maps" data-layer=${found.params.layer} data-player=${found.params.player}>
      ${Array.from({ length: count }, (_, at) => html`<${Pixels} key=${at} image=${part(maps, at)} label=${words.map(at + 1, ranges[at][0], ranges[at][1])} />`)}
    </div>
    <p class="inspect-note">${sayMaps(found, ranges)}</p>`;
}

/** @param {Inspection} found @param {string[][]} ranges */
function sayMaps({ flat, of = 0, arrays }, ranges) {
  if (flat) return of === 1 ? words.single(ranges[0][0]) : words.row(formatCount(of), ranges[0][0], ranges[0][1]);
  return words.maps(formatCount(arrays.maps.shape[0]), formatCount(of));
}

/** @param {{store: Store, player: Player, layer: number}} props */
function Filters({ store, player, layer }) {
  const { found } = useInspection(store, "filters", { player, layer });
  const filters = found?.arrays.filters;
  if (!found || !filters) return null;
  return html`<div>
    <${Heading} store=${store} id="inspect-filters-help" title=${words.filters} help=${words.filtersHelp} entry="filters" />
    <div class="inspect-maps" data-testid="inspect-filters">
      ${Array.from({ length: filters.shape[0] }, (_, at) => html`<${Pixels} key=${at} image=${part(filters, at)} label=${words.filter(at + 1)} />`)}
    </div>
    <p class="inspect-note">${words.filtersOf(formatCount(filters.shape[0]), formatCount(found.of ?? 0))}</p>
  </div>`;
}
