// The chart of a loss: what one fake costs G, how hard it is pulled, and where the fakes are now.
import { html } from "../../../vendor/htm-preact.js";
import { useMemo } from "../../../vendor/preact-hooks.js";
import { formatTick } from "../../lib/format.js";
import { curveOf, endsOf, histogram, mean, pathOf, rangeOf } from "../../lib/loss-curve.js";
import { texts } from "../../texts.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").Entry} Entry */
/** @typedef {import("../../lib/loss-curve.js").Axis} Axis */
/** @typedef {import("../../lib/loss-curve.js").Curve} Curve */

const words = texts.theory;

/** The plotted part, in the units of the picture. */
const BOX = { left: 22, top: 20, width: 180, height: 116 };
const WIDTH = 208;
const HEIGHT = 170;

/** Height of the tallest bar, as a share of the chart's. */
const BAR_SHARE = 0.6;

/** Where the fakes are on the axis now. @param {Store} store @param {Axis} axis @returns {Float32Array|null} */
function fakesNow(store, axis) {
  const { dFake, dFakeRaw } = store.frame.peek()?.arrays ?? {};
  return (axis === "probability" ? dFake : dFakeRaw) ?? null;
}

/** @param {{store: Store, entry: Entry, other: Entry|null, axis: Axis}} props */
export function LossChart({ store, entry, other, axis }) {
  const { curve, second, range } = useMemo(() => {
    const found = [entry, other].map((each) => each && curveOf(each, axis));
    const drawn = /** @type {Curve[]} */ (found.filter(Boolean));
    return { curve: found[0], second: found[1], range: rangeOf(drawn, axis) };
  }, [entry, other, axis]);
  const fakes = store.readout.value && fakesNow(store, axis);
  const average = fakes && mean(fakes);
  const says = words[axis].axis(average);
  return html`<figure class="loss-chart" data-testid="theory-chart" aria-description=${words.help}>
    <svg viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${words.chart(entry.label, says)}>
      <g transform=${`translate(${BOX.left} ${BOX.top})`}>
        ${fakes && html`<${Bars} fakes=${fakes} axis=${axis} />`}
        <${Frame} axis=${axis} range=${range} says=${says} />
        ${second && html`<${Lines} curve=${second} axis=${axis} range=${range} kind="second" />`}
        ${curve && html`<${Lines} curve=${curve} axis=${axis} range=${range} kind="first" />`}
      </g>
      <${Keys} />
    </svg>
    ${other && html`<figcaption>${words.other}</figcaption>`}
  </figure>`;
}

/** @param {{fakes: Float32Array, axis: Axis}} props */
function Bars({ fakes, axis }) {
  const shares = histogram(fakes, endsOf(axis));
  const most = Math.max(...shares, Number.MIN_VALUE);
  const width = BOX.width / shares.length;
  return html`<g class="loss-bars" data-testid="theory-histogram">
    ${shares.map((share, k) => {
      const height = (share / most) * BAR_SHARE * BOX.height;
      return html`<rect key=${k} x=${k * width + 0.5} y=${BOX.height - height} width=${width - 1} height=${height} />`;
    })}
  </g>`;
}

/** Axes and their words. @param {{axis: Axis, range: readonly [number, number], says: string}} props */
function Frame({ axis, range, says }) {
  const [low, high] = range;
  const { width, height } = BOX;
  const zero = (1 - (0 - low) / (high - low)) * height;
  const { left, middle, right } = words[axis];
  return html`<line class="loss-axis" x1="0" x2=${width} y1=${height + 0.5} y2=${height + 0.5} />
    ${low < 0 && html`<line class="loss-zero" x1="0" x2=${width} y1=${zero} y2=${zero} />`}
    <text x="-5" y="4" text-anchor="end">${formatTick(high)}</text>
    ${low < 0 && html`<text x="-5" y=${zero + 4} text-anchor="end">0</text>`}
    <text x="-5" y=${height + 4} text-anchor="end">${formatTick(low)}</text>
    <text x="0" y=${height + 15}>${left}</text>
    <text x=${width / 2} y=${height + 15} text-anchor="middle">${middle}</text>
    <text x=${width} y=${height + 15} text-anchor="end">${right}</text>
    <text x=${width / 2} y=${height + 31} text-anchor="middle" data-testid="theory-mean">${says}</text>`;
}

/** @param {{curve: Curve, axis: Axis, range: readonly [number, number], kind: "first"|"second"}} props */
function Lines({ curve, axis, range, kind }) {
  const ends = endsOf(axis);
  return html`<path class=${`loss-line loss-pull ${kind}`} data-testid=${`theory-pull-${kind}`} d=${pathOf(curve.x, curve.pull, ends, range, BOX)} />
    <path class=${`loss-line loss-value ${kind}`} data-testid=${`theory-loss-${kind}`} d=${pathOf(curve.x, curve.loss, ends, range, BOX)} />`;
}

/** What the two lines are. */
function Keys() {
  return html`<g class="loss-keys" transform=${`translate(${BOX.left} 8)`}>
    <path class="loss-line loss-value first" d="M24 0h16" />
    <text class="loss-value" x="45" y="4">${words.keys.loss}</text>
    <g data-tip-title=${words.keys.pull} data-tip=${words.pullHelp}>
      <path class="loss-line loss-pull first" d="M116 0h16" />
      <text class="loss-pull" x="137" y="4">${words.keys.pull}</text>
    </g>
  </g>`;
}
