// Numbers and directions as people read them, in the page's language.
import { language } from "./language.js";

/** Numbers keep one width while they change. @param {string} text */
function withMinus(text) {
  return text.replaceAll("-", "−");
}

/** Numbers of a vector that are written out. */
const MOST_NUMBERS = 3;

/**
 * The ways in which one language writes numbers.
 * @param {string} locale
 */
export function numbersOf(locale) {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === "decimal");
  const mark = decimal?.value ?? ".";
  const between = mark === "," ? "; " : ", ";

  /** A number for a text field: what JavaScript prints, with this language's mark. @param {string} text */
  const toTyped = (text) => text.replace(".", mark);

  /** A number for reading. @param {string} text */
  const local = (text) => toTyped(withMinus(text));

  /** A count: 1900 → "1,900". @param {number} count */
  const formatCount = (count) => withMinus(whole.format(count));

  /** A number with so many decimals. @param {number} value @param {number} digits */
  const formatFixed = (value, digits) => local(value.toFixed(digits));

  /**
   * A measured number, to two or three digits: 0.58, 12.3, 1,234, 0.0012, 2.3e−5.
   * @param {number} value
   */
  const formatNumber = (value) => {
    if (Number.isNaN(value)) return "NaN";
    if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
    const size = Math.abs(value);
    if (size === 0) return formatFixed(0, 2);
    if (size >= 1e6 || size < 5e-4) return local(value.toExponential(1));
    if (size >= 999.5) return formatCount(value);
    if (size < 9.5e-3) return local(String(+value.toPrecision(2)));
    return formatFixed(value, size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2);
  };

  /** A loss: three decimals, so that one sees it move, until it runs away. @param {number} loss */
  const formatLoss = (loss) => (Math.abs(loss) < 100 ? formatFixed(loss, 3) : formatNumber(loss));

  /** A tick of an axis, as short as it can be: 0, 0.5, 1,000, 25k, 3e11. @param {number} value */
  const formatTick = (value) => {
    const size = Math.abs(value);
    if (size >= 1e9) return local(value.toExponential(0).replace("+", ""));
    if (size >= 1e6) return local(`${+(value / 1e6).toPrecision(3)}M`);
    if (size >= 1e4) return local(`${+(value / 1e3).toPrecision(3)}k`);
    if (size >= 1e3) return formatCount(value);
    return local(String(+value.toPrecision(3)));
  };

  /**
   * A share of the whole. Only none is 0% and only all is 100%.
   * @param {number} part 0..1
   */
  const formatPercent = (part) => {
    if (part > 0 && part < 0.005) return `<${share.format(0.01)}`;
    if (part < 1 && part >= 0.995) return `>${share.format(0.99)}`;
    return share.format(part);
  };

  /** A place in the plane: "(0.31, −0.33)". @param {number} x @param {number} y */
  const formatPoint = (x, y) => `(${formatFixed(x, 2)}${between}${formatFixed(y, 2)})`;

  /** A vector, its first numbers: "(0.31, −0.33, …)". @param {ArrayLike<number>} numbers */
  const formatVector = (numbers) => {
    const shown = Array.from(numbers).slice(0, MOST_NUMBERS).map((value) => formatFixed(value, 2));
    return `(${[...shown, ...(numbers.length > MOST_NUMBERS ? ["…"] : [])].join(between)})`;
  };

  /** A number out of a text field that JavaScript can read. @param {string} typed */
  const toPlain = (typed) => {
    const grouped = mark === "," ? (typed.includes(",") ? /\./g : null) : /,(?=\d{3}(\D|$))/g;
    const plain = grouped ? typed.replace(grouped, "") : typed;
    return plain.replace(mark, ".").replaceAll("−", "-");
  };

  return {
    toTyped, toPlain, formatCount, formatFixed, formatNumber, formatLoss, formatTick, formatPercent, formatPoint,
    formatVector,
  };
}

export const {
  toTyped, toPlain, formatCount, formatFixed, formatNumber, formatLoss, formatTick, formatPercent, formatPoint,
  formatVector,
} = numbersOf(language);

/**
 * The direction of a vector, one of eight, counted from the right against the clock.
 * @param {number} dx to the right
 * @param {number} dy up
 * @returns {number|null} null for a vector that points nowhere
 */
export function directionOf(dx, dy) {
  if (dx === 0 && dy === 0) return null;
  return (Math.round(Math.atan2(dy, dx) / (Math.PI / 4)) + 8) % 8;
}
