// The images that the page shows: real ones as they came once, fakes with every frame, and in what order.
import { computed, effect, signal, untracked } from "../vendor/signals.js";
import { batchOf } from "./lib/phase-images.js";
import { orderOf } from "./lib/tiles.js";
import { Timeline } from "./timeline.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./protocol.js").Frame} Frame */
/** @typedef {import("./protocol.js").Grid} Grid */
/** @typedef {"real"|"fake"} Kind */
/** @typedef {import("./lib/tiles.js").Order} Order */
/** @typedef {import("./lib/tiles.js").Filter} Filter */
/** @typedef {{images: Grid|null, verdicts: Float32Array|null, labels: ArrayLike<number>|null}} Shown */
/** @typedef {Pick<Frame, "step"|"arrays">} Look */

/** While it trains, images change places at most so often: faster, nobody could follow one. */
const SORT_PAUSE_MS = 1000;

/** The server lays out no more classes beside each other. */
const MOST_COLUMNS = 16;

/** @type {Shown} */
const NOTHING = { images: null, verdicts: null, labels: null };

/**
 * How many classes one can look at singly: those that the model is told, or those of real images.
 * @param {import("./protocol.js").StateEvent|null} session
 * @param {import("./protocol.js").Catalog|null} catalog
 */
export function classesToShow(session, catalog) {
  if (!session?.images) return session?.classes ?? 0;
  const field = catalog?.fields.find(({ name }) => name === "model");
  const model = catalog?.registries[field?.registry ?? ""]?.find(({ id }) => id === session.config.model.id);
  return model?.paired ? 0 : session.images.names.length; // pairs stay side by side
}

/** Part of the store, in the scene of images. */
export class Gallery {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    /** What the server sent of each kind, by the newest frame. */
    this.usual = { real: signal(NOTHING), fake: signal(NOTHING) };
    /** In slow motion, the batch of the phase that is shown. */
    this.batch = computed(() => (store.slow.on.value ? batchOf(store.frame.value?.phase ?? null, store.slow.loss.value?.boundary ?? 0) : null));
    this.real = computed(() => this.batch.value?.real ?? this.usual.real.value);
    this.fake = computed(() => this.batch.value?.fake ?? this.usual.fake.value);
    /** Of pairs, what the images of both kinds are made from, place by place; and what is made of codes. */
    this.inputs = signal(/** @type {Grid|null} */ (null));
    this.rebuilt = signal(/** @type {Grid|null} */ (null));
    this.order = signal(/** @type {Order} */ ("none"));
    this.filter = signal(/** @type {Filter} */ ("all"));
    /** Whether images that are saved have D's verdicts under them. */
    this.captions = signal(false);
    /** A film that is being made. */
    this.making = signal(/** @type {{share: number, cancel: () => void}|null} */ (null));
    /** The real images do not change during a run: they are asked for once. */
    this.wantsReal = computed(() => this.usual.real.value.images === null);
    /** @type {Record<Kind, {order: number[], of: string, atMs: number}|null>} */
    this.sorted = { real: null, fake: null };
    this.timeline = new Timeline(store.clock, () => store.label.peek());
    effect(() => {
      const frame = store.frame.value;
      if (frame && store.scene === "image") untracked(() => this.take(frame));
    });
    effect(() => {
      void store.label.value; // other images are shown
      untracked(() => {
        this.drop();
        this.timeline.follow();
      });
    });
  }

  /** Takes what a frame says. @param {Look} frame */
  take({ step, arrays }) {
    const { real, fake } = this.usual;
    const { realImages, fakeImages, dReal, dFake, realLabels, fakeLabels, inputImages, rebuiltImages } = arrays;
    if (inputImages) this.inputs.value = inputImages;
    if (rebuiltImages && this.isOfLabel(realLabels)) this.rebuilt.value = rebuiltImages;
    if (fakeImages) {
      fake.value = { images: fakeImages, verdicts: dFake ?? null, labels: fakeLabels ?? null };
      const label = this.labelOf(fakeLabels);
      this.timeline.take({ step, label, images: fakeImages, verdicts: dFake ?? null, labels: fakeLabels ?? null });
    }
    const images = realImages && this.isOfLabel(realLabels) ? realImages : real.peek().images;
    if (images && dReal) real.value = { images, verdicts: dReal, labels: realLabels ?? null };
  }

  /** Whether real images are of the class that is shown, and not of one shown before. @param {ArrayLike<number>} [labels] */
  isOfLabel(labels) {
    const label = this.store.label.peek();
    return label === null || !labels || labels[0] === label;
  }

  /** The one class that generated images were asked for; null for all. @param {ArrayLike<number>} [labels] */
  labelOf(labels) {
    const several = labels && (this.store.session.peek()?.classes ?? 0) > 1;
    return several && Array.from(labels).every((label) => label === labels[0]) ? labels[0] : null;
  }

  /** What is looked at of a kind: now, or of the generated ones a moment of the past. @param {Kind} kind @returns {Shown} */
  seen(kind) {
    return (kind === "fake" && !this.batch.value && this.timeline.past.value) || this[kind].value;
  }

  /** Another run: its real images may be others, and its past is. */
  forget() {
    this.drop();
    this.timeline.clear();
  }

  /** Other images are on their way. */
  drop() {
    this.usual.real.value = NOTHING;
    this.usual.fake.value = NOTHING;
    this.inputs.value = null;
    this.rebuilt.value = null;
    this.sorted = { real: null, fake: null };
  }

  /**
   * What stands side by side in each place of a kind, in reading order; one thing alone is the image itself.
   * @param {Kind} kind
   * @param {Grid|null} [images] of this kind, where others than those seen are meant
   * @returns {{id: "input"|"real"|"fake"|"target"|"rebuilt", images: Grid|null}[]}
   */
  parts(kind, images = this.seen(kind).images) {
    const own = { id: kind, images };
    if (this.batch.value) return [own]; // of other images than those that are known of
    const [inputs, rebuilt] = [this.inputs.value, this.rebuilt.value];
    const input = { id: /** @type {const} */ ("input"), images: inputs };
    if (inputs && kind === "fake") return [input, own, { id: "target", images: this.real.value.images }];
    if (inputs) return [input, own];
    return rebuilt && kind === "real" ? [own, { id: "rebuilt", images: rebuilt }] : [own];
  }

  /** The indices of the images of a kind that are shown, in their order now. @param {Kind} kind @returns {number[]} */
  shown(kind) {
    const { images, verdicts } = this.seen(kind);
    if (this.batch.value?.[kind]) return orderOf(images?.shape[0] ?? 0, null, "none", "all");
    const count = images?.shape[0] ?? 0;
    const [order, filter] = [this.order.value, this.filter.value];
    const past = kind === "fake" ? (this.timeline.past.value?.step ?? "") : "";
    const of = `${order} ${filter} ${count} ${past}`;
    const now = this.store.clock.now();
    const last = this.sorted[kind];
    const stands = last?.of === of && this.store.running.value && now - last.atMs < SORT_PAUSE_MS;
    if (stands) return last.order;
    const found = orderOf(count, verdicts, order, filter);
    this.sorted[kind] = { order: found, of, atMs: now };
    return found;
  }

  /**
   * How many classes stand side by side: where each row of fakes is one noise, and each column a class.
   * @returns {number} 0 where they are no table
   */
  get columns() {
    const count = this.store.session.value?.classes ?? 0;
    const { labels } = this.seen("fake");
    const asLaidOut = this.order.value === "none" && this.filter.value === "all" && this.store.label.value === null;
    if (this.batch.value || !asLaidOut || count < 2 || count > MOST_COLUMNS) return 0;
    if (!labels) return count; // on their way
    return Array.from(labels).every((label, index) => label === index % count) ? count : 0;
  }
}
