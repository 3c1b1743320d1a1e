// The guided tour: at which stop it is, what was predicted there, and whether the thing was done.
import { computed, effect, signal, untracked } from "../vendor/signals.js";
import { isHidden } from "./controls/hideable.js";
import { STOPS } from "./tour-stops.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./tour-stops.js").Stop} Stop */
/** @typedef {"predict"|"do"|"done"} Part of a stop */
/** @typedef {{load: () => any, save: (kept: Kept) => void}} Box where the tour is remembered */
/** @typedef {{stop: number|null, known: boolean}} Kept `known`: it was begun once and need not be offered */

const NONE = Object.freeze({ discriminator: 0, generator: 0 });

export class Tour {
  /**
   * @param {Store} store
   * @param {Box} box
   */
  constructor(store, box) {
    this.store = store;
    this.box = box;
    const kept = box.load();
    /** Its number; null when nobody is on the tour. */
    this.at = signal(/** @type {number|null} */ (null));
    /** Whether to offer it to somebody new. */
    this.known = signal(kept?.known === true);
    this.prediction = signal(/** @type {string|null} */ (null));
    this.isDone = signal(false);
    this.alone = signal(NONE);
    this.counted = 0;
    this.mark = /** @type {any} */ (null);
    this.stop = computed(() => (this.at.value === null ? null : STOPS[this.at.value]));
    this.part = computed(() => this.partNow());
    this.isLast = computed(() => this.at.value === STOPS.length - 1);
    effect(() => this.count(this.store.stepped.value?.player, this.store.stepped.value?.count ?? 0));
    effect(() => {
      if (this.part.value === "do" && this.stop.value?.done?.(this.visit)) this.isDone.value = true;
    });
    if (Number.isInteger(kept?.stop) && STOPS[kept.stop]) this.resume(kept.stop);
  }

  /** Goes on with a tour that a reload cut short, as soon as there is a run to look at. @param {number} at */
  resume(at) {
    let resumed = false;
    effect(() => {
      if (resumed || !this.store.session.value) return;
      resumed = true;
      untracked(() => this.go(at));
    });
  }

  /** @returns {Part|null} */
  partNow() {
    const stop = this.stop.value;
    if (!stop) return null;
    if (stop.predictions && this.prediction.value === null) return "predict";
    return stop.done && !this.isDone.value ? "do" : "done";
  }

  /** What a stop looks at. @returns {import("./tour-stops.js").Visit} */
  get visit() {
    return { store: this.store, alone: this.alone.value, mark: this.mark };
  }

  /**
   * Counts the steps of one player alone.
   * @param {import("./protocol.js").Player|undefined} player
   * @param {number} number of the step among all that were asked for
   */
  count(player, number) {
    if (!player || player === "both" || number === this.counted) return;
    this.counted = number;
    const before = this.alone.peek();
    this.alone.value = { ...before, [player]: before[player] + 1 };
  }

  /** From the first stop. */
  start() {
    this.known.value = true;
    this.store.panel.value = "lab";
    this.store.helpOpen.value = false;
    this.at.value = -1;
    this.next();
  }

  /** To the next stop whose control is on the page; after the last one the tour is over. */
  next() {
    const at = this.at.peek();
    if (at === null) return;
    const hidden = this.store.hidden.peek();
    const next = STOPS.findIndex(({ control }, stop) => stop > at && !isHidden(hidden, control));
    this.go(next < 0 ? null : next);
  }

  leave() {
    this.go(null);
  }

  /** @param {number|null} at */
  go(at) {
    this.at.value = at;
    this.box.save({ stop: at, known: this.known.peek() });
    this.arrive();
  }

  arrive() {
    this.prediction.value = null;
    const stop = this.stop.peek();
    stop?.prepare?.(this.store);
    this.begin();
  }

  /** The task begins now. */
  begin() {
    this.alone.value = NONE;
    this.mark = this.stop.peek()?.mark?.(this.store);
    this.isDone.value = false;
  }

  /** @param {string} answer */
  predict(answer) {
    this.begin();
    this.prediction.value = answer;
  }
}
