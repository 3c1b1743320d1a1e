// A figure of the article: three ways to play the smallest game, as paths around its point of rest.
import { html } from "../../../vendor/htm-preact.js";
import { useState } from "../../../vendor/preact-hooks.js";
import { article } from "../../article-texts.js";
import { gamePath } from "../../lib/game-theory.js";

/** @typedef {import("../../lib/game-theory.js").PathName} PathName */

const words = article.figures.circles;

const SIDE = 320;
const REACH = 2.4; // from the middle to the edge
const ROUNDS = 60;
const START = /** @type {[number, number]} */ ([1, 0]);
const SIZES = { least: 0.05, most: 0.5, first: 0.15 };
const PATHS = /** @type {PathName[]} */ (["simultaneous", "alternating", "damped"]);

/** @param {number} value */
const place = (value) => Number((SIDE / 2 + (value / REACH) * (SIDE / 2)).toFixed(1));

/** @param {{name: PathName, size: number}} props */
function Path({ name, size }) {
  const points = gamePath(name, START, size, ROUNDS);
  const [x, y] = /** @type {[number, number]} */ (points.at(-1));
  return html`<polyline
      class=${`path path-${name}`}
      points=${points.map(([px, py]) => `${place(px)},${place(-py)}`).join(" ")}
    />
    <circle class=${`path-end path-${name}`} cx=${place(x)} cy=${place(-y)} r="4" />`;
}

/** The whole figure; it trains nothing. */
export function CirclesFigure() {
  const [size, setSize] = useState(SIZES.first);
  return html`<figure class="figure" data-testid="figure-circles">
    <div class="figure-plot figure-drawing">
      <svg viewBox=${`0 0 ${SIDE} ${SIDE}`} role="img" aria-label=${words.drawing}>
        <path class="curve-grid" d=${`M0 ${SIDE / 2}H${SIDE}M${SIDE / 2} 0V${SIDE}`} />
        ${PATHS.map((name) => html`<${Path} key=${name} name=${name} size=${size} />`)}
        <path class="path-rest" d=${`M${SIDE / 2 - 5} ${SIDE / 2}h10M${SIDE / 2} ${SIDE / 2 - 5}v10`} />
        <circle class="path-start" cx=${place(START[0])} cy=${place(-START[1])} r="6" />
      </svg>
    </div>
    <figcaption class="figure-side">
      <p class="figure-title">${words.title}</p>
      <p>${words.caption}</p>
      <ul class="path-names">
        ${PATHS.map((name) => html`<li key=${name}><i class=${`path-${name}`} aria-hidden="true"></i>${words.paths[name]}</li>`)}
      </ul>
      <label class="figure-field">
        <span class="label figure-range-label">
          <span>${words.control.label}</span><output class="number">${words.size(size)}</output>
        </span>
        <input
          type="range"
          class="slider"
          data-testid="figure-circles-range"
          min=${SIZES.least}
          max=${SIZES.most}
          step="0.05"
          value=${size}
          aria-valuetext=${words.size(size)}
          style=${{ "--filled": `${((size - SIZES.least) / (SIZES.most - SIZES.least)) * 100}%` }}
          onInput=${(/** @type {any} */ event) => setSize(Number(event.currentTarget.value))}
        />
      </label>
    </figcaption>
  </figure>`;
}
