// What is known of the chosen sample, beside it: seen as a tooltip, heard once when it is chosen.
import { html } from "../../vendor/htm-preact.js";
import { useMemo } from "../../vendor/preact-hooks.js";
import { sampleFacts } from "../lib/facts.js";
import { formatPercent, formatPoint } from "../lib/format.js";
import { placeTooltip } from "../lib/placement.js";
import { texts } from "../texts.js";

const words = texts.picture;

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../lib/samples.js").Sample} Sample */
/** @typedef {import("../lib/facts.js").SampleFacts} SampleFacts */
/** @typedef {import("../layers/hover.js").HoverShape} HoverShape */

/** The box is of fixed size, so that placing it needs no measuring. See .sample-tooltip. */
const WIDTH = 216;
const HEIGHT = 72;
const ONE_ROW_HEIGHT = 56;

/**
 * @param {{store: Store, hover: import("../../vendor/signals.js").Signal<Sample|null>,
 *   boxRef: {current: HTMLDivElement|null}}} props
 */
export function SampleTooltip({ store, hover, boxRef }) {
  void store.readout.value; // the numbers change as fast as one can read them
  const frame = store.frame.peek();
  const sample = hover.value;
  const facts = sample && frame && sampleFacts(frame, sample);
  const spoken = useMemo(() => (facts ? words.sample(facts) : ""), [sample]);
  return html`<div
      class=${`sample-tooltip${facts?.gradient ? "" : " one-row"}`}
      data-testid="sample-tooltip"
      ref=${boxRef}
      hidden=${!facts}
      aria-hidden="true"
    >
      ${facts && html`<${Facts} facts=${facts} />`}
    </div>
    <p class="hidden" role="status" data-testid="sample-spoken">${spoken}</p>`;
}

/** @param {{facts: SampleFacts}} props */
function Facts({ facts }) {
  return html`<p>
      <b style=${{ color: `var(--${facts.kind})` }}>${words.kinds[facts.kind]}</b> ${formatPoint(facts.x, facts.y)}
    </p>
    <dl>
      ${facts.verdict !== null &&
      html`<dt>${words.verdict}</dt>
        <dd>${formatPercent(facts.verdict)}</dd>`}
      ${facts.gradient &&
      html`<dt>${words.gradient}</dt>
        <dd>${words.gradientValue(...facts.gradient)}</dd>`}
    </dl>`;
}

/**
 * Puts the tooltip beside its sample; called with each drawing, so it writes and never reads.
 * @param {HTMLDivElement|null} box
 * @param {HoverShape|null} shape
 * @param {number} side of the picture
 */
export function moveTooltip(box, shape, side) {
  if (!box || !shape) return;
  const { x, y, length, ux, uy } = shape;
  const tip = { x: x + ux * length, y: y + uy * length };
  const height = shape.gradient ? HEIGHT : ONE_ROW_HEIGHT;
  const { left, top } = placeTooltip({ x, y }, tip, { width: WIDTH, height }, side);
  box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
