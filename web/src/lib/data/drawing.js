// A drawing of points: strokes of a brush that sprays or erases, and the way back.
import { snap } from "../point-codec.js";
import { PLANE } from "./limits.js";

/** @typedef {import("../point-codec.js").Point} Point */

/**
 * @typedef {object} Brush
 * @property {number} radius in plane units
 * @property {boolean} erases
 * @property {number} pressure 0 to 1; a half is usual
 */

/** Points per unit of a stroke's length: of a thin brush, and more the wider it is. */
const THIN_RATE = 40;
const RATE_PER_RADIUS = 400;

/** Points of a dab, which moves nowhere. */
const DAB_PER_RADIUS = 40;

/** Steps back that are kept. */
const LONGEST_PAST = 200;

/** Points and how they came to be. Its arrays are never changed, only replaced. */
export class Drawing {
  /**
   * @param {readonly Point[]} points to begin with
   * @param {number} most points it may hold
   * @param {() => number} random spreads the spray
   */
  constructor(points, most, random) {
    this.points = points;
    this.most = most;
    this.random = random;
    /** @type {(readonly Point[])[]} */
    this.past = [];
    /** @type {(readonly Point[])[]} */
    this.future = [];
    /** @type {readonly Point[]|null} what the stroke under way began with */
    this.before = null;
    this.at = { x: 0, y: 0 };
    this.owed = 0;
  }

  get isFull() {
    return this.points.length >= this.most;
  }

  /** Sets the brush down: a dab. @param {number} x @param {number} y @param {Brush} brush */
  begin(x, y, brush) {
    this.end();
    this.before = this.points;
    this.at = { x, y };
    this.owed = 0;
    if (brush.erases) this.erase(x, y, brush.radius);
    else this.spray(x, y, 1 + Math.round(DAB_PER_RADIUS * brush.radius * 2 * brush.pressure), brush.radius);
  }

  /** Draws it on, to a place. @param {number} x @param {number} y @param {Brush} brush */
  moveTo(x, y, brush) {
    if (!this.before) return;
    if (brush.erases) {
      this.erase(x, y, brush.radius);
    } else {
      const length = Math.hypot(x - this.at.x, y - this.at.y);
      this.owed += length * (THIN_RATE + RATE_PER_RADIUS * brush.radius) * 2 * brush.pressure;
      const count = Math.floor(this.owed);
      this.owed -= count;
      this.spray(x, y, count, brush.radius);
    }
    this.at = { x, y };
  }

  /** Lifts the brush: what was done since it was set down can be undone in one step. */
  end() {
    if (this.before && this.before !== this.points) this.remember(this.before);
    this.before = null;
  }

  clear() {
    this.end();
    if (this.points.length === 0) return;
    this.remember(this.points);
    this.points = [];
  }

  undo() {
    this.end();
    const earlier = this.past.pop();
    if (!earlier) return;
    this.future.push(this.points);
    this.points = earlier;
  }

  redo() {
    this.end();
    const later = this.future.pop();
    if (!later) return;
    this.past.push(this.points);
    this.points = later;
  }

  /** @param {readonly Point[]} points */
  remember(points) {
    this.past = [...this.past, points].slice(-LONGEST_PAST);
    this.future = [];
  }

  /**
   * Adds points around the way from where the brush was, evenly within its circle.
   * @param {number} x
   * @param {number} y
   * @param {number} count
   * @param {number} radius
   */
  spray(x, y, count, radius) {
    const { random, at } = this;
    const added = [];
    for (let i = 0; i < Math.min(count, this.most - this.points.length); i += 1) {
      const along = random();
      const angle = 2 * Math.PI * random();
      const off = radius * Math.sqrt(random());
      const px = snap(at.x + along * (x - at.x) + off * Math.cos(angle));
      const py = snap(at.y + along * (y - at.y) + off * Math.sin(angle));
      if (Math.abs(px) <= PLANE && Math.abs(py) <= PLANE) added.push(/** @type {Point} */ ([px, py]));
    }
    if (added.length > 0) this.points = [...this.points, ...added];
  }

  /** Takes away what the brush passes over on its way. @param {number} x @param {number} y @param {number} radius */
  erase(x, y, radius) {
    const { at } = this;
    const [dx, dy] = [x - at.x, y - at.y];
    const length = dx * dx + dy * dy;
    const kept = this.points.filter(([px, py]) => {
      const along = length > 0 ? ((px - at.x) * dx + (py - at.y) * dy) / length : 0;
      const nearest = Math.min(1, Math.max(0, along));
      return Math.hypot(px - at.x - nearest * dx, py - at.y - nearest * dy) > radius;
    });
    if (kept.length < this.points.length) this.points = kept;
  }
}
