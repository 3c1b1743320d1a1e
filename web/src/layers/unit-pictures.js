// What the units of a layer put out, as a table of small heatmaps.
import { mixColours, verdictPixels } from "../lib/palette.js";

/** @typedef {import("../protocol.js").Grid} Grid */
/** @typedef {import("../lib/palette.js").Palette} Palette */
/** @typedef {{columns: number, rows: number, cell: number}} Table `cell` is the side of a picture in CSS pixels */

const GAP = 3;
const MOST_CELL = 56;

/**
 * The table in which so many pictures are largest.
 * @param {number} count
 * @param {number} width in CSS pixels
 * @param {number} height
 * @returns {Table}
 */
export function tableFor(count, width, height) {
  let best = { columns: count, rows: 1, cell: 0 };
  for (let rows = 1; rows <= count; rows += 1) {
    const columns = Math.ceil(count / rows);
    const across = (width + GAP) / columns - GAP;
    const down = (height + GAP) / rows - GAP;
    const cell = Math.floor(Math.min(across, down, MOST_CELL));
    if (cell > best.cell) best = { columns, rows, cell };
  }
  return best;
}

/** Height of a table in CSS pixels. @param {Table} table */
export const tableHeight = ({ rows, cell }) => rows * (cell + GAP) - GAP;

/**
 * Five colours from the lowest to the highest output, the background in the middle.
 * @param {Palette} palette
 * @param {"generator"|"discriminator"} player
 */
export function unitRamp({ text2, plotBg, d, g }, player) {
  const high = player === "generator" ? g : d;
  return [text2, mixColours(plotBg, text2, 0.45), plotBg, mixColours(plotBg, high, 0.45), high];
}

/** Draws tables of units; keeps what it needs for that between two drawings. */
export class UnitPainter {
  /** @param {(width: number, height: number) => OffscreenCanvas} createCanvas */
  constructor(createCanvas) {
    this.createCanvas = createCanvas;
    /** @type {OffscreenCanvasRenderingContext2D|null} */
    this.sheet = null;
    /** @type {ImageData|null} */
    this.image = null;
    /** @type {Uint32Array} of that image */
    this.pixels = new Uint32Array(0);
    /** @type {Uint32Array} of the outputs 0..255 */
    this.colours = new Uint32Array(0);
    /** @type {Palette|null} */
    this.palette = null;
  }

  /**
   * @param {CanvasRenderingContext2D} ctx in CSS pixels
   * @param {Grid} units (u, rows, columns) of bytes, row 0 at the lower edge
   * @param {Table} table
   * @param {Palette} palette
   * @param {"generator"|"discriminator"} player
   */
  draw(ctx, { data, shape }, table, palette, player) {
    const [count, high, wide] = shape;
    if (this.palette !== palette) {
      this.palette = palette;
      this.colours = verdictPixels(unitRamp(palette, player));
    }
    const { sheet, image } = this.sheetOf(wide, high * count);
    for (let unit = 0; unit < count; unit += 1) {
      for (let row = 0; row < high; row += 1) {
        const from = (unit * high + high - 1 - row) * wide; // row 0 is the lowest, of the picture the top
        const to = (unit * high + row) * wide;
        for (let column = 0; column < wide; column += 1) {
          this.pixels[to + column] = this.colours[data[from + column]];
        }
      }
    }
    sheet.putImageData(image, 0, 0);
    ctx.imageSmoothingEnabled = false;
    const step = table.cell + GAP;
    for (let unit = 0; unit < count; unit += 1) {
      const x = (unit % table.columns) * step;
      const y = Math.floor(unit / table.columns) * step;
      ctx.drawImage(sheet.canvas, 0, unit * high, wide, high, x, y, table.cell, table.cell);
    }
  }

  /** One column of pictures under each other. @param {number} width @param {number} height */
  sheetOf(width, height) {
    if (!this.sheet || !this.image || this.image.width !== width || this.image.height !== height) {
      const sheet = this.createCanvas(width, height).getContext("2d", { alpha: false });
      if (!sheet) throw new Error("expected a 2D context for the units, got none");
      this.sheet = sheet;
      this.image = sheet.createImageData(width, height);
      this.pixels = new Uint32Array(this.image.data.buffer);
    }
    return { sheet: this.sheet, image: this.image };
  }
}
