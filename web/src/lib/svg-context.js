// A drawing context that writes SVG: what a layer draws on a canvas becomes shapes that stay sharp.
//
// It knows the calls that layers make and no others. Coordinates are written in device pixels, with
// the transform applied; whoever puts the shapes into a document scales them back.

/** @typedef {{a: number, d: number, e: number, f: number}} Transform x → a x + e, y → d y + f */

/** Text inside an element or an attribute. @param {string} text */
export function escapeXml(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A coordinate with as many decimals as an eye may see. @param {number} value */
export const short = (value) => String(Math.round(value * 100) / 100);

/**
 * A paint's attributes. Not every program reads rgba().
 * @param {"fill"|"stroke"} what
 * @param {string} colour
 * @param {number} alpha
 */
export function paint(what, colour, alpha) {
  const parts = /^rgba\(([^,]+),([^,]+),([^,]+),([^,]+)\)$/.exec(colour);
  const solid = parts ? `rgb(${parts[1].trim()},${parts[2].trim()},${parts[3].trim()})` : colour;
  const opacity = alpha * (parts ? Number(parts[4]) : 1);
  return `${what}="${escapeXml(solid)}"${opacity < 1 ? ` ${what}-opacity="${short(opacity)}"` : ""}`;
}

/** Shapes to be placed many times: what a layer takes for a small picture. */
class Stamp {
  /** @param {string} id @param {string[]} shapes */
  constructor(id, shapes) {
    this.id = id;
    this.shapes = shapes;
  }
}

/** Everything that one document shares among its contexts. */
export class SvgDrawing {
  /** @param {(width: number, height: number) => HTMLCanvasElement} createRaster for what has no shapes */
  constructor(createRaster) {
    this.createRaster = createRaster;
    /** @type {Stamp[]} */
    this.stamps = [];
  }

  /** Stands in for a canvas: opaque ones are pictures of pixels, the others are stamps. @param {number} width @param {number} height @returns {any} */
  createCanvas = (width, height) => {
    const shapes = new SvgContext();
    return {
      getContext: (/** @type {string} */ kind, /** @type {{alpha?: boolean}} */ options) =>
        options?.alpha === false ? this.createRaster(width, height).getContext(kind, options) : shapes,
      transferToImageBitmap: () => {
        const stamp = new Stamp(`stamp-${this.stamps.length}`, shapes.shapes);
        this.stamps.push(stamp);
        return stamp;
      },
    };
  };

  /** @returns {string} the stamps that were used, for the document's definitions */
  definitions(/** @type {string} */ body) {
    const used = this.stamps.filter(({ id }) => body.includes(`"#${id}"`));
    return used.map(({ id, shapes }) => `<g id="${id}">${shapes.join("")}</g>`).join("");
  }
}

/** The calls of CanvasRenderingContext2D that layers make, as shapes. */
export class SvgContext {
  constructor() {
    /** @type {string[]} */
    this.shapes = [];
    this.path = "";
    /** The circle that the path is, when it is one and nothing else. @type {string|null} */
    this.circle = null;
    /** @type {Transform} */
    this.transform = { a: 1, d: 1, e: 0, f: 0 };
    /** @type {number[]} */
    this.dash = [];
    this.globalAlpha = 1;
    this.fillStyle = "#000";
    this.strokeStyle = "#000";
    this.lineWidth = 1;
    this.lineJoin = "miter";
    this.lineCap = "butt";
    this.font = "10px sans-serif";
    this.textAlign = "start";
    this.imageSmoothingEnabled = true;
    this.imageSmoothingQuality = "low";
  }

  /** @param {number} a @param {number} _b @param {number} _c @param {number} d @param {number} e @param {number} f */
  setTransform(a, _b, _c, d, e, f) {
    this.transform = { a, d, e, f };
  }

  /** @param {number} x @param {number} y */
  translate(x, y) {
    const { a, d, e, f } = this.transform;
    this.transform = { a, d, e: e + a * x, f: f + d * y };
  }

  /** @param {number} x @param {number} y */
  scale(x, y) {
    const { a, d, e, f } = this.transform;
    this.transform = { a: a * x, d: d * y, e, f };
  }

  /** @param {number[]} lengths */
  setLineDash(lengths) {
    this.dash = lengths;
  }

  beginPath() {
    this.path = "";
    this.circle = null;
  }

  /** @param {number} x @param {number} y */
  at(x, y) {
    const { a, d, e, f } = this.transform;
    return `${short(a * x + e)} ${short(d * y + f)}`;
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.path += `M${this.at(x, y)}`;
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this.path += `${this.path ? "L" : "M"}${this.at(x, y)}`;
  }

  closePath() {
    this.path += "Z";
  }

  /** A whole circle, which is all that layers draw of arcs. @param {number} x @param {number} y @param {number} radius */
  arc(x, y, radius) {
    const { a, d, e, f } = this.transform;
    const r = short(a * radius);
    if (!this.path) this.circle = `cx="${short(a * x + e)}" cy="${short(d * y + f)}" r="${r}"`;
    this.path += `M${this.at(x - radius, y)}A${r} ${r} 0 1 1 ${this.at(x + radius, y)}A${r} ${r} 0 1 1 ${this.at(x - radius, y)}Z`;
  }

  fill() {
    this.draw(paint("fill", this.fillStyle, this.globalAlpha));
  }

  stroke() {
    const width = short(this.lineWidth * this.transform.a);
    const dash = this.dash.map((length) => short(length * this.transform.a)).join(" ");
    this.draw(
      `fill="none" ${paint("stroke", this.strokeStyle, this.globalAlpha)} stroke-width="${width}"` +
        `${this.lineJoin === "miter" ? "" : ` stroke-linejoin="${this.lineJoin}"`}${dash && ` stroke-dasharray="${dash}"`}`,
    );
  }

  /** @param {string} text @param {number} x @param {number} y */
  fillText(text, x, y) {
    this.write(text, x, y, paint("fill", this.fillStyle, this.globalAlpha));
  }

  /** @param {string} text @param {number} x @param {number} y */
  strokeText(text, x, y) {
    const line = `stroke-width="${short(this.lineWidth * this.transform.a)}" stroke-linejoin="${this.lineJoin}"`;
    this.write(text, x, y, `fill="none" ${paint("stroke", this.strokeStyle, this.globalAlpha)} ${line}`);
  }

  /** @param {string} text @param {number} x @param {number} y @param {string} attributes */
  write(text, x, y, attributes) {
    const { a, d, e, f } = this.transform;
    const [, weight, size, family] = /^(\d+ )?([\d.]+)px (.+)$/.exec(this.font) ?? [];
    const font = `font-family="${escapeXml(family)}" font-size="${short(a * Number(size))}"${weight ? ` font-weight="${weight.trim()}"` : ""}`;
    const anchor = this.textAlign === "center" ? ' text-anchor="middle"' : "";
    this.shapes.push(
      `<text x="${short(a * x + e)}" y="${short(d * y + f)}" ${font}${anchor} ${attributes}>${escapeXml(text)}</text>`,
    );
  }

  /** @param {string} attributes */
  draw(attributes) {
    if (!this.path) return;
    const alone = this.circle !== null && this.path.indexOf("M", 1) < 0;
    this.shapes.push(alone ? `<circle ${this.circle} ${attributes}/>` : `<path d="${this.path}" ${attributes}/>`);
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  fillRect(x, y, width, height) {
    const { a, d, e, f } = this.transform;
    const box = `x="${short(a * x + e)}" y="${short(d * y + f)}" width="${short(a * width)}" height="${short(d * height)}"`;
    this.shapes.push(`<rect ${box} ${paint("fill", this.fillStyle, this.globalAlpha)}/>`);
  }

  /** @param {Stamp|HTMLCanvasElement} image @param {number} x @param {number} y @param {number} [width] @param {number} [height] */
  drawImage(image, x, y, width = 0, height = 0) {
    const { a, d, e, f } = this.transform;
    const place = `x="${short(a * x + e)}" y="${short(d * y + f)}"`;
    if (image instanceof Stamp) {
      this.shapes.push(`<use href="#${image.id}" ${place}/>`);
      return;
    }
    const cells = image.width <= MOST_CELLS ? ' image-rendering="pixelated"' : "";
    this.shapes.push(
      `<image ${place} width="${short(a * width)}" height="${short(d * height)}"${cells} ` +
        `preserveAspectRatio="none" href="${image.toDataURL("image/png")}"/>`,
    );
  }
}

/** A picture of no more pixels than this is a grid of cells, which keep their edges. */
const MOST_CELLS = 128;
