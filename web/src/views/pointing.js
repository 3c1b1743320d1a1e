// Choosing a sample of the picture: by mouse, by touch, or by the arrow keys.
import { nearestSample, nextSample } from "../lib/samples.js";

/** @typedef {import("../lib/samples.js").Sample} Sample */
/** @typedef {import("../lib/samples.js").SamplesByKind} SamplesByKind */
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

/** Handlers of one picture; they set the signal of the chosen sample. */
export class Pointing {
  /**
   * @param {import("../../vendor/signals.js").Signal<Sample|null>} hover
   * @param {() => PlaneScale|null} scaleNow of the picture as drawn
   * @param {() => SamplesByKind} samplesNow the samples that one sees, the uppermost last
   */
  constructor(hover, scaleNow, samplesNow) {
    this.hover = hover;
    this.scaleNow = scaleNow;
    this.samplesNow = samplesNow;
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
        ? nextSample(this.samplesNow(), scale, from, ...step)
        : nearestSample(this.samplesNow(), scale, middle, middle, Infinity),
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
    // by its box on the screen, as the picture may be zoomed
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const perPixel = scale.side / box.width;
    const x = (event.clientX - box.left) * perPixel;
    const y = (event.clientY - box.top) * perPixel;
    this.choose(nearestSample(this.samplesNow(), scale, x, y, reach * perPixel));
  }

  /** @param {Sample|null} sample */
  choose(sample) {
    const now = this.hover.peek();
    if (now?.kind !== sample?.kind || now?.index !== sample?.index) this.hover.value = sample;
  }
}
