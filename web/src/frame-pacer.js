// Spreads frames over the refreshes of the screen: they come as often as it is refreshed, but not in step with it.

/** @typedef {import("./protocol.js").Frame} Frame */

/**
 * Hands on one frame per refresh. Of two that come between two refreshes the second waits for the
 * next one; otherwise every fifth picture or so would be lost to the one that came right after it.
 * A third finds no room: the second is handed on at once, so that nothing is lost or out of order.
 */
export class FramePacer {
  /**
   * @param {(frame: Frame) => void} show
   * @param {(turn: () => void) => void} atRefresh runs a turn at the next refresh, after what was
   *   asked for before
   */
  constructor(show, atRefresh) {
    this.show = show;
    this.atRefresh = atRefresh;
    /** @type {Frame|null} */
    this.waiting = null;
    this.shown = false; // a frame since the last refresh
  }

  /** @param {Frame} frame an answer is shown at once: somebody waits for it */
  push(frame) {
    const answers = frame.request !== null;
    if (this.shown && !answers) {
      this.flush();
      this.waiting = frame;
      return;
    }
    this.flush();
    this.show(frame); // first, so that it is drawn before the turn brings the next one
    this.await();
  }

  /** Hands on what waits, now: something else is about to be told that comes after it. */
  flush() {
    const { waiting } = this;
    this.waiting = null;
    if (waiting) this.show(waiting);
  }

  /** Waits for the next refresh, once. */
  await() {
    if (this.shown) return;
    this.shown = true;
    this.atRefresh(() => this.turn());
  }

  turn() {
    this.shown = false;
    if (!this.waiting) return;
    this.flush();
    this.await();
  }
}
