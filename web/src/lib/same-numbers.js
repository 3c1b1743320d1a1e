// Whether two arrays hold the same numbers, so that what was drawn of the one will do for the other.

/**
 * @param {ArrayLike<number>|null|undefined} one
 * @param {ArrayLike<number>|null|undefined} other
 * @returns {boolean} NaN is the same as NaN
 */
export function sameNumbers(one, other) {
  if (one === other) return true;
  if (!one || !other || one.length !== other.length) return false;
  for (let i = 0; i < one.length; i += 1) {
    if (one[i] !== other[i] && !(Number.isNaN(one[i]) && Number.isNaN(other[i]))) return false;
  }
  return true;
}
