// Where a tooltip goes: beside its point, inside the picture, off the point's arrow.

/** @typedef {{x: number, y: number}} Point in pixels */
/** @typedef {{width: number, height: number}} Size */
/** @typedef {{left: number, top: number}} Corner */

/** Between the box and the point or its arrow: room for the ring around the point. */
const GAP = 14;

/**
 * Places a box beside a point and its arrow. It tries the side that the arrow points away from
 * first, then the others, and takes the first that the edge of the picture pushes least.
 * @param {Point} point
 * @param {Point} tip of the point's arrow; the point itself when it has none
 * @param {Size} size of the box
 * @param {number} side of the square picture
 * @returns {Corner}
 */
export function placeTooltip(point, tip, size, side) {
  const left = { left: Math.min(point.x, tip.x) - GAP - size.width, top: point.y - size.height / 2 };
  const right = { left: Math.max(point.x, tip.x) + GAP, top: left.top };
  const above = { left: point.x - size.width / 2, top: Math.min(point.y, tip.y) - GAP - size.height };
  const below = { left: above.left, top: Math.max(point.y, tip.y) + GAP };
  const across = tip.x >= point.x ? [left, right] : [right, left];
  const down = tip.y >= point.y ? [above, below] : [below, above];
  let best = left;
  let least = Infinity;
  for (const wanted of [...across, ...down]) {
    const placed = intoPicture(wanted, size, side);
    const pushed = pushOf(wanted, placed, across.includes(wanted));
    if (pushed < least) {
      least = pushed;
      best = placed;
    }
  }
  return best;
}

/** @param {Corner} at @param {Size} size @param {number} side @returns {Corner} */
function intoPicture(at, size, side) {
  return {
    left: Math.max(0, Math.min(at.left, side - size.width)),
    top: Math.max(0, Math.min(at.top, side - size.height)),
  };
}

/**
 * How far the edge pushed a box towards its point. A push along the point's side covers nothing.
 * @param {Corner} wanted
 * @param {Corner} placed
 * @param {boolean} isAcross left or right of the point
 */
function pushOf(wanted, placed, isAcross) {
  return isAcross ? Math.abs(wanted.left - placed.left) : Math.abs(wanted.top - placed.top);
}
