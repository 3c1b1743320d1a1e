// JSON as the text of an address: readable while it is short, and else deflated.
import { deflateSync, inflateSync } from "../../vendor/fflate.js";

/** A text of more characters, escaped, is deflated where that makes it shorter. */
const READABLE = 2000;

/** Stands before a deflated text; no JSON begins with it. */
const DEFLATED = "deflate:";

/** A short text may hold a very long one; no configuration has so many bytes. */
const MOST_BYTES = 1 << 20;

/** @param {any} value of JSON @returns {string} for an address, not escaped yet */
export function compact(value) {
  const plain = JSON.stringify(value);
  const { length } = encodeURIComponent(plain);
  const bytes = new TextEncoder().encode(plain);
  if (length <= READABLE || bytes.length > MOST_BYTES) return plain;
  const short = DEFLATED + toBase64(deflateSync(bytes, { level: 9 }));
  return short.length < length ? short : plain;
}

/** @param {string} text made by `compact`, or JSON @returns {any} throws on any other text */
export function uncompact(text) {
  if (!text.startsWith(DEFLATED)) return JSON.parse(text);
  const bytes = inflateSync(fromBase64(text.slice(DEFLATED.length)), { out: new Uint8Array(MOST_BYTES) });
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
}

/** @param {Uint8Array} bytes @returns {string} base64 as addresses have it (RFC 4648, section 5), without its padding */
function toBase64(bytes) {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} text @returns {Uint8Array} */
function fromBase64(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}
