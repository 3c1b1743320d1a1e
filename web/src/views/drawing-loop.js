// The one loop in which all pictures of the page are drawn: a turn per refresh of the screen.

/** Draws what asked for it, once, at the next refresh. */
export class DrawingLoop {
  /** @param {(turn: () => void) => void} atRefresh runs a turn before the next refresh */
  constructor(atRefresh) {
    this.atRefresh = atRefresh;
    /** @type {Map<number, () => void>} */
    this.due = new Map();
    this.next = 1;
    this.awaited = false;
  }

  /** @param {() => void} draw @returns {number} to cancel it with */
  request(draw) {
    if (!this.awaited) this.atRefresh(() => this.turn());
    this.awaited = true;
    this.due.set(this.next, draw);
    return this.next++;
  }

  /** @param {number} request */
  cancel(request) {
    this.due.delete(request);
  }

  turn() {
    this.awaited = false;
    const due = this.due;
    this.due = new Map(); // what asks while it is drawn waits for the next refresh
    for (const draw of due.values()) draw();
  }
}

export const drawingLoop = new DrawingLoop((turn) => requestAnimationFrame(turn));
