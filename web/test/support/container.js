// Safetensors bytes made by hand, as the format's document describes them.

/**
 * @param {Record<string, unknown>} header as JSON
 * @param {Uint8Array} [data]
 * @returns {ArrayBuffer}
 */
export function container(header, data = new Uint8Array(0)) {
  return rawContainer(JSON.stringify(header), data);
}

/**
 * @param {string} header text, padded with spaces to a multiple of 8 bytes
 * @param {Uint8Array} [data]
 * @returns {ArrayBuffer}
 */
export function rawContainer(header, data = new Uint8Array(0)) {
  const text = new TextEncoder().encode(header.padEnd(Math.ceil(header.length / 8) * 8));
  const bytes = new Uint8Array(8 + text.length + data.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  bytes.set(data, 8 + text.length);
  return bytes.buffer;
}
