// From the plane's units to the pixels of a square picture, y up.

const MINIATURE_SIDE = 200;

/** Whether a picture is a miniature, which shows the shape of the whole. @param {number} side in CSS pixels */
export function isMiniature(side) {
  return side < MINIATURE_SIDE;
}

/** The map between plane and picture, fixed between two changes of size or of data. */
export class PlaneScale {
  /**
   * @param {readonly [number, number, number, number]} extent x_min, x_max, y_min, y_max
   * @param {number} side of the picture in CSS pixels
   * @param {number} ratio device pixels in a CSS pixel
   */
  constructor([xMin, xMax, yMin, yMax], side, ratio) {
    if (!(xMax > xMin && yMax > yMin)) {
      throw new Error(`expected a plane of positive size, got ${[xMin, xMax, yMin, yMax]}`);
    }
    this.side = side;
    this.ratio = ratio;
    this.xMin = xMin;
    this.yMax = yMax;
    this.perX = side / (xMax - xMin);
    this.perY = side / (yMax - yMin);
  }

  /** Pixels from the left. @param {number} x in plane units */
  x(x) {
    return (x - this.xMin) * this.perX;
  }

  /** Pixels from the top. @param {number} y in plane units */
  y(y) {
    return (this.yMax - y) * this.perY;
  }

  /** Whether a place in pixels lies within the picture. @param {number} px @param {number} py */
  holds(px, py) {
    return px >= 0 && py >= 0 && px <= this.side && py <= this.side;
  }

  /** Whether the picture is a miniature. */
  get isMiniature() {
    return isMiniature(this.side);
  }

  /** Radius of a sample's dot in CSS pixels: smaller where there is less room. */
  get dotRadius() {
    if (this.side >= 500) return 3;
    if (this.side >= 300) return 2.5;
    return this.isMiniature ? 1.2 : 2;
  }

  /** Width of the halo around a dot in CSS pixels. */
  get haloWidth() {
    return this.isMiniature ? 0 : 1.25;
  }

  /** Samples of each kind that are drawn. */
  get mostDots() {
    return this.isMiniature ? 220 : Infinity;
  }
}
