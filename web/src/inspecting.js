// Looking inside a GAN of images: what is asked of the server, and which images the reader has chosen for it.
import { signal } from "../vendor/signals.js";
import { command } from "./protocol.js";
import { texts } from "./texts.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./protocol.js").Inspection} Inspection */
/** @typedef {import("./protocol.js").Frame} Frame */
/** @typedef {import("./protocol.js").ErrorEvent} ErrorEvent */
/** @typedef {"fake"|"real"} Side */
/** @typedef {{side: Side, index: number}} Place an image among those shown */
/** @typedef {"line"|"grid"|"arithmetic"|"directions"} Tool */
/** @typedef {"line"|"grid"|"a"|"b"|"c"|"directions"} Group images chosen for one purpose */

/** @type {readonly Tool[]} */
export const TOOLS = ["line", "grid", "arithmetic", "directions"];

/** How many images a group takes; another one takes the place of the oldest. @type {Record<Group, number>} */
export const MOST = { line: 8, grid: 3, a: 16, b: 16, c: 16, directions: 1 };

/** @type {Record<Group, number[]>} */
const FIRST = { line: [0, 1], grid: [0, 1, 2], a: [], b: [], c: [], directions: [0] };

/** Groups whose images are marked with a letter; those of the others with their order. */
const LETTERS = /** @type {const} */ (["a", "b", "c"]);

/** Asks, and hands each answer to who asked. */
export class Inspecting {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    /** The image that one looks at in large. */
    this.looked = signal(/** @type {Place|null} */ (null));
    this.tool = signal(/** @type {Tool} */ ("line"));
    /** The group that a press on a generated image is for; null: it opens the image. */
    this.picking = signal(/** @type {Group|null} */ (null));
    this.groups = signal(FIRST);
    /** Around the middle of the noise instead of straight through it. */
    this.spherical = signal(true);
    /** What spans the grid. */
    this.spannedBy = signal(/** @type {"fakes"|"directions"} */ ("fakes"));
    /** Standard deviations along each leading direction. */
    this.amounts = signal(/** @type {number[]} */ ([]));
    /** @type {Map<number, {resolve: (found: Inspection) => void, reject: (error: Error) => void}>} */
    this.waiting = new Map();
  }

  /**
   * @param {string} id of an inspection
   * @param {Record<string, any>} params
   * @returns {Promise<Inspection>} rejected with a sentence for the reader
   */
  ask(id, params) {
    return new Promise((resolve, reject) => {
      const request = this.store.send(command.inspect(id, params));
      if (request) this.waiting.set(request, { resolve, reject });
      else reject(new Error(texts.offline));
    });
  }

  /** Takes what a frame answers. @param {Pick<Frame, "request"|"inspection">} frame */
  take({ request, inspection }) {
    if (!request || !inspection) return;
    this.waiting.get(request)?.resolve(inspection);
    this.waiting.delete(request);
  }

  /** Takes a refusal. @param {ErrorEvent} error @returns {boolean} whether it was of something asked here */
  refuse({ request, message }) {
    const waiting = request ? this.waiting.get(request) : undefined;
    if (!request || !waiting) return false;
    this.waiting.delete(request);
    waiting.reject(new Error(message));
    return true;
  }

  /** No answer will come any more to what was asked. */
  forget() {
    for (const { reject } of this.waiting.values()) reject(new Error(texts.offline));
    this.waiting.clear();
  }

  /** Another run has begun: its directions are others. */
  anew() {
    this.amounts.value = [];
  }

  /** Another tool; images are chosen for it only when the reader says so. @param {Tool} tool */
  choose(tool) {
    this.tool.value = tool;
    this.picking.value = null;
  }

  /** Begins to choose images for a group, or ends it. @param {Group} group */
  togglePicking(group) {
    this.picking.value = this.picking.peek() === group ? null : group;
  }

  /** A press on an image: it is chosen, or shown in large. @param {Side} side @param {number} index */
  press(side, index) {
    const group = this.picking.peek();
    if (group === null || side === "real") this.looked.value = { side, index };
    else this.toggle(group, index);
  }

  /** @param {Group} group @param {number} index */
  toggle(group, index) {
    const before = this.groups.peek();
    const others = before[group].filter((pick) => pick !== index);
    const picks = others.length < before[group].length ? others : [...others, index].slice(-MOST[group]);
    this.groups.value = { ...before, [group]: picks };
  }

  /**
   * What a generated image is marked with while images are chosen.
   * @param {number} index
   * @returns {string} its place on the way, or the letters of its groups; empty: it is in none
   */
  markOf(index) {
    const group = this.picking.value;
    const groups = this.groups.value;
    if (group === null) return "";
    if (this.tool.value === "arithmetic") {
      return LETTERS.filter((letter) => groups[letter].includes(index)).join("").toUpperCase();
    }
    const at = groups[group].indexOf(index);
    return at < 0 ? "" : String(at + 1);
  }
}

/**
 * @typedef {object} Goal what one wants to be told
 * @property {string} id
 * @property {Record<string, any>} params
 * @property {number} step of the run: at another one the answer is old
 * @property {number} [everyMs] not more often than this while only the step changes
 */

/** @typedef {{found: Inspection|null, error: string|null}} Told */

/** Keeps one answer up to date: one question at a time, always the newest one. */
export class InspectionLine {
  /**
   * @param {(id: string, params: Record<string, any>) => Promise<Inspection>} ask
   * @param {(told: Told) => void} tell
   * @param {{now: () => number, after: (run: () => void, delayMs: number) => any, cancel: (timer: any) => void}} clock
   */
  constructor(ask, tell, clock) {
    this.ask = ask;
    this.tell = tell;
    this.clock = clock;
    /** @type {Goal|null} */
    this.goal = null;
    this.asked = { key: "", step: -1, atMs: -Infinity };
    this.busy = false;
    this.timer = /** @type {any} */ (null);
  }

  /** @param {Goal|null} goal null: nothing more */
  want(goal) {
    this.goal = goal;
    this.run();
  }

  run() {
    this.clock.cancel(this.timer);
    const { goal, asked } = this;
    if (!goal || this.busy) return;
    const key = JSON.stringify([goal.id, goal.params]);
    if (key === asked.key && goal.step === asked.step) return;
    const waitMs = key === asked.key ? asked.atMs + (goal.everyMs ?? 0) - this.clock.now() : 0;
    if (waitMs > 0) {
      this.timer = this.clock.after(() => this.run(), waitMs);
      return;
    }
    this.asked = { key, step: goal.step, atMs: this.clock.now() };
    this.busy = true;
    void this.hear(goal);
  }

  /** @param {Goal} goal */
  async hear({ id, params }) {
    const told = await this.ask(id, params).then(
      (found) => ({ found, error: null }),
      (error) => ({ found: null, error: error.message }),
    );
    this.busy = false;
    if (this.goal) this.tell(told);
    this.run();
  }

  /** The next answer is wanted even if nothing has changed, as after a break. */
  forget() {
    this.asked = { key: "", step: -1, atMs: -Infinity };
  }
}
