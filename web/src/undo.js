// Undo and redo: the configurations that the server confirmed, and where among them the run is.
import { computed, signal } from "../vendor/signals.js";

/** @typedef {import("./protocol.js").RunConfig} RunConfig */
/** @typedef {{from: RunConfig, to: RunConfig, index: number}} Journey from one configuration to a neighbour */
/** @typedef {{from: RunConfig, to: RunConfig}} Arrival */

/** So many changes can be taken back; a drawn distribution makes each of them some tens of kilobytes. */
export const LONGEST_TRAIL = 200;

/** The way that the configuration went; a new change after an undo cuts off what lay ahead. */
export class Undo {
  constructor() {
    /** Oldest first, never two alike in a row. */
    this.trail = signal(/** @type {readonly RunConfig[]} */ ([]));
    /** Where the run will be once every undo and redo under way is answered. */
    this.goal = signal(-1);
    /** Where the run is, by the server's last word. */
    this.confirmed = -1;
    /** @type {Map<number, number>} request of an undo or redo under way → its place in the trail */
    this.underWay = new Map();
    /** The last undo or redo that took effect. */
    this.arrival = signal(/** @type {Arrival|null} */ (null));
    this.canUndo = computed(() => this.goal.value > 0);
    this.canRedo = computed(() => this.goal.value < this.trail.value.length - 1);
  }

  /**
   * Takes a configuration as the server confirmed it.
   * @param {RunConfig} config
   * @param {number|null} [request] the command that brought it about
   * @returns {boolean} whether an undo or a redo did
   */
  take(config, request) {
    const trail = this.trail.peek();
    const place = this.underWay.get(request ?? 0);
    const arrived = place !== undefined && isSame(trail[place], config);
    this.underWay.delete(request ?? 0);
    if (arrived) {
      this.arrival.value = { from: trail[this.confirmed], to: config };
      this.confirmed = place;
    } else if (!isSame(trail[this.confirmed], config)) this.append(config);
    if (this.underWay.size === 0) this.goal.value = this.confirmed;
    return arrived;
  }

  /** @param {RunConfig} config */
  append(config) {
    const trail = [...this.trail.peek().slice(0, this.confirmed + 1), config].slice(-LONGEST_TRAIL);
    this.underWay.clear(); // places have shifted
    this.trail.value = trail;
    this.confirmed = trail.length - 1;
  }

  /** Waits no longer for the answer to a request, or to any. @param {number|null} [request] */
  forget(request) {
    if (request) this.underWay.delete(request);
    else this.underWay.clear();
    if (this.underWay.size === 0) this.goal.value = this.confirmed;
  }

  /**
   * The way one configuration back or forth; null at the end of the trail.
   * @param {-1|1} direction
   * @returns {Journey|null}
   */
  journey(direction) {
    const trail = this.trail.value;
    const index = this.goal.value + direction;
    const [from, to] = [trail[this.goal.value], trail[index]];
    return from && to ? { from, to, index } : null;
  }

  /** Notes that a journey was sent. @param {Journey} journey @param {number} request */
  depart({ index }, request) {
    this.underWay.set(request, index);
    this.goal.value = index;
  }
}

/** @param {RunConfig|undefined} one @param {RunConfig} other */
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
