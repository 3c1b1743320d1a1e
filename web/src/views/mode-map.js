// A small map of the data's modes: each dot as large as its share of the fakes, the empty ones dashed.
import { html } from "../../vendor/htm-preact.js";
import { texts } from "../texts.js";
import { explanationOf } from "./explain.js";

const words = texts.picture;

/** @typedef {[number, number, number]} Mode x, y, standard deviation */
/** @typedef {{x: number, y: number, radius: number, empty: boolean}} Dot */

const SIDE = 72;
const MOST_RADIUS = 7;
const LEAST_RADIUS = 1.5;
const EMPTY_RADIUS = 5.5;

/** Part of the way to the nearest neighbour that a dot of the largest share may fill. */
const FILLING = 0.46;

/**
 * Places the modes in the map's square, y up; areas go with shares.
 * @param {Mode[]} modes
 * @param {number[]|null} shares of the fakes, by mode; all alike while unknown
 * @returns {Dot[]}
 */
export function modeDots(modes, shares) {
  const xs = modes.map(([x]) => x);
  const ys = modes.map(([, y]) => y);
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const span = Math.max(right - left, top - bottom);
  const perUnit = span > 0 ? (SIDE - 2 * MOST_RADIUS - 2) / span : 0;
  const most = Math.min(MOST_RADIUS, FILLING * gapOf(modes) * perUnit || MOST_RADIUS);
  const largest = Math.max(...(shares ?? [0]));
  return modes.map(([x, y], mode) => {
    const share = shares?.[mode] ?? 1;
    const size = largest > 0 ? Math.sqrt(share / largest) : 1;
    const empty = share === 0;
    return {
      x: SIDE / 2 + (x - (left + right) / 2) * perUnit,
      y: SIDE / 2 - (y - (bottom + top) / 2) * perUnit,
      radius: empty ? Math.min(EMPTY_RADIUS, most) : LEAST_RADIUS + size * (most - LEAST_RADIUS),
      empty,
    };
  });
}

/** Distance of the two nearest modes. @param {Mode[]} modes */
function gapOf(modes) {
  let least = Infinity;
  modes.forEach(([x, y], mode) => {
    for (const [otherX, otherY] of modes.slice(mode + 1)) {
      least = Math.min(least, Math.hypot(x - otherX, y - otherY));
    }
  });
  return Number.isFinite(least) ? least : 0;
}

/** @param {{modes: Mode[], shares: number[]|null}} props */
export function ModeMap({ modes, shares }) {
  const known = shares?.length === modes.length ? shares : null;
  const covered = known?.filter((share) => share > 0).length ?? 0;
  return html`<svg
    class="mode-map"
    viewBox=${`0 0 ${SIDE} ${SIDE}`}
    role="img"
    aria-label=${known ? words.modesCovered(covered, modes.length) : words.modeMap}
    aria-describedby=${explanationOf("mode-map")}
    data-testid="mode-map"
  >
    ${modeDots(modes, known).map(
      ({ x, y, radius, empty }, mode) => html`<circle
        key=${mode}
        class=${empty ? "mode-empty" : known ? "mode-filled" : "mode-unknown"}
        cx=${x.toFixed(1)}
        cy=${y.toFixed(1)}
        r=${radius.toFixed(1)}
      />`,
    )}
  </svg>`;
}
