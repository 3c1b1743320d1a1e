// A figure of the article: the generator's losses over D's verdict, and how hard each pulls there.
import { html } from "../../../vendor/htm-preact.js";
import { useState } from "../../../vendor/preact-hooks.js";
import { article } from "../../article-texts.js";
import { controlId } from "../../controls/ids.js";
import { VERDICT_LOSSES } from "../../lib/game-theory.js";

/** @typedef {keyof typeof VERDICT_LOSSES} LossName */

const words = article.figures.curves;

const WIDTH = 320;
const HEIGHT = 240;
const MARGIN = { left: 34, right: 10, top: 12, bottom: 34 };
const LOSSES = { low: -5, high: 5 };
const POINTS = 120;
const FIRST_VERDICT = 4; // percent: where the two differ most and a young generator is

const NAMES = /** @type {LossName[]} */ (Object.keys(VERDICT_LOSSES));

/** @param {number} verdict 0..1 */
const xOf = (verdict) => MARGIN.left + verdict * (WIDTH - MARGIN.left - MARGIN.right);

/** @param {number} loss */
const yOf = (loss) =>
  MARGIN.top + ((LOSSES.high - loss) / (LOSSES.high - LOSSES.low)) * (HEIGHT - MARGIN.top - MARGIN.bottom);

/** @param {LossName} name @returns {string} the curve as a path, as far as it is in the picture */
function curve(name) {
  const places = Array.from({ length: POINTS - 1 }, (_, i) => (i + 1) / POINTS);
  const inside = places.filter((verdict) => Math.abs(VERDICT_LOSSES[name].loss(verdict)) <= LOSSES.high);
  return `M${inside.map((verdict) => `${xOf(verdict).toFixed(1)} ${yOf(VERDICT_LOSSES[name].loss(verdict)).toFixed(1)}`).join("L")}`;
}

/** A tangent as long on the screen as any other. @param {{name: LossName, verdict: number}} props */
function Tangent({ name, verdict }) {
  const { loss } = VERDICT_LOSSES[name];
  const step = 1e-4;
  const slope = (loss(verdict + step) - loss(verdict - step)) / (2 * step);
  const [dx, dy] = [xOf(1) - xOf(0), (yOf(1) - yOf(0)) * slope];
  const half = 26 / Math.hypot(dx, dy);
  const [x, y] = [xOf(verdict), yOf(loss(verdict))];
  return html`<line
      class=${`curve-tangent curve-${name}`}
      x1=${x - half * dx} y1=${y - half * dy} x2=${x + half * dx} y2=${y + half * dy}
    />
    <circle class=${`curve-dot curve-${name}`} cx=${x} cy=${y} r="4" />`;
}

/** @param {{verdict: number}} props */
function Chart({ verdict }) {
  const label = `${words.title}. ${NAMES.map((name) => words.pull(words.names[name], VERDICT_LOSSES[name].pull(verdict))).join("; ")}`;
  return html`<svg class="curves" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${label}>
    ${[-4, -2, 0, 2, 4].map(
      (tick) => html`<line key=${tick} class="curve-grid" x1=${xOf(0)} x2=${xOf(1)} y1=${yOf(tick)} y2=${yOf(tick)} />
        <text class="curve-tick" x=${MARGIN.left - 6} y=${yOf(tick) + 4} text-anchor="end">${String(tick).replace("-", "−")}</text>`,
    )}
    <text class="curve-tick" x=${xOf(0)} y=${HEIGHT - 12}>${words.axis.fake}</text>
    <text class="curve-tick" x=${xOf(0.5)} y=${HEIGHT - 12} text-anchor="middle">½</text>
    <text class="curve-tick" x=${xOf(1)} y=${HEIGHT - 12} text-anchor="end">${words.axis.real}</text>
    <line class="curve-here" x1=${xOf(verdict)} x2=${xOf(verdict)} y1=${MARGIN.top} y2=${HEIGHT - MARGIN.bottom} />
    ${NAMES.map((name) => html`<path key=${name} class=${`curve-line curve-${name}`} d=${curve(name)} />`)}
    ${NAMES.map((name) => html`<${Tangent} key=${name} name=${name} verdict=${verdict} />`)}
  </svg>`;
}

/** One pull as a bar and as a number. @param {{name: LossName, verdict: number}} props */
function Pull({ name, verdict }) {
  const pull = VERDICT_LOSSES[name].pull(verdict);
  return html`<div class="pull">
    <span data-testid=${controlId("pull", name)}>${words.pull(words.names[name], pull)}</span>
    <span class="pull-track"><i class=${`curve-${name}`} style=${{ width: `${100 * pull}%` }}></i></span>
  </div>`;
}

/** The whole figure; it trains nothing. */
export function CurvesFigure() {
  const [percent, setPercent] = useState(FIRST_VERDICT);
  const verdict = percent / 100;
  return html`<figure class="figure" data-testid="figure-curves">
    <div class="figure-plot figure-drawing"><${Chart} verdict=${verdict} /></div>
    <figcaption class="figure-side">
      <p class="figure-title">${words.title}</p>
      <p>${words.caption}</p>
      <label class="figure-field">
        <span class="label figure-range-label">
          <span>${words.control.label}</span><output class="number">${words.verdict(verdict)}</output>
        </span>
        <input
          type="range"
          class="slider"
          data-testid="figure-curves-range"
          min="1"
          max="99"
          step="1"
          value=${percent}
          aria-valuetext=${words.verdict(verdict)}
          style=${{ "--filled": `${((percent - 1) / 98) * 100}%` }}
          onInput=${(/** @type {any} */ event) => setPercent(Number(event.currentTarget.value))}
        />
      </label>
      ${NAMES.map((name) => html`<${Pull} key=${name} name=${name} verdict=${verdict} />`)}
    </figcaption>
  </figure>`;
}
