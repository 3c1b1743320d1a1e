// Where a card goes that speaks of something on the page: beside it, in the window, and in nobody's way.

/** @typedef {{left: number, top: number, width: number, height: number}} Box in pixels of the window */
/** @typedef {{width: number, height: number}} Size */
/** @typedef {{left: number, top: number}} Corner */

/** Between the card and the thing. */
const GAP = 14;

/** Between the card and the edge of the window. */
const MARGIN = 8;

/** @param {number} value @param {number} low @param {number} high */
const within = (value, low, high) => Math.max(low, Math.min(value, Math.max(low, high)));

/** How much of each other two boxes cover, in square pixels. @param {Box} a @param {Box} b */
export function overlap(a, b) {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return Math.max(0, width) * Math.max(0, height);
}

/** Covering the thing is so much worse than covering what should be seen as well. */
const THING_WEIGHT = 100;

/** A place this much further off, in pixels, is as bad as one more square pixel covered. */
const FAR = 10;

/** The places right of, left of, below and above a box. @param {Box} box @param {Size} card @param {Box} thing @returns {Corner[]} */
function around(box, card, thing) {
  const level = { left: thing.left + (thing.width - card.width) / 2, top: thing.top };
  return [
    { left: box.left + box.width + GAP, top: level.top },
    { left: box.left - GAP - card.width, top: level.top },
    { left: level.left, top: box.top + box.height + GAP },
    { left: level.left, top: box.top - GAP - card.height },
  ];
}

/**
 * Takes the place beside the thing, or beside what should be seen as well, that covers least of
 * the two; among equals the first of right, left, below and above that is near.
 * @param {Box} thing
 * @param {Size} card
 * @param {Box} room where the card may be
 * @param {Box|null} [scene] what happens when the thing is used
 * @returns {Corner}
 */
export function placeBeside(thing, card, room, scene = null) {
  const right = room.left + room.width - card.width - MARGIN;
  const bottom = room.top + room.height - card.height - MARGIN;
  const corners = [...around(thing, card, thing), ...(scene ? around(scene, card, thing) : [])].map(({ left, top }) => ({
    left: within(left, room.left + MARGIN, right),
    top: within(top, room.top + MARGIN, bottom),
  }));
  const costs = corners.map((corner) => {
    const box = { ...corner, ...card };
    const away = Math.hypot(
      corner.left + card.width / 2 - thing.left - thing.width / 2,
      corner.top + card.height / 2 - thing.top - thing.height / 2,
    );
    return THING_WEIGHT * overlap(box, thing) + (scene ? overlap(box, scene) : 0) + away / FAR;
  });
  return corners[costs.indexOf(Math.min(...costs))];
}
