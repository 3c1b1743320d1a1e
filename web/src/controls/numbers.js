// Numbers in controls: reading what was typed, printing values, and the next value of a stepper.
import { toTyped, toPlain } from "../lib/format.js";

/** @typedef {import("../protocol.js").Param} Param */

const TYPED_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Rates that end just short of 1 act on a scale of 1 − x: half as far from 1 is twice as long. */
const DECAYS = [0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9999];

/** Below this a logarithmic control goes to its lower end instead of ever smaller numbers. */
const SMALLEST_RUNG = 1e-6;

/**
 * The number that was typed, or null when it is none. Ranges are the server's to judge.
 * @param {string} text
 * @returns {number|null}
 */
export function parseNumber(text) {
  const plain = toPlain(text.trim());
  const value = TYPED_NUMBER.test(plain) ? Number(plain) : NaN;
  return Number.isFinite(value) ? value : null;
}

/** A value as its control shows it: at most six significant digits. @param {number} value */
export function printValue(value) {
  if (typeof value !== "number") return "";
  return Number.isInteger(value) ? String(value) : toTyped(String(Number(value.toPrecision(6))));
}

/** @param {Param} param @returns {boolean} whether it is a decay, just below 1 at its upper end */
const isDecay = (param) =>
  param.kind === "float" && param.low === 0 && (param.high ?? 0) > 0.99 && (param.high ?? 0) < 1;

/** The nearest of 1, 2 and 5 times a power of ten at or below a positive number. @param {number} x */
function roundDown125(x) {
  const power = 10 ** Math.floor(Math.log10(x) + 1e-9);
  const digit = x / power + 1e-9;
  return trim((digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power);
}

/** Drops the noise of binary fractions. @param {number} x */
const trim = (x) => Number(x.toPrecision(12));

/** @param {number} value @param {number} direction @param {Param} param */
function logStep(value, direction, param) {
  if (value <= 0) return direction > 0 ? param.default || SMALLEST_RUNG : value;
  const below = roundDown125(value);
  const onRung = Math.abs(below - value) < value * 1e-9;
  if (direction < 0) {
    const next = onRung ? roundDown125(value * 0.99 * (1 - 1e-6)) : below;
    return next < SMALLEST_RUNG ? (param.low ?? next) : next;
  }
  return roundDown125(below * 2.5);
}

/** @param {number} value @param {number} direction */
function decayStep(value, direction) {
  if (direction > 0) return DECAYS.find((rung) => rung > value + 1e-9) ?? value;
  return DECAYS.filter((rung) => rung < value - 1e-9).at(-1) ?? value;
}

/** @param {number} value @param {number} direction @param {Param} param */
function linearStep(value, direction, param) {
  const range = (param.high ?? NaN) - (param.low ?? NaN);
  const step = Number.isFinite(range) && range > 0 ? roundDown125(range / 20) : 0.1;
  const rungs = value / step;
  const next = direction > 0 ? Math.floor(rungs + 1e-6) + 1 : Math.ceil(rungs - 1e-6) - 1;
  return trim(next * step);
}

/**
 * The value a stepper's button or an arrow key goes to; the same value at the end of the range.
 * @param {number} value
 * @param {1|-1} direction
 * @param {Param} param
 * @param {number} [times] size of a step of whole numbers (10 for the page keys)
 * @returns {number}
 */
export function nextValue(value, direction, param, times = 1) {
  const raw = rawStep(value, direction, param, times);
  const { low, high } = param;
  if (typeof high === "number" && raw > high) return value < high ? high : value;
  if (typeof low === "number" && (param.exclusive ? raw <= low : raw < low)) {
    return param.exclusive || value <= low ? value : low;
  }
  return raw;
}

/** @param {number} value @param {1|-1} direction @param {Param} param @param {number} times */
function rawStep(value, direction, param, times) {
  if (param.kind === "int" && param.scale !== "log") return value + direction * times;
  if (param.scale === "log") {
    const next = logStep(value, direction, param);
    return param.kind === "int" ? Math.max(Math.round(next), param.low ?? 1) : next;
  }
  return isDecay(param) ? decayStep(value, direction) : linearStep(value, direction, param);
}

/** Steps per second along a speed slider, evenly spaced to the eye; its end is "as fast as it can". */
const SPEEDS = [1, 2, 3, 5, 7, 10, 20, 30, 50, 70, 100, 200, 300, 500, 700, 1000, null];

/** The slider's last position. */
export const FULL_SPEED = SPEEDS.length - 1;

/** Steps per second at a slider's position; null is without a limit. @param {number} position */
export function speedAt(position) {
  return SPEEDS[position];
}

/** The slider's position nearest to a speed. @param {number|null} speed steps per second */
export function positionOf(speed) {
  if (speed === null) return FULL_SPEED;
  const distances = SPEEDS.map((at) => (at === null ? Infinity : Math.abs(Math.log(at / speed))));
  return distances.indexOf(Math.min(...distances));
}
