// The nodes of the graph: a miniature each, and the two losses.
import { html } from "../../../vendor/htm-preact.js";
import { useRef } from "../../../vendor/preact-hooks.js";
import { controlId } from "../../controls/ids.js";
import { formatLoss } from "../../lib/format.js";
import { LAYERS, isShown } from "../../layers/index.js";
import { texts } from "../../texts.js";
import { explanationOf } from "../explain.js";
import { layerWords } from "../layer-words.js";
import { MiniatureCanvas, usePointing } from "./miniature.js";
import { MINIATURES } from "./miniatures.js";
import { placed } from "./placed.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../lib/palette.js").Palette} Palette */
/** @typedef {import("../picture.js").Picture} Picture */
/** @typedef {import("./layouts.js").Box} Box */
/** @typedef {import("./layouts.js").Label} Label */
/** @typedef {import("./layouts.js").NodeId} NodeId */

const words = texts.graph;

/** @param {string} words */
const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** @typedef {{store: Store, id: NodeId, box: Box, zoom: number, palette: Palette, lit: boolean}} NodeProps */

/** A picture of samples that can be pointed at. @param {NodeProps} props */
export function SampleNode({ store, id, box, zoom, palette, lit }) {
  const spec = MINIATURES[id];
  const picture = useRef(/** @type {Picture|null} */ (null));
  const handlers = usePointing(store, id, spec, picture);
  const border = id === "discriminator" || id === "encoder" ? 2 : 1;
  const { label, help } = words.nodes[id];
  return html`<div
    class=${`graph-node node-${controlId(id)}`}
    style=${placed(box)}
    role="application"
    tabindex="0"
    aria-roledescription=${words.roleDescription}
    aria-label=${`${label}: ${help}. ${words.keys}`}
    data-testid=${`node-${controlId(id)}`}
    data-lit=${lit}
    ...${handlers}
  >
    <${MiniatureCanvas} ...${{ store, spec, zoom, palette }} side=${box.width - 2 * border} pictureRef=${picture} />
  </div>`;
}

/** A player's loss, as a number and as a bar. @param {NodeProps} props */
export function LossNode({ store, id, box, lit }) {
  const { dLoss, gLoss } = store.readout.value;
  const loss = id === "d_loss" ? dLoss : gLoss;
  const { label, help } = words.nodes[id];
  return html`<div class=${`graph-loss ${controlId(id)}`} style=${placed(box)} data-testid=${`node-${controlId(id)}`} data-lit=${lit}
    data-tip-title=${label} data-tip=${capital(help)} aria-describedby=${explanationOf("losses")}>
    <p>
      <span>${label}</span>
      <b class="number" data-testid=${controlId(id)} aria-describedby=${explanationOf("losses")}>${loss === null ? "–" : formatLoss(loss)}</b>
    </p>
    <div class="meter" aria-hidden="true"><i style=${barOf(loss)}></i></div>
  </div>`;
}

/** A loss that fills the bar; larger ones are cut off, their number says it. */
const FULL_BAR = 2.5;

/** The part of the bar that a loss fills. @param {number|null} loss */
export const barPart = (loss) => Math.min(1, Math.abs(loss ?? 0) / FULL_BAR);

/** The bar of a loss; losses below 0 are drawn from the right. @param {number|null} loss */
function barOf(loss) {
  const part = barPart(loss);
  return { transform: `scaleX(${part.toFixed(3)})`, transformOrigin: (loss ?? 0) < 0 ? "right" : "left" };
}

/**
 * A node's name; where the picture has a layer of the same, a press shows and hides that.
 * @param {{store: Store, id: NodeId|"d_gradients"|"code"|"fed_noise", label: Label, lit: boolean}} props
 */
export function NodeLabel({ store, id, label, lit }) {
  const both = id === "gradients" && store.session.value?.encoder; // the encoder learns by G's loss, too
  const own = id in words.paths ? words.paths[/** @type {keyof typeof words.paths} */ (id)] : words.nodes[/** @type {NodeId} */ (id)];
  const text = both ? texts.classes.teachBoth : own.label;
  const { help } = own;
  const layer = LAYERS.find((one) => one.id === MINIATURES[id]?.layer);
  const shared = {
    class: `graph-label label-${controlId(id)}`,
    style: placed(label),
    "data-align": label.align ?? "centre",
    "data-lit": lit,
  };
  if (!layer) return html`<span ...${shared} data-tip-title=${text} data-tip=${capital(help)}>${text}</span>`;
  return html`<button
    type="button"
    ...${shared}
    data-testid=${`graph-layer-${layer.id}`}
    data-tip-title=${words.toggle}
    data-tip=${words.toggleHelp(text, layerWords(layer).help)}
    aria-pressed=${isShown(store.shown.value, layer)}
    onClick=${() => store.toggleLayer(layer.id)}
  >
    ${text}
  </button>`;
}
