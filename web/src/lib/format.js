// Numbers and directions as people read them.

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** Numbers keep one width while they change. @param {string} text */
function withMinus(text) {
  return text.replace("-", "−");
}

/** A count: 1900 → "1,900". @param {number} count */
export function formatCount(count) {
  return withMinus(whole.format(count));
}

/**
 * A measured number, to two or three digits: 0.58, 12.3, 1,234, 0.0012, 2.3e−5.
 * @param {number} value
 */
export function formatNumber(value) {
  if (Number.isNaN(value)) return "not a number";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  if (size === 0) return "0.00";
  if (size >= 1e6 || size < 5e-4) return withMinus(value.toExponential(1));
  if (size >= 999.5) return formatCount(value);
  if (size < 9.5e-3) return withMinus(String(+value.toPrecision(2)));
  return withMinus(value.toFixed(size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2));
}

/** A tick of an axis, as short as it can be: 0, 0.5, 1,000, 25k, 3e11. @param {number} value */
export function formatTick(value) {
  const size = Math.abs(value);
  if (size >= 1e9) return withMinus(value.toExponential(0).replace("+", ""));
  if (size >= 1e6) return withMinus(`${+(value / 1e6).toPrecision(3)}M`);
  if (size >= 1e4) return withMinus(`${+(value / 1e3).toPrecision(3)}k`);
  if (size >= 1e3) return formatCount(value);
  return withMinus(String(+value.toPrecision(3)));
}

/**
 * A share of the whole. Only none is 0% and only all is 100%.
 * @param {number} share 0..1
 */
export function formatPercent(share) {
  if (share > 0 && share < 0.005) return "<1%";
  if (share < 1 && share >= 0.995) return ">99%";
  return `${Math.round(share * 100)}%`;
}

/** A place in the plane: "(0.31, −0.33)". @param {number} x @param {number} y */
export function formatPoint(x, y) {
  return `(${withMinus(x.toFixed(2))}, ${withMinus(y.toFixed(2))})`;
}

const DIRECTIONS = [
  "right",
  "up and right",
  "up",
  "up and left",
  "left",
  "down and left",
  "down",
  "down and right",
];

/**
 * The direction of a vector in words, one of eight.
 * @param {number} dx to the right
 * @param {number} dy up
 */
export function directionWords(dx, dy) {
  if (dx === 0 && dy === 0) return "nowhere";
  const eighth = Math.round(Math.atan2(dy, dx) / (Math.PI / 4));
  return DIRECTIONS[(eighth + 8) % 8];
}
