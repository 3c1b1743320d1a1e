// From the plane's units to the pixels of a square picture, y up.

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

  /** Radius of a sample's dot in CSS pixels: smaller where there is less room. */
  get dotRadius() {
    if (this.side >= 500) return 3;
    return this.side >= 300 ? 2.5 : 2;
  }
}
