// Random numbers that come back the same for the same seed.

/**
 * A generator of numbers in [0, 1): mulberry32 (T. Ettinger 2017), whose 2³² states are plenty for
 * choosing points and which needs one integer of state.
 * @param {number} seed
 * @returns {() => number}
 */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number from a standard normal distribution (Box and Muller 1958). @param {() => number} random */
export function gaussian(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * Which of many to keep: `count` different indices below `total`, ascending, each set equally
 * likely (selection sampling: Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S).
 * @param {number} total
 * @param {number} count
 * @param {() => number} random
 * @returns {number[]} all of them when `count` is not below `total`
 */
export function chooseIndices(total, count, random) {
  const chosen = [];
  for (let index = 0; index < total && chosen.length < count; index += 1) {
    if ((total - index) * random() < count - chosen.length) chosen.push(index);
  }
  return chosen;
}
