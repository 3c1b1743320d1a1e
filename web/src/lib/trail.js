// A trail of edits: where one is on it, and how far one can go back and forth.
import { computed, signal } from "../../vendor/signals.js";

/** So many edits can be taken back. */
const LONGEST = 200;

/**
 * @template T
 * @typedef {{value: T, tag: string|null}} Stop `tag` names what was changed, so that further steps of it count as one
 */

/** @template T */
export class Trail {
  /** @param {T} first */
  constructor(first) {
    /** Oldest first. */
    this.stops = signal(/** @type {readonly Stop<T>[]} */ ([{ value: first, tag: null }]));
    this.at = signal(0);
    this.now = computed(() => this.stops.value[this.at.value].value);
    this.canUndo = computed(() => this.at.value > 0);
    this.canRedo = computed(() => this.at.value < this.stops.value.length - 1);
  }

  /** Begins anew, with nothing to go back to. @param {T} value */
  begin(value) {
    this.at.value = 0;
    this.stops.value = [{ value, tag: null }];
  }

  /** A step onwards from where one is; what lay ahead is cut off. @param {T} value @param {string|null} [tag] */
  record(value, tag = null) {
    const behind = this.stops.peek().slice(0, this.at.peek() + 1);
    const goesOn = tag !== null && behind.at(-1)?.tag === tag;
    const stops = [...(goesOn ? behind.slice(0, -1) : behind), { value, tag }].slice(-LONGEST);
    this.stops.value = stops;
    this.at.value = stops.length - 1;
  }

  /** What is now is another, without a step; from here on a further step of the same change is one of its own. @param {T} [value] */
  seal(value = this.now.peek()) {
    const at = this.at.peek();
    this.stops.value = this.stops.peek().map((stop, place) => (place === at ? { value, tag: null } : stop));
  }

  /** @param {-1|1} direction @returns {boolean} whether there was anywhere to go */
  travel(direction) {
    const to = this.at.peek() + direction;
    if (to < 0 || to >= this.stops.peek().length) return false;
    this.at.value = to;
    this.seal();
    return true;
  }
}
