// The images that the page shows: real ones as they came once, fakes with every frame, and in what order.
import { computed, effect, signal, untracked } from "../vendor/signals.js";
import { orderOf } from "./lib/tiles.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./protocol.js").Frame} Frame */
/** @typedef {import("./protocol.js").Grid} Grid */
/** @typedef {"real"|"fake"} Kind */
/** @typedef {import("./lib/tiles.js").Order} Order */
/** @typedef {import("./lib/tiles.js").Filter} Filter */
/** @typedef {{images: Grid|null, verdicts: Float32Array|null, labels: ArrayLike<number>|null}} Shown */

/** While it trains, images change places at most so often: faster, nobody could follow one. */
const SORT_PAUSE_MS = 1000;

/** @type {Shown} */
const NOTHING = { images: null, verdicts: null, labels: null };

/** Part of the store, in the scene of images. */
export class Gallery {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    /** What the server sent of each kind, by the newest frame. */
    this.real = signal(NOTHING);
    this.fake = signal(NOTHING);
    this.order = signal(/** @type {Order} */ ("none"));
    this.filter = signal(/** @type {Filter} */ ("all"));
    /** The real images do not change during a run: they are asked for once. */
    this.wantsReal = computed(() => this.real.value.images === null);
    /** @type {Record<Kind, {order: number[], of: string, atMs: number}|null>} */
    this.sorted = { real: null, fake: null };
    effect(() => {
      void store.label.value; // other images are shown
      untracked(() => this.forget());
    });
  }

  /** Takes what a frame says. @param {Frame} frame */
  take({ arrays }) {
    const { realImages, fakeImages, dReal, dFake, realLabels, fakeLabels } = arrays;
    if (fakeImages) this.fake.value = { images: fakeImages, verdicts: dFake ?? null, labels: fakeLabels ?? null };
    const images = realImages && this.isOfLabel(realLabels) ? realImages : this.real.peek().images;
    if (images && dReal) this.real.value = { images, verdicts: dReal, labels: realLabels ?? null };
  }

  /** Whether real images are of the class that is shown, and not of one shown before. @param {ArrayLike<number>} [labels] */
  isOfLabel(labels) {
    const label = this.store.label.peek();
    return label === null || !labels || labels[0] === label;
  }

  /** Another run: its real images may be others. */
  forget() {
    this.real.value = NOTHING;
    this.fake.value = NOTHING;
    this.sorted = { real: null, fake: null };
  }

  /** The indices of the images of a kind that are shown, in their order now. @param {Kind} kind @returns {number[]} */
  shown(kind) {
    const { images, verdicts } = this[kind].value;
    const count = images?.shape[0] ?? 0;
    const [order, filter] = [this.order.value, this.filter.value];
    const of = `${order} ${filter} ${count}`;
    const now = this.store.clock.now();
    const last = this.sorted[kind];
    const stands = last?.of === of && this.store.running.value && now - last.atMs < SORT_PAUSE_MS;
    if (stands) return last.order;
    const found = orderOf(count, verdicts, order, filter);
    this.sorted[kind] = { order: found, of, atMs: now };
    return found;
  }
}
