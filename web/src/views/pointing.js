// Choosing a sample of the picture: by mouse, by touch, or by the arrow keys.
import { nearestSample, nextSample } from "../lib/samples.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../lib/samples.js").Sample} Sample */
/** @typedef {import("../lib/scale.js").PlaneScale} PlaneScale */

/** A finger hides what it points at, so it may miss by more. */
const REACH = { mouse: 14, pen: 14, touch: 28 };

/** @type {Record<string, [number, number]>} */
const STEPS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Handlers of one plot; they set the signal of the chosen sample. */
export class Pointing {
  /**
   * @param {Store} store
   * @param {import("../../vendor/signals.js").Signal<Sample|null>} hover
   * @param {() => PlaneScale|null} scaleNow of the picture as drawn
   */
  constructor(store, hover, scaleNow) {
    this.store = store;
    this.hover = hover;
    this.scaleNow = scaleNow;
  }

  /** @param {PointerEvent} event */
  onPointerMove = (event) => {
    if (event.pointerType !== "touch") this.pointAt(event);
  };

  /** @param {PointerEvent} event */
  onPointerDown = (event) => {
    this.pointAt(event);
  };

  /** @param {PointerEvent} event a finger that leaves has only been lifted */
  onPointerLeave = (event) => {
    if (event.pointerType !== "touch") this.clear();
  };

  /** @param {KeyboardEvent} event */
  onKeyDown = (event) => {
    if (event.key === "Escape") this.clear();
    const step = STEPS[event.key];
    const scale = this.scaleNow();
    if (!step || !scale || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const from = this.hover.peek();
    const middle = scale.side / 2;
    this.choose(
      from
        ? nextSample(this.samples(), scale, from, ...step)
        : nearestSample(this.samples(), scale, middle, middle, Infinity),
    );
  };

  clear = () => {
    this.choose(null);
  };

  /** @param {PointerEvent} event */
  pointAt(event) {
    const scale = this.scaleNow();
    if (!scale) return;
    const reach = REACH[/** @type {keyof typeof REACH} */ (event.pointerType)] ?? REACH.mouse;
    this.choose(nearestSample(this.samples(), scale, event.offsetX, event.offsetY, reach));
  }

  /** The samples one sees, fakes last because they are drawn above. */
  samples() {
    const { real, fake } = this.store.frame.peek()?.arrays ?? {};
    const shown = this.store.layers.peek();
    return { ...(shown.real && real && { real }), ...(shown.fake && fake && { fake }) };
  }

  /** @param {Sample|null} sample */
  choose(sample) {
    const now = this.hover.peek();
    if (now?.kind !== sample?.kind || now?.index !== sample?.index) this.hover.value = sample;
  }
}
