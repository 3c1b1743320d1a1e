// The density model that one looks at beside the GAN: what was chosen, and what the server says of it.
import { signal } from "../vendor/signals.js";
import { controlId } from "./controls/ids.js";
import { askable, shortDensity } from "./link-density.js";
import { command } from "./protocol.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./protocol.js").Choice} Choice */
/** @typedef {import("./protocol.js").Frame} Frame */
/** @typedef {import("./protocol.js").DensityFacts} DensityFacts */
/** @typedef {import("./protocol.js").Grid} Grid */

/** The registry's name, and what the ids of its controls begin with. */
const REGISTRY = "densities";
export const DENSITY_CONTROL = "density-model";

/** One choice and its picture, which the server sends once. */
export class Density {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    /** What the newest frame says; null while none is looked at. */
    this.facts = signal(/** @type {DensityFacts|null} */ (null));
    /** What an address asks for. */
    this.followed = signal(/** @type {Choice|null} */ (null));
    /** @type {{fit: number, grid: Grid}|null} */
    this.picture = null;
    this.said = "";
    /** The newest facts, also of one that is hidden now. @type {DensityFacts|null} */
    this.last = null;
  }

  /** What a view command asks for. @param {boolean} shown @returns {Choice|null} */
  wanted(shown) {
    const followed = this.followed.value;
    if (!shown) return null;
    const catalog = this.store.catalog.peek();
    if (this.last) return { id: this.last.id, params: this.last.params };
    const asked = askable(catalog, followed);
    if (asked) return asked;
    const [first] = catalog?.registries[REGISTRY] ?? [];
    return first ? { id: first.id, params: {} } : null;
  }

  /** Shows what an address asks for, in the place of what was chosen. @param {Choice|null} density */
  follow(density) {
    this.last = null;
    this.followed.value = density && { ...density };
  }

  /** What goes into an address. @param {boolean} shown @returns {Choice|null} */
  linked(shown) {
    const facts = this.facts.value;
    const present = facts ? { id: facts.id, params: facts.params } : this.followed.value;
    return shown ? shortDensity(this.store.catalog.value, present) : null;
  }

  /** Another model, with its usual parameters. @param {string} id */
  chooseModel(id) {
    this.choose(DENSITY_CONTROL, { id, params: {} }, id);
  }

  /** @param {string} name @param {any} value of the parameter */
  chooseParam(name, value) {
    const facts = this.facts.peek();
    if (!facts) return;
    const { id, params } = facts;
    this.choose(controlId("density", name), { id, params: { ...params, [name]: value } }, value);
  }

  /** @param {string} control @param {{id: string, params: Record<string, any>}} density @param {any} value */
  choose(control, density, value) {
    this.store.submit(control, command.view({ density }), value);
  }

  /**
   * Takes a frame as it comes off the wire and puts the picture into it, which came with another.
   * @param {Frame} frame
   */
  take(frame) {
    const control = this.store.asking.answered(frame.request);
    if (control) this.store.asking.markApplied(control);
    const facts = frame.density;
    if (facts && frame.arrays.density) this.picture = { fit: facts.fit, grid: frame.arrays.density };
    if (facts?.status === "ready" && facts.fit === this.picture?.fit) frame.arrays.density = this.picture.grid;
    const said = facts ? JSON.stringify(facts) : "";
    if (said === this.said) return; // as in most frames
    this.said = said;
    this.last = facts ?? this.last; // what was chosen before it was hidden
    this.facts.value = facts ?? null;
  }
}
