// Where a tooltip goes: beside its point, inside the picture, off the point's arrow.

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

const GAP = 14;

/**
 * Places a box beside a point. It tries the side that the arrow points away from first, then the
 * others, and takes the one that covers least of the arrow and leaves the picture least.
 * @param {{x: number, y: number}} point in pixels
 * @param {{x: number, y: number}} tip of the point's arrow; the point itself when it has none
 * @param {{width: number, height: number}} size of the box
 * @param {number} side of the square picture
 * @returns {{left: number, top: number}}
 */
export function placeTooltip(point, tip, size, side) {
  const away = tip.x >= point.x ? -1 : 1;
  const candidates = [
    beside(point, size, away),
    beside(point, size, -away),
    stacked(point, size, tip.y >= point.y ? -1 : 1),
    stacked(point, size, tip.y >= point.y ? 1 : -1),
  ];
  let best = candidates[0];
  let least = Infinity;
  for (const candidate of candidates) {
    const placed = intoPicture(candidate, size, side);
    const cost = 10 * overlap(placed, size, point, tip) + distance(candidate, placed);
    if (cost < least) {
      least = cost;
      best = placed;
    }
  }
  return best;
}

/** @param {{x: number, y: number}} point @param {{width: number, height: number}} size @param {number} way −1 left, 1 right */
function beside(point, size, way) {
  const left = way > 0 ? point.x + GAP : point.x - GAP - size.width;
  return { left, top: point.y - size.height / 2 };
}

/** @param {{x: number, y: number}} point @param {{width: number, height: number}} size @param {number} way −1 above, 1 below */
function stacked(point, size, way) {
  const top = way > 0 ? point.y + GAP : point.y - GAP - size.height;
  return { left: point.x - size.width / 2, top };
}

/** @param {{left: number, top: number}} at @param {{width: number, height: number}} size @param {number} side */
function intoPicture(at, size, side) {
  return {
    left: Math.max(0, Math.min(at.left, side - size.width)),
    top: Math.max(0, Math.min(at.top, side - size.height)),
  };
}

/** Length of the way from one corner to another. @param {{left: number, top: number}} a @param {{left: number, top: number}} b */
function distance(a, b) {
  return Math.hypot(a.left - b.left, a.top - b.top);
}

/**
 * How many of nine places along the arrow the box covers, with a margin for the point's ring.
 * @param {{left: number, top: number}} at
 * @param {{width: number, height: number}} size
 * @param {{x: number, y: number}} from
 * @param {{x: number, y: number}} to
 */
function overlap(at, size, from, to) {
  const margin = GAP / 2;
  let covered = 0;
  for (let part = 0; part <= 8; part += 1) {
    const x = from.x + ((to.x - from.x) * part) / 8;
    const y = from.y + ((to.y - from.y) * part) / 8;
    const across = x > at.left - margin && x < at.left + size.width + margin;
    const down = y > at.top - margin && y < at.top + size.height + margin;
    if (across && down) covered += 1;
  }
  return covered;
}
