// Between noise and what the generator makes of it: the noise, fitted into the plane, on its way.
import { noiseExtent, placeNoise } from "./noise.js";

/** @typedef {import("../protocol.js").Frame} Frame */
/** @typedef {readonly [number, number, number, number]} Extent */

/** Part of the plane that the noise fills. */
const FILLED = 0.84;

/** Makes frames in between; what it hands out is good until the next call. */
export class Morph {
  constructor() {
    this.manifold = new Float32Array(0);
    this.fake = new Float32Array(0);
    /** @type {Extent|null} of the noise, as it was when this began */
    this.square = null;
  }

  /**
   * The frame with manifold and fakes on their way; the frame itself where it does not hold the
   * noise behind them.
   * @param {Frame} frame
   * @param {number} part 0 for the noise, 1 for what the generator makes of it
   * @param {Extent} extent of the plane
   * @returns {Frame}
   */
  at(frame, part, extent) {
    const { manifold, lattice, fake, noise } = frame.arrays;
    if (!manifold || !lattice || !noise || lattice.data.length !== manifold.data.length) return frame;
    this.square ??= noiseExtent(noise);
    const toPlane = fit(this.square, extent);
    if (this.manifold.length !== manifold.data.length) this.manifold = new Float32Array(manifold.data.length);
    mix(lattice.data, manifold.data, part, toPlane, this.manifold);
    const arrays = { ...frame.arrays, manifold: { data: this.manifold, shape: manifold.shape } };
    return { ...frame, arrays: fake ? { ...arrays, fake: this.fakes(noise, fake, part, toPlane) } : arrays };
  }

  /**
   * @param {import("../protocol.js").Grid} noise
   * @param {Float32Array} fake
   * @param {number} part
   * @param {Fit} toPlane
   */
  fakes(noise, fake, part, toPlane) {
    if (this.fake.length !== fake.length) this.fake = new Float32Array(fake.length);
    placeNoise(noise, this.fake);
    mix(this.fake, fake, part, toPlane, this.fake);
    return this.fake;
  }
}

/** @typedef {{scale: number, x: number, y: number}} Fit from noise to the plane: times scale, plus x or y */

/**
 * The map of a square onto the middle of the plane.
 * @param {Extent} square
 * @param {Extent} extent
 * @returns {Fit}
 */
function fit([left, right, bottom, top], [xMin, xMax, yMin, yMax]) {
  const scale = (FILLED * Math.min(xMax - xMin, yMax - yMin)) / (right - left);
  return {
    scale,
    x: (xMin + xMax) / 2 - (scale * (left + right)) / 2,
    y: (yMin + yMax) / 2 - (scale * (bottom + top)) / 2,
  };
}

/**
 * @param {ArrayLike<number>} from places of noise, x, y of each
 * @param {ArrayLike<number>} to
 * @param {number} part
 * @param {Fit} toPlane
 * @param {Float32Array} mixed filled in
 */
function mix(from, to, part, { scale, x, y }, mixed) {
  for (let i = 0; i < mixed.length; i += 2) {
    mixed[i] = (1 - part) * (scale * from[i] + x) + part * to[i];
    mixed[i + 1] = (1 - part) * (scale * from[i + 1] + y) + part * to[i + 1];
  }
}
