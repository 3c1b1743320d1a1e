// Held keys: browsers repeat them faster than a server should be asked.

/** A held key acts at most this often; the server allows 20 commands a second. */
export const REPEAT_MS = 100;

/**
 * Judges key presses: all that are pressed anew act, of the repeated ones those that come late enough.
 * @param {() => number} now milliseconds, monotonic
 * @returns {(press: {repeat?: boolean}) => boolean} whether the press should act
 */
export function slowRepeat(now = () => performance.now()) {
  let actedAtMs = -Infinity;
  return ({ repeat }) => {
    const time = now();
    if (repeat && time - actedAtMs < REPEAT_MS) return false;
    actedAtMs = time;
    return true;
  };
}
