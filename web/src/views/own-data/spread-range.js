// How far samples lie around a figure's points: the slider of the board and of the upload sheet.
import { html } from "../../../vendor/htm-preact.js";
import { formatNumber } from "../../lib/format.js";
import { nearestRung, spreadsWithin } from "../../lib/rungs.js";
import { Range } from "../range.js";

/** @typedef {import("../../controls/own-points.js").OwnEntry} OwnEntry */

/** @param {{id: string, own: OwnEntry, spread: import("../../../vendor/signals.js").Signal<number>}} props */
export function SpreadRange({ id, own, spread }) {
  const { label, help, low, high } = own.spread;
  const rungs = spreadsWithin(low ?? 0, high ?? Infinity);
  return html`<${Range}
    id=${id}
    label=${label}
    help=${help}
    position=${nearestRung(rungs, spread.value)}
    last=${rungs.length - 1}
    shown=${formatNumber(spread.value)}
    change=${(/** @type {number} */ position) => (spread.value = rungs[position])}
  />`;
}
