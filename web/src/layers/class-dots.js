// Dots in the colours of their classes, made when a class is first drawn.
import { classColour } from "../lib/palette.js";
import { drawDots, drawEachDot, prepareDots } from "./dots.js";

/** @typedef {import("../lib/scale.js").PlaneScale} PlaneScale */
/** @typedef {import("./dots.js").Dots} Dots */
/** @typedef {import("./dots.js").Shape} Shape */
/** @typedef {import("./index.js").Look} Look */

/** The dots of one kind of samples: all alike or, where they have labels, each in its class's colour. */
export class ClassDots {
  /**
   * @param {Look} look
   * @param {PlaneScale} scale
   * @param {{colour: string, plain: Shape, labelled: Shape}} kind shapes without labels and with them
   */
  constructor(look, scale, { colour, plain, labelled }) {
    this.look = look;
    this.scale = scale;
    this.shape = labelled;
    this.plain = prepareDots(look, scale, colour, plain);
    this.count = 0;
    /** @type {(Dots|undefined)[]} */
    this.ofClass = [];
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {Float32Array} points (2n)
   * @param {ArrayLike<number>|undefined} labels (n)
   * @param {number} count of the classes
   * @param {PlaneScale} scale
   */
  draw(ctx, points, labels, count, scale) {
    if (!labels || !count || 2 * labels.length !== points.length) return drawDots(ctx, points, scale, this.plain);
    if (count !== this.count) {
      this.count = count;
      this.ofClass = [];
    }
    return drawEachDot(ctx, points, scale, (index) => this.dotsOf(labels[index]));
  }

  /** @param {number} label @returns {Dots} */
  dotsOf(label) {
    const colour = classColour(this.look.palette, label, this.count);
    return (this.ofClass[label] ??= prepareDots(this.look, this.scale, colour, this.shape));
  }
}
