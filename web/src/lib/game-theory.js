// The mathematics that the article draws: the generator's loss over a verdict, and the smallest game.

/**
 * The generator's loss on one fake, and how hard it pulls.
 * @typedef {object} VerdictLoss
 * @property {(verdict: number) => number} loss verdict in (0, 1)
 * @property {(verdict: number) => number} pull size of the slope with respect to D's raw output (the
 *   logit), where D(G(z)) = σ(logit); Goodfellow et al. 2014, section 3
 */

/** @type {Record<"minimax"|"non_saturating", VerdictLoss>} */
export const VERDICT_LOSSES = {
  minimax: { loss: (verdict) => Math.log(1 - verdict), pull: (verdict) => verdict },
  non_saturating: { loss: (verdict) => -Math.log(verdict), pull: (verdict) => 1 - verdict },
};

/** @typedef {[number, number]} Point x, y */
/** @typedef {"simultaneous"|"alternating"|"damped"} PathName */

/** How strongly the brake holds, as the weight of an R1 penalty does (Mescheder et al. 2018). */
const BRAKE = 0.6;

/**
 * One round of the game x·y: x wants it small, y wants it large.
 * @type {Record<PathName, (point: Point, size: number) => Point>}
 */
const ROUNDS = {
  simultaneous: ([x, y], size) => [x - size * y, y + size * x],
  alternating: ([x, y], size) => {
    const moved = x - size * y;
    return [moved, y + size * moved];
  },
  damped: ([x, y], size) => {
    const moved = x - size * y;
    return [moved, y + size * (moved - BRAKE * y)];
  },
};

/**
 * The places that the two players come through.
 * @param {PathName} name
 * @param {Point} start
 * @param {number} size of a step
 * @param {number} rounds
 * @returns {Point[]} one more than rounds
 */
export function gamePath(name, start, size, rounds) {
  const path = [start];
  for (let round = 0; round < rounds; round += 1) path.push(ROUNDS[name](path[round], size));
  return path;
}
