// A person's own data while they make it: the drawing board, the upload sheet, and what they called theirs.
import { signal } from "../vendor/signals.js";
import { Drawing } from "./lib/data/drawing.js";
import { PLANE } from "./lib/data/limits.js";
import { measure, placePoints } from "./lib/data/fit.js";
import { seededRandom } from "./lib/random.js";
import { Upload } from "./upload.js";

/** @typedef {import("./lib/point-codec.js").Point} Point */
/** @typedef {import("./controls/own-points.js").Figure} Figure */
/** @typedef {"drawing"|"data"|"picture"} Origin how a figure was made */
/** @typedef {{fewest: number, most: number}} Limits */

/** Whose origins are remembered: this many figures, the oldest forgotten first. */
const MOST_ORIGINS = 30;

/** A drawing's spray is the same for the same strokes. */
const SPRAY_SEED = 7;

/** A brush that draws a line of dots. */
const FIRST_RADIUS = 0.05;

/** Part of the store: state that has no meaning to the server until it is used. */
export class OwnData {
  constructor() {
    /** The drawing on the board, which then stands in the picture's place; null when it is put away. */
    this.drawing = signal(/** @type {Drawing|null} */ (null));
    /** Counts the changes of the drawing. */
    this.changed = signal(0);
    this.spread = signal(0);
    this.radius = signal(FIRST_RADIUS);
    this.erases = signal(false);
    this.upload = new Upload();
    /** How each figure that was used came about, by its fingerprint. */
    this.origins = signal(/** @type {Record<string, Origin>} */ ({}));
    /** @type {{figure: Figure, basis: string}|null} what was on the board when it was put away */
    this.draft = null;
    /** Which figure the drawing began with. */
    this.basis = "";
  }

  /**
   * Opens the board.
   * @param {Figure|null} figure to be changed; null for a drawing of its own. If the board was put
   *   away with changes of the same, they are still there
   * @param {number} spread of a new drawing
   * @param {Limits} limits
   */
  openBoard(figure, spread, limits) {
    const basis = figure ? fingerprint(figure.points) : "";
    const waits = !figure || this.draft?.basis === basis;
    const begin = (waits && this.draft?.figure) || figure || { points: [], spread };
    this.basis = basis;
    this.spread.value = begin.spread;
    this.erases.value = false;
    this.drawing.value = new Drawing(withinPlane(begin.points), limits.most, seededRandom(SPRAY_SEED));
  }

  /** Puts the board away; what is on it waits there. */
  closeBoard() {
    const drawing = this.drawing.peek();
    if (!drawing) return;
    drawing.end();
    const { points } = drawing;
    this.keep({ points, spread: this.spread.peek() }, this.basis);
    this.drawing.value = null;
  }

  /** Leaves a figure on the board for the next time. @param {Figure} figure @param {string} basis what it began with */
  keep(figure, basis) {
    this.draft = figure.points.length > 0 ? { figure, basis } : null;
  }

  /** Takes note that a figure became the data. @param {Figure} figure @param {Origin} origin */
  used(figure, origin) {
    this.name(figure.points, origin);
    this.keep(figure, fingerprint(figure.points));
  }

  /** Changes the drawing and lets every view know. @param {(drawing: Drawing) => void} act */
  change(act) {
    const drawing = this.drawing.peek();
    if (!drawing) return;
    act(drawing);
    this.changed.value += 1;
  }

  /** Remembers how a figure came about. @param {readonly Point[]} points @param {Origin} origin */
  name(points, origin) {
    const others = Object.entries(this.origins.peek()).slice(1 - MOST_ORIGINS);
    this.origins.value = { ...Object.fromEntries(others), [fingerprint(points)]: origin };
  }

  /** How a figure came about, if that was here. @param {readonly Point[]} points @returns {Origin|undefined} */
  originOf(points) {
    return this.origins.value[fingerprint(points)];
  }
}

/** Points of any place and size, where the board shows them. @param {readonly Point[]} points */
function withinPlane(points) {
  const inside = points.every((point) => point.every((value) => Math.abs(value) <= PLANE));
  if (inside) return points;
  const values = Float64Array.from(points.flat());
  const limits = { fewest: 0, most: points.length, random: seededRandom(SPRAY_SEED) };
  return placePoints(values, measure(values, true), limits);
}

/** FNV-1a of a figure's numbers (Fowler, Noll, Vo 1991). @param {readonly Point[]} points */
function fingerprint(points) {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(points)) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  }
  return `f${hash.toString(16)}`; // a letter first: object keys of digits would change places
}
