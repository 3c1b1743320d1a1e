// Half-precision numbers (IEEE 754 binary16) to single precision, by a table of all 65,536 of them.

/**
 * The value of one half.
 * @param {number} bits 0..65535: 1 sign, 5 exponent, 10 fraction bits
 * @returns {number}
 */
export function halfToNumber(bits) {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** @type {Float32Array|undefined} made at the first use, 256 KiB */
let table;

/** @returns {Float32Array} */
function halves() {
  table ??= Float32Array.from({ length: 65536 }, (_, bits) => halfToNumber(bits));
  return table;
}

/**
 * Widens an array of halves; every half has an exact single.
 * @param {Uint16Array} bits
 * @returns {Float32Array} of the same length
 */
export function widenHalves(bits) {
  const known = halves();
  const wide = new Float32Array(bits.length);
  for (let i = 0; i < bits.length; i += 1) wide[i] = known[bits[i]];
  return wide;
}
