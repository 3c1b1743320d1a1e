// What is known of the chosen sample, beside it: seen as a tooltip, heard once when it is chosen.
import { html } from "../../vendor/htm-preact.js";
import { useMemo } from "../../vendor/preact-hooks.js";
import { honestFacts } from "../lib/facts.js";
import { formatNumber, formatPercent, formatPoint, formatVector } from "../lib/format.js";
import { placeTooltip } from "../lib/placement.js";
import { texts } from "../texts.js";

const words = texts.picture;
const classWords = texts.classes;

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../lib/facts.js").SampleFacts} SampleFacts */
/** @typedef {import("../layers/hover.js").HoverShape} HoverShape */

/** The box is of fixed size, so that placing it needs no measuring. See .sample-tooltip. */
export const TOOLTIP_WIDTH = 216;
const REAL_HEIGHT = 56;
const FAKE_HEIGHT = 88;

/** @param {"real"|"fake"} kind */
export const tooltipHeight = (kind) => (kind === "fake" ? FAKE_HEIGHT : REAL_HEIGHT);

/** The tooltip of the plot, where the pointer is there. @param {{store: Store, boxRef: {current: HTMLDivElement|null}}} props */
export function SampleTooltip({ store, boxRef }) {
  const facts = useSampleFacts(store);
  const sample = store.hover.value;
  const spoken = useMemo(() => (facts ? words.sample(facts) : ""), [sample]);
  const here = store.hoverIn.value === "plot";
  return html`${facts && here && html`<${SampleBox} facts=${facts} boxRef=${boxRef} />`}
    <p class="hidden" role="status" data-testid="sample-spoken">${spoken}</p>`;
}

/**
 * What is known of the chosen sample now, as fast as one can read it.
 * @param {Store} store
 */
export function useSampleFacts(store) {
  void store.readout.value;
  const frame = store.frame.peek();
  const sample = store.hover.value;
  return sample && frame && honestFacts(frame, sample, store.slow.loss.value);
}

/**
 * The box with a sample's numbers.
 * @param {{facts: SampleFacts, boxRef?: {current: HTMLDivElement|null}, style?: Record<string, string>}} props
 */
export function SampleBox({ facts, boxRef, style }) {
  return html`<div
    class=${`sample-tooltip sample-${facts.kind}`}
    data-testid="sample-tooltip"
    ref=${boxRef}
    style=${style}
    aria-hidden="true"
  >
    <p>
      <b style=${{ color: `var(--${facts.kind})` }}>${words.kinds[facts.kind]}</b> ${formatPoint(facts.x, facts.y)}
      ${facts.label !== undefined && html` <small>${classWords.short(facts.label)}</small>`}
    </p>
    <dl>
      ${facts.verdict !== null &&
      html`<dt>${words.verdict}</dt>
        <dd>${formatPercent(facts.verdict)}</dd>`}
      ${facts.score !== undefined &&
      html`<dt>${words.score}</dt>
        <dd>${formatNumber(facts.score)}</dd>`}
      ${facts.gradient &&
      html`<dt>${words.gradient}</dt>
        <dd>${words.gradientValue(...facts.gradient)}</dd>`}
      ${facts.noise &&
      html`<dt>${words.noise}</dt>
        <dd>${formatVector(facts.noise)}</dd>`}
    </dl>
  </div>`;
}

/**
 * Puts the tooltip beside its sample; called with each drawing, so it writes and never reads.
 * @param {HTMLDivElement|null} box
 * @param {HoverShape|null} shape
 * @param {number} side of the picture
 */
export function moveTooltip(box, shape, side) {
  if (!box || !shape) return;
  const { kind, x, y, length, ux, uy } = shape;
  const tip = { x: x + ux * length, y: y + uy * length };
  const size = { width: TOOLTIP_WIDTH, height: tooltipHeight(kind) };
  const { left, top } = placeTooltip({ x, y }, tip, size, side);
  box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
