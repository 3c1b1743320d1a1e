// The generator's node: its manifold, and on hover, focus or a tap how the noise becomes it.
import { html } from "../../../vendor/htm-preact.js";
import { useEffect, useMemo, useRef } from "../../../vendor/preact-hooks.js";
import { texts } from "../../texts.js";
import { MiniatureCanvas } from "./miniature.js";
import { MINIATURES } from "./miniatures.js";
import { MorphPlayer } from "./morph-player.js";
import { placed } from "./placed.js";

/** @typedef {import("../picture.js").Picture} Picture */

const words = texts.graph;
const BORDER = 2;

/** @param {import("./nodes.js").NodeProps} props */
export function GeneratorNode({ store, box, zoom, palette, lit }) {
  const picture = useRef(/** @type {Picture|null} */ (null));
  const player = useMemo(() => new MorphPlayer(store.morph, isStill), []);
  useEffect(() => () => player.stop(), []);
  const spec = MINIATURES.generator;
  return html`<button
    type="button"
    class="graph-node node-generator"
    style=${placed(box)}
    aria-label=${`${words.nodes.generator.label}: ${words.nodes.generator.help}. ${words.morphHelp}`}
    data-testid="node-generator"
    data-lit=${lit}
    data-morphing=${store.morphing.value}
    onPointerEnter=${(/** @type {PointerEvent} */ event) => event.pointerType !== "touch" && player.start()}
    onPointerLeave=${(/** @type {PointerEvent} */ event) => event.pointerType !== "touch" && player.stop()}
    onFocus=${(/** @type {FocusEvent} */ event) =>
      /** @type {Element} */ (event.currentTarget).matches(":focus-visible") && player.start()}
    onBlur=${() => player.stop()}
    onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key === "Escape" && player.stop()}
    onClick=${() => player.start(1)}
  >
    <${MiniatureCanvas} ...${{ store, spec, zoom, palette }} side=${box.width - 2 * BORDER} pictureRef=${picture} />
  </button>`;
}

/** Whether the reader's system asks for no motion. */
const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
