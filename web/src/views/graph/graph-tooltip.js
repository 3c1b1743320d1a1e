// The numbers of the chosen sample, beside the node in which it was chosen.
import { html } from "../../../vendor/htm-preact.js";
import { SampleBox, TOOLTIP_WIDTH, tooltipHeight, useSampleFacts } from "../sample-tooltip.js";
import { placed } from "./placed.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("./layouts.js").Box} Box */
/** @typedef {import("./layouts.js").Layout} Layout */

const GAP = 5;

/** @param {{store: Store, layout: Layout}} props */
export function GraphTooltip({ store, layout }) {
  const facts = useSampleFacts(store);
  const nodes = /** @type {Record<string, Box>} */ (layout.nodes);
  const box = nodes[store.hoverIn.value];
  if (!facts || !box) return null;
  return html`<${SampleBox} facts=${facts} style=${placed(besideNode(box, tooltipHeight(facts.kind), layout))} />`;
}

/**
 * The side of the node on which the tooltip covers least of the others, within the graph.
 * @param {Box} node
 * @param {number} height of the tooltip
 * @param {Pick<Layout, "width"|"height"|"nodes">} layout
 * @returns {{x: number, y: number}}
 */
export function besideNode(node, height, layout) {
  const x = within(node.x + (node.width - TOOLTIP_WIDTH) / 2, layout.width - TOOLTIP_WIDTH);
  const y = within(node.y + (node.height - height) / 2, layout.height - height);
  const sides = [
    { x, y: node.y - GAP - height },
    { x, y: node.y + node.height + GAP },
    { x: node.x - GAP - TOOLTIP_WIDTH, y },
    { x: node.x + node.width + GAP, y },
  ];
  const inside = sides.filter((at) => at.x === within(at.x, layout.width - TOOLTIP_WIDTH) && at.y >= 0);
  const covered = inside.map((at) => coveredBy({ ...at, width: TOOLTIP_WIDTH, height }, layout));
  return inside[covered.indexOf(Math.min(...covered))];
}

/** @param {number} at @param {number} most */
const within = (at, most) => Math.max(0, Math.min(at, most));

/** How much of the nodes lies under a box. @param {Box} box @param {Pick<Layout, "nodes">} layout */
function coveredBy(box, { nodes }) {
  let area = 0;
  for (const { x, y, width, height } of Object.values(nodes)) {
    const across = Math.min(x + width, box.x + box.width) - Math.max(x, box.x);
    const down = Math.min(y + height, box.y + box.height) - Math.max(y, box.y);
    area += Math.max(0, across) * Math.max(0, down);
  }
  return area;
}
