// The lines of the graph: dashes that flow towards whoever learns, and an arrow at each end.
import { html } from "../../../vendor/htm-preact.js";
import { controlId } from "../../controls/ids.js";

/** @typedef {import("./layouts.js").Layout} Layout */
/** @typedef {import("./layouts.js").Edge} Edge */
/** @typedef {import("./layouts.js").Tip} Tip */

/** Outlines of an arrow's head, relative to its tip. */
const HEADS = { right: "l-6 -4v8z", down: "l-4 -6h8z", up: "l-4 6h8z" };

/** @param {{layout: Layout, isLit: (edge: string) => boolean}} props */
export function Edges({ layout, isLit }) {
  return html`<svg class="graph-edges" viewBox=${`0 0 ${layout.width} ${layout.height}`} aria-hidden="true">
    ${Object.entries(layout.edges).map(
      ([id, edge]) => html`<g key=${id} class=${classOf(edge)} data-testid=${`edge-${controlId(id)}`} data-lit=${isLit(id)}>
        <path class="flow" d=${edge.d} />
        ${edge.tip && html`<path class="head" d=${headOf(edge.tip)} />`}
      </g>`,
    )}
  </svg>`;
}

/** @param {Edge} edge */
function classOf({ teaches, serves = [] }) {
  return ["graph-edge", teaches && `teaches-${teaches}`, ...serves.map((player) => `serves-${player}`)]
    .filter(Boolean)
    .join(" ");
}

/** @param {Tip} tip */
export const headOf = ([x, y, direction]) => `M${x} ${y}${HEADS[direction]}`;
