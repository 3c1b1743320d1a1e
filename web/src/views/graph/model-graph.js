// The whole GAN as a live graph, in whatever layout; controls of other views are placed as its children.
import { html } from "../../../vendor/htm-preact.js";
import { useEffect, useLayoutEffect, useRef, useState } from "../../../vendor/preact-hooks.js";
import { texts } from "../../texts.js";
import { usePalette } from "../palette-watch.js";
import { narrow as smallScreen } from "../viewport.js";
import { Chips, chipsOf, withChips } from "./beside.js";
import { Edges } from "./edges.js";
import { GeneratorNode } from "./generator-node.js";
import { GraphTooltip } from "./graph-tooltip.js";
import { NARROW_WIDTH, shapeFor } from "./layouts.js";
import { LossNode, NodeLabel, SampleNode } from "./nodes.js";
import { UnitCard } from "./unit-card.js";
import { UnitLayers } from "./unit-layers.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("./layouts.js").Layout} Layout */
/** @typedef {import("./layouts.js").NodeId} NodeId */

const MOST_ZOOM = 1.35;

/** On the stage it is read from the back of a classroom. */
const STAGE_ZOOM = 3;

/** What is told beside noise and samples goes the way that these go. @type {Record<string, string>} */
const EDGE_WITH = {
  "label_generator-generator": "noise-generator",
  "beside-discriminator": "fake-discriminator",
  "real-encoder": "real-discriminator",
  "encoder-discriminator": "real-discriminator",
  "noise-discriminator": "fake-discriminator",
};

/** And these are at work with those. @type {Record<string, string>} */
const NODE_WITH = { encoder: "real" };

/** How long a path shows that its player has just learned. */
const FLASH_MS = 1200;

/** @type {Partial<Record<NodeId, (props: import("./nodes.js").NodeProps) => any>>} what are not pictures of samples */
const NODES = { generator: GeneratorNode, d_loss: LossNode, g_loss: LossNode };

/**
 * @param {{store: Store, layout: Layout, least?: number, children?: import("preact").ComponentChildren}} props
 *   children stand in the layout's own plane and are scaled with it; `least` is how far it may shrink
 *   to fit a low window, before it scrolls
 */
export function ModelGraph({ store, layout, least = 1, children }) {
  const room = useRef(/** @type {HTMLDivElement|null} */ (null));
  const size = useRoom(room);
  const palette = usePalette();
  const shape = shapeFor(layout, size.width, Boolean(store.session.value?.encoder));
  const zoom = zoomFor(shape, size, smallScreen.value, { least, most: store.stage.value === null ? MOST_ZOOM : STAGE_ZOOM });
  const lit = store.lit.value;
  const chips = chipsOf(shape, store.session.value);
  const litNode = (/** @type {string} */ id) => !lit || lit.nodes.has(NODE_WITH[id] ?? id);
  const litEdge = (/** @type {string} */ id) => !lit || lit.edges.has(EDGE_WITH[id] ?? id);
  const nodes = /** @type {NodeId[]} */ (Object.keys(shape.nodes));
  return html`<div class="graph-room">
    <div class="graph-fit" ref=${room}><div
      class="graph"
      role="group"
      aria-label=${texts.graph.label}
      data-testid="model-graph"
      data-learning=${useLearning(store)}
      data-narrow=${layout.narrow !== undefined && size.width < NARROW_WIDTH}
      data-singled-out=${lit !== null}
      style=${{ width: `${shape.width}px`, height: `${shape.height}px`, zoom }}
    >
      <${Edges} layout=${withChips(shape, chips)} isLit=${litEdge} />
      <${Chips} ...${{ chips, litNode }} />
      ${nodes.map((id) => {
        const Node = NODES[id] ?? SampleNode;
        return html`<${Node} key=${id} ...${{ store, id, zoom, palette }} box=${shape.nodes[id]} lit=${litNode(id)} />`;
      })}
      ${Object.entries(shape.labels).map(
        ([id, label]) => html`<${NodeLabel} key=${id} ...${{ store, id, label }} lit=${litLabel(id, litNode, litEdge)} />`,
      )}
      ${Object.entries(shape.layers).map(
        ([player, box]) => html`<${UnitLayers} key=${player} ...${{ store, player, box }} lit=${litNode(player)} />`,
      )}
      ${children}
      <${UnitCard} ...${{ store, zoom, palette }} layout=${shape} room=${smallScreen.value ? Infinity : size.height / zoom} />
      <${GraphTooltip} store=${store} layout=${shape} />
    </div></div>
  </div>`;
}

/** Paths by their labels. @type {Record<string, string>} */
const LABELLED = { d_gradients: "d_loss-discriminator", code: "encoder-discriminator", fed_noise: "noise-discriminator" };

/**
 * A label is lit with its node, or with the path that it names.
 * @param {string} id
 * @param {(id: string) => boolean} litNode
 * @param {(id: string) => boolean} litEdge
 */
function litLabel(id, litNode, litEdge) {
  const path = LABELLED[id];
  if (path) return litEdge(path);
  if (id === "predictions_real") return litNode(id) || litNode("predictions_fake");
  return litNode(id);
}

/**
 * How large the graph is drawn: as wide as the room, up to a limit; above its own size only where
 * it is high enough as well.
 * @param {Layout} layout
 * @param {{width: number, height: number}} room
 * @param {boolean} scrolls the page is as high as it needs to be
 * @param {{least?: number, most?: number}} [limits] how far it shrinks to fit the height, and grows
 */
export function zoomFor(layout, room, scrolls, { least = 1, most = MOST_ZOOM } = {}) {
  const byWidth = room.width / layout.width;
  if (scrolls) return round(byWidth);
  const byHeight = Math.max(room.height / layout.height, Math.min(least, byWidth));
  return round(Math.min(byWidth, byHeight, most));
}

/** Down to whole hundredths, so that a pixel more of room changes nothing. @param {number} zoom */
const round = (zoom) => Math.floor(zoom * 100) / 100;

/**
 * The size of an element's content, from before it is first painted on.
 * @param {{current: HTMLElement|null}} element
 */
function useRoom(element) {
  const [size, setSize] = useState({ width: 504, height: 0 });
  useLayoutEffect(() => {
    const found = element.current;
    if (!found) return undefined;
    const measure = () => setSize({ width: found.clientWidth, height: found.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(found);
    return () => observer.disconnect();
  }, []);
  return size;
}

/**
 * Who is learning: both while the run plays, in slow motion the one whose phase it is, else whoever
 * has just made a step.
 * @param {Store} store
 * @returns {"both"|"generator"|"discriminator"|"nobody"}
 */
function useLearning(store) {
  const [flash, setFlash] = useState(/** @type {import("../../protocol.js").Player|null} */ (null));
  const stepped = store.stepped.value;
  const seen = useRef(stepped);
  useEffect(() => {
    if (!stepped || stepped === seen.current) return undefined;
    seen.current = stepped;
    setFlash(stepped.player);
    const timer = setTimeout(() => setFlash(null), FLASH_MS);
    return () => clearTimeout(timer);
  }, [stepped]);
  const phase = store.slow.on.value ? store.slow.phase.value : null;
  if (phase) return phase.player;
  return store.playing.value ? "both" : (flash ?? "nobody");
}
