// The instruments that one reads: which were chosen, what each said last, and its past.
import { signal } from "../vendor/signals.js";
import { Columns } from "./history.js";

/** @typedef {import("./protocol.js").Frame} Frame */
/** @typedef {import("./protocol.js").Entry} Entry */
/** @typedef {import("./protocol.js").Reading} Reading */
/** @typedef {import("./protocol.js").Grid} Grid */

/** An instrument is read twice a second at most: so many are a long run. */
const CAPACITY = 1024;

/** The one whose value is drawn beside D's loss. */
export const OPTIMAL_VALUE = "optimal_value";

/** What is shown to who has chosen nothing yet. @type {Record<import("./scene.js").Scene, string[]>} */
const USUAL = { plane: [], image: ["image_frechet", "image_classes"] };

/** Chosen instruments and their readings; the server measures nothing else. */
export class Instruments {
  /** @param {import("./scene.js").Scene} [scene] */
  constructor(scene = "plane") {
    /** Ids in the order of choice. */
    this.chosen = signal(USUAL[scene]);
    this.dialogOpen = signal(false);
    /** The newest of each in this run. */
    this.readings = signal(/** @type {Record<string, Reading>} */ ({}));
    /** Images that readings speak of, by the instrument's id. */
    this.pictures = signal(/** @type {Record<string, Grid>} */ ({}));
    /** @type {Map<string, Columns>} */
    this.columns = new Map();
  }

  /** What to ask the server for: it refuses names that it does not know. @param {Entry[]} known */
  wanted(known) {
    return this.chosen.value.filter((id) => known.some((entry) => entry.id === id));
  }

  /** Puts an instrument on the page, or takes it off. @param {string} id */
  toggle(id) {
    const before = this.chosen.peek();
    this.chosen.value = before.includes(id) ? before.filter((other) => other !== id) : [...before, id];
  }

  /** Takes what a frame says. @param {Frame} frame */
  take({ instruments, arrays }) {
    if (!instruments) return;
    this.readings.value = { ...this.readings.peek(), ...instruments };
    if (arrays?.imagePairs) this.pictures.value = { image_pairs: arrays.imagePairs };
    for (const [id, { value, step = 0 }] of Object.entries(instruments)) {
      if (value === undefined) continue;
      const known = this.columns.get(id) ?? new Columns(1, CAPACITY);
      this.columns.set(id, known);
      known.push(step, [value]);
    }
  }

  /** The past of one. @param {string} id @returns {import("./views/line-chart.js").CurveData} */
  past(id) {
    const columns = this.columns.get(id);
    return columns ? { steps: columns.steps, values: [columns.values(0)] } : { steps: [], values: [[]] };
  }

  /** Another run, or an earlier step of it, has begun. */
  forget() {
    if (Object.keys(this.readings.peek()).length === 0) return;
    this.readings.value = {};
    this.pictures.value = {};
    this.columns.clear();
  }
}
