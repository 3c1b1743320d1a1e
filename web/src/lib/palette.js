// Colours of the picture: read from the style sheet, never written here.

/**
 * @typedef {object} Palette CSS colours by meaning
 * @property {string} real
 * @property {string} fake
 * @property {string} d
 * @property {string} g
 * @property {string} grad
 * @property {string} density of the model beside the GAN
 * @property {string} rec
 * @property {string} halo around dots, so that they stand out from any heatmap colour
 * @property {string} plotBg
 * @property {string} surface under the charts
 * @property {string} text
 * @property {string} text2
 * @property {string} line
 * @property {string[]} ramp five heatmap colours, #rrggbb, D = 0 to D = 1
 * @property {string[]} classes colours of up to eight classes, told apart by hue
 * @property {string[]} classRamp colours, #rrggbb, between which those of more classes lie
 * @property {boolean} colourBlind fakes differ from reals by shape as well
 */

/**
 * Reads the palette in force.
 * @param {(name: string) => string} read the value of a custom property, such as --real
 * @param {boolean} colourBlind
 * @returns {Palette}
 * @throws {Error} if a property is missing
 */
export function readPalette(read, colourBlind) {
  const colour = (/** @type {string} */ name) => {
    const value = read(name).trim();
    if (!value) throw new Error(`expected the style sheet to define ${name}, got nothing`);
    return value;
  };
  return {
    real: colour("--real"),
    fake: colour("--fake"),
    d: colour("--d"),
    g: colour("--g"),
    grad: colour("--grad"),
    density: colour("--density"),
    rec: colour("--rec"),
    halo: colour("--halo"),
    plotBg: colour("--plot-bg"),
    surface: colour("--surface"),
    text: colour("--text"),
    text2: colour("--text-2"),
    line: colour("--line"),
    ramp: ["--h0", "--h1", "--h2", "--h3", "--h4"].map(colour),
    classes: [1, 2, 3, 4, 5, 6, 7, 8].map((index) => colour(`--class-${index}`)),
    classRamp: [0, 1, 2, 3, 4].map((index) => colour(`--class-r${index}`)),
    colourBlind,
  };
}

/**
 * @param {string} hex #rrggbb
 * @returns {[number, number, number]} 0..255
 */
export function parseHex(hex) {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`expected a colour #rrggbb, got "${hex}"`);
  const bits = parseInt(hex.slice(1), 16);
  return [bits >> 16, (bits >> 8) & 255, bits & 255];
}

/**
 * Where a verdict lies on the heatmap's ramp. The power below 1 makes weak verdicts visible: a
 * discriminator near the equilibrium says 0.45 to 0.55 everywhere.
 * @param {number} d probability of "real", 0..1
 * @returns {number} 0..1, ½ for an undecided verdict
 */
export function verdictPosition(d) {
  const lean = 2 * d - 1;
  return 0.5 + 0.5 * Math.sign(lean) * Math.abs(lean) ** 0.7;
}

/**
 * Colours of the verdicts 0/255 to 255/255, as pixels of a canvas.
 * @param {string[]} ramp colours, #rrggbb, evenly spaced
 * @returns {Uint32Array} (256) bytes r, g, b, 255 in memory on little-endian machines
 */
export function verdictPixels(ramp) {
  const stops = ramp.map(parseHex);
  const pixels = new Uint32Array(256);
  for (let level = 0; level < 256; level += 1) {
    const at = verdictPosition(level / 255) * (stops.length - 1);
    const low = Math.min(Math.floor(at), stops.length - 2);
    const [r, g, b] = stops[low].map((value, channel) =>
      Math.round(value + (stops[low + 1][channel] - value) * (at - low)),
    );
    pixels[level] = ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
  }
  return pixels;
}

/**
 * A colour between two.
 * @param {string} from #rrggbb
 * @param {string} to #rrggbb
 * @param {number} part of `to`, 0..1
 * @returns {string} #rrggbb
 */
export function mixColours(from, to, part) {
  const end = parseHex(to);
  const mixed = parseHex(from).map((value, channel) => Math.round(value + (end[channel] - value) * part));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/**
 * The colour of a class: few differ by hue, many stand in order on a ramp.
 * @param {Pick<Palette, "classes"|"classRamp">} palette
 * @param {number} label from 0
 * @param {number} count of the classes
 * @returns {string}
 */
export function classColour({ classes, classRamp }, label, count) {
  if (count <= classes.length) return classes[label] ?? classes[0];
  const at = (label / (count - 1)) * (classRamp.length - 1);
  const low = Math.min(Math.floor(at), classRamp.length - 2);
  return mixColours(classRamp[low], classRamp[low + 1], at - low);
}
