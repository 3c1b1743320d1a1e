// Time in the hands of a test.

/** A clock that moves only when told. */
export class HandClock {
  constructor() {
    this.timeMs = 0;
    /** @type {{run: () => void, atMs: number}[]} */
    this.timers = [];
  }
  now() {
    return this.timeMs;
  }
  /** @param {() => void} run @param {number} delayMs */
  after(run, delayMs) {
    this.timers.push({ run, atMs: this.timeMs + delayMs });
  }
  /** @param {number} byMs */
  advance(byMs) {
    this.timeMs += byMs;
    const due = this.timers.filter(({ atMs }) => atMs <= this.timeMs);
    this.timers = this.timers.filter(({ atMs }) => atMs > this.timeMs);
    for (const { run } of due) run();
  }
}
