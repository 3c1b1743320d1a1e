// The past of the generated images, as far as this page has seen it: moments to look back at, and to make a film of.
import { signal } from "../vendor/signals.js";

/** @typedef {import("./protocol.js").Grid} Grid */
/** @typedef {import("./clock.js").Clock} Clock */
/** @typedef {{step: number, label: number|null, images: Grid, verdicts: Float32Array|null, labels: ArrayLike<number>|null}} Moment */

/** A film of more moments shows little more, and takes long to make. */
const MOST_MOMENTS = 120;

/** Of large images there are fewer moments, but never so few that there is nothing to see. */
const BUDGET_BYTES = 24 * 1024 * 1024;
const FEWEST_MOMENTS = 24;

/** All of the past is played in about this time, at a pace that the eye can follow. */
const PLAY_MS = 8000;
const PAUSE_MS = { least: 40, most: 200 };

/** Part of the store, in the scene of images. */
export class Timeline {
  /** @param {Clock} clock @param {() => number|null} shownLabel the class that is shown, null for all */
  constructor(clock, shownLabel) {
    this.clock = clock;
    this.shownLabel = shownLabel;
    /** @type {Moment[]} by step, of all classes */
    this.kept = [];
    /** Those of the class that is shown. */
    this.moments = signal(/** @type {readonly Moment[]} */ ([]));
    /** The moment that is looked at; null is now. */
    this.past = signal(/** @type {Moment|null} */ (null));
    this.playing = signal(false);
    this.turn = 0;
  }

  /** Takes the images of a step, newer than all that it has or of a step back. @param {Moment} moment */
  take(moment) {
    const { step, label } = moment;
    this.kept = this.kept.filter((other) => other.step < step || (other.step === step && other.label !== label));
    this.kept.push({ ...moment, images: { ...moment.images, data: moment.images.data.slice() } });
    if (this.kept.length > mostOf(moment)) this.thin();
    this.follow();
  }

  /** Drops the moment without which the gap is smallest; the first and the newest stay. */
  thin() {
    const { kept } = this;
    let least = 1;
    for (let at = 2; at < kept.length - 1; at += 1) if (gapAt(kept, at) < gapAt(kept, least)) least = at;
    kept.splice(least, 1);
  }

  /** The class that is shown, or what is kept, has changed. */
  follow() {
    const label = this.shownLabel();
    this.moments.value = this.kept.filter((moment) => moment.label === label);
    const past = this.past.peek();
    if (past && !(past.label === label && this.reaches(past.step))) this.goTo(null);
  }

  /** Whether a step lies in the past that is kept. @param {number} step */
  reaches(step) {
    return step <= (this.moments.peek().at(-1)?.step ?? -1);
  }

  /** Another run: its past is another. */
  clear() {
    this.kept = [];
    this.follow();
  }

  /** The place of what is looked at among the moments; the last one is now. */
  get place() {
    const moments = this.moments.value;
    const past = this.past.value;
    if (!past) return moments.length - 1;
    const at = moments.findIndex(({ step }) => step >= past.step);
    return at < 0 ? moments.length - 1 : at;
  }

  /** Looks at a moment, or at now; what plays, stops. @param {Moment|null} moment */
  goTo(moment) {
    this.playing.value = false;
    this.past.value = moment;
  }

  /** Looks at the moment at a place. @param {number} place */
  goToPlace(place) {
    const moments = this.moments.peek();
    this.goTo(place < moments.length - 1 ? moments[Math.max(0, place)] : null);
  }

  /** Plays the past from where one looks, from its beginning if that is now, up to now; or stops. */
  toggle() {
    if (this.playing.peek()) return this.goTo(this.past.peek());
    if (this.moments.peek().length < 2) return undefined;
    if (!this.past.peek()) this.past.value = this.moments.peek()[0];
    this.playing.value = true;
    return this.wait();
  }

  wait() {
    const even = PLAY_MS / this.moments.peek().length;
    const turn = (this.turn += 1); // one that stopped and began again is another
    this.clock.after(() => this.advance(turn), Math.min(PAUSE_MS.most, Math.max(PAUSE_MS.least, even)));
  }

  /** @param {number} turn */
  advance(turn) {
    if (turn !== this.turn || !this.playing.peek()) return;
    const next = this.place + 1;
    const moments = this.moments.peek();
    if (next >= moments.length - 1) return this.goTo(null);
    this.past.value = moments[next];
    this.wait();
  }
}

/** @param {Moment[]} kept @param {number} at */
const gapAt = (kept, at) => kept[at + 1].step - kept[at - 1].step;

/** @param {Moment} moment */
const mostOf = ({ images }) => Math.max(FEWEST_MOMENTS, Math.min(MOST_MOMENTS, Math.floor(BUDGET_BYTES / images.data.byteLength)));
