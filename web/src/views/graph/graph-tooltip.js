// The numbers of the chosen sample, beside the node in which it was chosen.
import { html } from "../../../vendor/htm-preact.js";
import { SampleBox, TOOLTIP_WIDTH, tooltipHeight, useSampleFacts } from "../sample-tooltip.js";
import { placed } from "./placed.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("./layouts.js").Box} Box */
/** @typedef {import("./layouts.js").Layout} Layout */

const GAP = 8;

/** @param {{store: Store, layout: Layout}} props */
export function GraphTooltip({ store, layout }) {
  const facts = useSampleFacts(store);
  const nodes = /** @type {Record<string, Box>} */ (layout.nodes);
  const box = nodes[store.hoverIn.value];
  if (!facts || !box) return null;
  return html`<${SampleBox} facts=${facts} style=${placed(besideNode(box, tooltipHeight(facts.kind), layout))} />`;
}

/**
 * Above the node, or below it where there is no room, within the graph's width.
 * @param {Box} node
 * @param {number} height of the tooltip
 * @param {{width: number}} layout
 */
export function besideNode(node, height, { width }) {
  const centred = node.x + (node.width - TOOLTIP_WIDTH) / 2;
  const above = node.y - GAP - height;
  return {
    x: Math.max(0, Math.min(centred, width - TOOLTIP_WIDTH)),
    y: above >= 0 ? above : node.y + node.height + GAP,
  };
}
