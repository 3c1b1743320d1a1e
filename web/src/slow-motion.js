// Slow motion: a step phase by phase, by hand or at a pace, and what the page shows of each.
import { batch, computed, effect, signal, untracked } from "../vendor/signals.js";
import { entriesOf, entryOf } from "./controls/groups.js";
import { phaseFrame } from "./lib/phase-frame.js";
import { sceneOf } from "./lib/phase-scene.js";
import { command } from "./protocol.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./protocol.js").Frame} Frame */
/** @typedef {import("./protocol.js").Phase} Phase */
/** @typedef {import("./protocol.js").Entry} Entry */
/** @typedef {import("./protocol.js").Command} Command */
/** @typedef {"before"|"after"} Side of an update */
/** @typedef {Pick<Phase, "player"|"index">} Place in a step */

/** Seconds that a phase stands while they are played one after another. */
export const PACE = Object.freeze({ least: 0.4, most: 4, step: 0.1, first: 1.2 });

/** On the way to a phase further on, those between stand only so long: seen, not read. */
const HURRY_MS = 70;

/** Commands that set the run to something else than the next phase. */
const ENDS_PLAY = new Set(["play", "step", "reset", "seek"]);

/** An update shows what was before it for this share of its time, at most so long. */
const BEFORE_SHARE = 0.45;
const BEFORE_MOST_MS = 700;

/** What slow motion knows and does. Whoever sets `store.graphMode` enters and leaves it. */
export class SlowMotion {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    this.on = computed(() => store.graphMode.value === "slow");
    this.paceS = signal(/** @type {number} */ (PACE.first));
    /** Whether phase follows phase by itself. */
    this.playing = signal(false);
    /** The newest frame that came, as the server sent it. @type {Frame|null} */
    this.newest = null;
    /** The phase played last; null before the first, and when something else was played since. */
    this.phase = signal(/** @type {Phase|null} */ (null));
    /** What an update began from. */
    this.before = signal(/** @type {Frame|null} */ (null));
    /** Which side of an update the pictures show. */
    this.side = signal(/** @type {Side} */ ("after"));
    /** Layers that the reader switched against what the phase shows. */
    this.switched = signal(/** @type {ReadonlySet<string>} */ (new Set()));
    /** The loss in force. */
    this.loss = computed(() => this.lossNow());
    this.scene = computed(() =>
      this.on.value && this.phase.value ? sceneOf(this.phase.value, this.pairs) : null,
    );
    /** @type {Place|null} where a press sent it */
    this.goal = null;
    /** Whether an update is still to change to its other side by itself. */
    this.turning = false;
    /** The command under way. */
    this.asked = 0;
    this.ticket = 0;
    effect(() => {
      const on = this.on.value;
      untracked(() => (on ? this.enter() : this.leave()));
    });
    effect(() => void (store.lit.value = this.scene.value?.lit ?? null));
    effect(() => void (store.status.value === "diverged" && untracked(() => this.pause())));
  }

  /** Whether G's turn needs real samples: its loss compares them with fakes, or an encoder learns. */
  get pairs() {
    return Boolean(this.loss.value?.pairs || this.store.session.value?.encoder);
  }

  /** @returns {Entry|undefined} */
  lossNow() {
    const catalog = this.store.catalog.value;
    const field = catalog?.fields.find(({ name }) => name === "loss");
    const chosen = this.store.session.value?.config.loss?.id;
    return catalog && field ? entryOf(entriesOf(catalog, field), chosen) : undefined;
  }

  /** A run that plays goes on slowly; one that rests waits for the first phase to be asked for. */
  enter() {
    if (this.newest) this.take(this.newest);
    if (!this.store.playing.peek()) return;
    this.playing.value = true;
    this.ask();
  }

  /** The step that has begun is played to its end. */
  leave() {
    if (!this.newest) return;
    const begun = this.phase.peek() !== null && !this.phase.peek()?.last;
    this.pause();
    this.phase.value = null;
    this.before.value = null;
    if (begun) this.store.send(command.pause());
    this.store.frame.value = this.newest;
  }

  /**
   * Takes a frame that came, and shows it if need be in another form.
   * @param {Frame} frame
   */
  take(frame) {
    const last = this.newest;
    this.newest = frame;
    if (!this.on.peek()) return void (this.store.frame.value = frame);
    if (last && frame.step < last.step) this.pause(); // another run: it waits for its first phase
    const known = this.phase.peek();
    const news = !known || !frame.phase || !isSame(known, frame.phase) || last?.step !== frame.step;
    batch(() => {
      this.phase.value = frame.phase;
      if (news) this.begin(frame, last);
      this.show();
    });
    if (frame.request !== null && frame.request === this.asked) this.goOn();
  }

  /** A phase begins to be shown. @param {Frame} frame @param {Frame|null} last the frame before it */
  begin({ phase }, last) {
    this.switched.value = new Set();
    const same = last?.phase && phase && last.phase.player === phase.player && last.phase.turn === phase.turn;
    this.before.value = phase?.name === "update" && same ? last : null;
    const from = this.before.value;
    this.turning = from !== null;
    this.side.value = from ? "before" : "after";
    if (!from) return;
    const waitMs = Math.min(BEFORE_MOST_MS, BEFORE_SHARE * this.paceS.peek() * 1000);
    this.store.clock.after(() => {
      if (this.turning && this.before.peek() === from) this.choose("after");
    }, waitMs);
  }

  /** Shows one side of an update. @param {Side} side */
  choose(side) {
    this.turning = false;
    this.side.value = side;
    this.show();
  }

  /** Puts into the store what is to be seen now. */
  show() {
    const before = this.side.peek() === "before" ? this.before.peek() : null;
    const frame = before ? { ...before, phase: this.phase.peek() } : this.newest;
    if (frame) this.store.frame.value = phaseFrame(frame, this.loss.peek()?.boundary ?? 0);
  }

  /** Layers of the picture as they are to be seen. @returns {Record<string, boolean>} */
  get layers() {
    const scene = this.scene.value;
    if (!scene) return this.store.layers.value;
    const all = Object.keys(this.store.layers.value);
    return Object.fromEntries(all.map((id) => [id, Boolean(scene.shown[id]) !== this.switched.value.has(id)]));
  }

  /** Switches a layer for as long as this phase is shown. @param {string} layer */
  toggleLayer(layer) {
    const switched = new Set(this.switched.peek());
    if (!switched.delete(layer)) switched.add(layer);
    this.switched.value = switched;
  }

  /** Plays one phase now; out of the overview, into slow motion. */
  next() {
    if (!this.on.peek()) this.store.graphMode.value = "slow";
    this.playing.value = false;
    this.goal = null;
    this.ask();
  }

  /** Plays forwards to a phase, through the end of the step if it lies behind. @param {Place} place */
  playTo(place) {
    this.playing.value = false;
    this.goal = place;
    this.ask();
  }

  /** Phase after phase, or rest. */
  toggle() {
    if (this.store.playing.peek()) return void this.store.send(command.pause());
    if (this.playing.peek()) return this.pause();
    this.playing.value = true;
    return this.ask();
  }

  pause() {
    this.playing.value = false;
    this.goal = null;
    this.ticket += 1;
  }

  /** @param {number} seconds */
  setPace(seconds) {
    this.paceS.value = seconds;
    if (this.playing.peek() && this.asked === 0) this.wait(seconds * 1000);
  }

  /** Notes what the page sends: whoever asks for steps or for another moment has phases rest. @param {Command} sent */
  hear({ type }) {
    if (ENDS_PLAY.has(type)) this.pause();
  }

  /** Asks for the next phase; one at a time. */
  ask() {
    this.ticket += 1;
    if (this.asked === 0) this.asked = this.store.send(command.phase());
    if (this.asked === 0) this.pause(); // nobody heard it
  }

  /** The phase asked for is there. */
  goOn() {
    this.asked = 0;
    const phase = this.phase.peek();
    if (this.goal && phase && isAt(phase, this.goal)) this.goal = null;
    if (this.goal) this.wait(HURRY_MS);
    else if (this.playing.peek()) this.wait(this.paceS.peek() * 1000);
  }

  /** @param {number} delayMs */
  wait(delayMs) {
    this.ticket += 1;
    const ticket = this.ticket;
    this.store.clock.after(() => {
      if (ticket === this.ticket) this.ask();
    }, delayMs);
  }

  /** What was asked for will not come: it was refused, or the line is lost. @param {number|null} [request] */
  forget(request) {
    if (this.asked === 0 || (request && request !== this.asked)) return;
    this.asked = 0;
    this.pause();
  }
}

/** @param {Phase} phase @param {Place} place */
const isAt = (phase, place) => phase.player === place.player && phase.index === place.index;

/** @param {Phase} one @param {Phase} other */
const isSame = (one, other) => isAt(one, other) && one.turn === other.turn;
