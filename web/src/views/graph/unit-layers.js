// The layers of a network as a row of chips; each opens the pictures of its units.
import { html } from "../../../vendor/htm-preact.js";
import { useEffect, useRef } from "../../../vendor/preact-hooks.js";
import { texts } from "../../texts.js";
import { placed } from "./placed.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").UnitLayer} UnitLayer */
/** @typedef {import("./layouts.js").Box} Box */
/** @typedef {UnitLayer["player"]} Player */

const words = texts.graph.units;

/** Of deeper networks only the hidden layers have room. */
const MOST_WITH_ENDS = 4;

/**
 * @param {{store: Store, player: Player, box: Box, lit: boolean}} props
 */
export function UnitLayers({ store, player, box, lit }) {
  const widths = store.session.value?.networks[player] ?? [];
  const hidden = widths.slice(1, -1);
  const ends = hidden.length <= MOST_WITH_ENDS;
  const opening = useOpening(store, player, hidden.length);
  if (hidden.length === 0) return null;
  return html`<div
    class=${`unit-layers unit-layers-${player}`}
    style=${placed(box)}
    role="group"
    aria-label=${words.group[player]}
    data-testid=${`layers-${player}`}
    data-lit=${lit}
  >
    ${ends && html`<span aria-hidden="true">${widths[0]}</span>`}
    ${hidden.map((width, index) => html`<${LayerChip} key=${index} ...${{ store, player, width, opening }} layer=${index + 1} />`)}
    ${ends && html`<span aria-hidden="true">${widths.at(-1)}</span>`}
  </div>`;
}

/**
 * @param {{store: Store, player: Player, layer: number, width: number, opening: Opening}} props
 */
function LayerChip({ store, player, layer, width, opening }) {
  const open = isOpen(store.units.value, player, layer);
  return html`<button
    type="button"
    class="unit-chip"
    aria-label=${words.chip(layer, width)}
    aria-expanded=${open}
    aria-controls=${open ? "unit-pictures" : undefined}
    data-testid=${`units-${player}-${layer}`}
    onPointerEnter=${(/** @type {PointerEvent} */ event) => event.pointerType !== "touch" && opening.look(layer)}
    onPointerLeave=${(/** @type {PointerEvent} */ event) => event.pointerType !== "touch" && opening.leave()}
    onFocus=${(/** @type {FocusEvent} */ event) =>
      /** @type {Element} */ (event.currentTarget).matches(":focus-visible") && opening.look(layer)}
    onBlur=${() => opening.leave()}
    onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key === "Escape" && opening.close()}
    onClick=${() => opening.keep(layer)}
  >
    ${width}
  </button>`;
}

/** @param {UnitLayer|null} shown @param {Player} player @param {number} layer */
const isOpen = (shown, player, layer) => shown?.player === player && shown.layer === layer;

/** @typedef {{look: (layer: number) => void, leave: () => void, keep: (layer: number) => void, close: () => void}} Opening */

/**
 * How the pictures of units are opened: for as long as one points at a layer, or until one closes
 * them after a press.
 * @param {Store} store
 * @param {Player} player
 * @param {number} layers that the network has
 * @returns {Opening}
 */
function useOpening(store, player, layers) {
  const kept = useRef(/** @type {number|null} */ (null));
  const mine = () => store.units.peek()?.player === player;
  const show = (/** @type {number|null} */ layer) => {
    if (layer !== null) store.units.value = { player, layer };
    else if (mine()) store.units.value = null;
  };
  useEffect(() => {
    kept.current = null;
    if (mine() && (store.units.peek()?.layer ?? 0) > layers) show(null); // a new network lacks it
  }, [layers]);
  useEffect(() => () => show(null), []);
  return {
    look: show,
    leave: () => show(kept.current),
    keep: (layer) => {
      kept.current = kept.current === layer ? null : layer;
      show(kept.current);
    },
    close: () => {
      kept.current = null;
      show(null);
    },
  };
}
