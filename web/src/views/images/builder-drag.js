// Dragging a card with the mouse or a pen to another place of its list. Fingers scroll; for them there are buttons.

/** So far the pointer moves before a press becomes a drag. */
const THRESHOLD = 5;

/**
 * @typedef {object} Dragging
 * @property {(gap: number) => void} over which gap the card would go to, 0 before all others
 * @property {(gap: number) => void} drop
 * @property {() => void} end whether it was dropped or not
 */

/**
 * The gap that a height is nearest to.
 * @param {{top: number, bottom: number}[]} cards from top to bottom
 * @param {number} y
 */
export function gapAt(cards, y) {
  return cards.filter(({ top, bottom }) => (top + bottom) / 2 < y).length;
}

/**
 * @param {PointerEvent} event the press
 * @param {HTMLElement|null} root
 * @param {Dragging} dragging
 */
export function beginDrag(event, root, { over, drop, end }) {
  if (event.pointerType === "touch" || event.button !== 0 || !root) return;
  const off = new AbortController();
  /** @type {number|null} */
  let gap = null;
  /** @param {PointerEvent} move */
  const follow = (move) => {
    if (gap === null && Math.abs(move.clientY - event.clientY) < THRESHOLD) return;
    const cards = [...root.querySelectorAll(".layer-card")].map((card) => card.getBoundingClientRect());
    gap = gapAt(cards, move.clientY);
    over(gap);
  };
  const finish = () => {
    off.abort();
    end();
  };
  const release = () => {
    finish();
    if (gap === null) return;
    drop(gap);
    swallowClick(root);
  };
  /** @param {KeyboardEvent} press */
  const escape = (press) => {
    if (press.key !== "Escape") return;
    press.stopPropagation();
    finish();
  };
  const listen = { signal: off.signal };
  addEventListener("pointermove", follow, listen);
  addEventListener("pointerup", release, listen);
  addEventListener("pointercancel", finish, listen);
  addEventListener("keydown", escape, { ...listen, capture: true });
}

/** The press was no click: the card stays as it is, open or not. @param {HTMLElement} root */
function swallowClick(root) {
  const off = new AbortController();
  root.addEventListener("click", (click) => click.stopPropagation(), { capture: true, signal: off.signal });
  setTimeout(() => off.abort()); // it comes right behind the release, if it comes
}
