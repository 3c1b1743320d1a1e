// Safetensors: 8 bytes of header length, a JSON header, then little-endian arrays, read as views.
// Format: https://github.com/huggingface/safetensors#format

/** @typedef {Float64Array|Float32Array|Int32Array|Uint32Array|Int16Array|Uint16Array|Int8Array|Uint8Array} Values */
/** @typedef {{dtype: string, shape: number[], data: Values}} Tensor F16 data are the raw bits */
/** @typedef {{metadata: Record<string, string>, tensors: Map<string, Tensor>}} Container */

const LENGTH_BYTES = 8;

/** @type {Record<string, {new (buffer: ArrayBuffer, offset: number, length: number): Values, BYTES_PER_ELEMENT: number}>} */
const ARRAY_OF = {
  F64: Float64Array,
  F32: Float32Array,
  F16: Uint16Array,
  I32: Int32Array,
  U32: Uint32Array,
  I16: Int16Array,
  U16: Uint16Array,
  I8: Int8Array,
  U8: Uint8Array,
  BOOL: Uint8Array,
};

/** What is wrong with bytes that are not safetensors: what was expected and what came. */
export class SafetensorsError extends Error {
  /** @param {string} expected @param {string|number} got */
  constructor(expected, got) {
    super(`Malformed safetensors: expected ${expected}, got ${got}`);
    this.name = "SafetensorsError";
  }
}

/**
 * Reads a container. Arrays are views into the buffer, not copies, wherever they are aligned.
 * @param {ArrayBuffer} buffer
 * @returns {Container}
 * @throws {SafetensorsError} if the bytes are not well-formed safetensors
 */
export function parseSafetensors(buffer) {
  const { header, start } = readHeader(buffer);
  /** @type {Container} */
  const container = { metadata: {}, tensors: new Map() };
  for (const [name, entry] of Object.entries(header)) {
    if (name === "__metadata__") container.metadata = readMetadata(entry);
    else container.tensors.set(name, readTensor(buffer, start, name, entry));
  }
  return container;
}

/**
 * The texts in a container's header, whatever types its arrays have.
 * @param {ArrayBuffer} buffer
 * @returns {Record<string, string>}
 * @throws {SafetensorsError} if the header is not well-formed
 */
export function parseMetadata(buffer) {
  return readMetadata(readHeader(buffer).header.__metadata__ ?? {});
}

/**
 * @param {ArrayBuffer} buffer
 * @returns {{header: Record<string, unknown>, start: number}} start: first byte of the arrays
 */
function readHeader(buffer) {
  if (buffer.byteLength < LENGTH_BYTES) {
    throw new SafetensorsError(`at least ${LENGTH_BYTES} bytes`, buffer.byteLength);
  }
  const length = Number(new DataView(buffer).getBigUint64(0, true));
  const start = LENGTH_BYTES + length;
  if (start > buffer.byteLength) {
    throw new SafetensorsError(`a header within ${buffer.byteLength} bytes`, `${length} bytes`);
  }
  const text = new TextDecoder().decode(new Uint8Array(buffer, LENGTH_BYTES, length));
  return { header: parseObject(text), start };
}

/** @param {string} text @returns {Record<string, unknown>} */
function parseObject(text) {
  let header;
  try {
    header = JSON.parse(text);
  } catch {
    throw new SafetensorsError("a header of JSON", excerpt(text));
  }
  if (!isRecord(header)) throw new SafetensorsError("a JSON object as header", excerpt(text));
  return header;
}

/** @param {unknown} entry @returns {Record<string, string>} */
function readMetadata(entry) {
  if (!isRecord(entry) || !Object.values(entry).every((value) => typeof value === "string")) {
    throw new SafetensorsError("strings alone in __metadata__", excerpt(JSON.stringify(entry)));
  }
  return /** @type {Record<string, string>} */ (entry);
}

/**
 * @param {ArrayBuffer} buffer
 * @param {number} start
 * @param {string} name
 * @param {unknown} entry
 * @returns {Tensor}
 */
function readTensor(buffer, start, name, entry) {
  const { dtype, shape, begin, end } = checkEntry(name, entry);
  const ArrayType = ARRAY_OF[dtype];
  const count = shape.reduce((product, size) => product * size, 1);
  const bytes = count * ArrayType.BYTES_PER_ELEMENT;
  if (end - begin !== bytes) {
    throw new SafetensorsError(`${bytes} bytes for ${name} [${shape}] of ${dtype}`, end - begin);
  }
  if (start + end > buffer.byteLength) {
    throw new SafetensorsError(`${name} to end by byte ${buffer.byteLength}`, start + end);
  }
  const offset = start + begin;
  const aligned = offset % ArrayType.BYTES_PER_ELEMENT === 0;
  const data = aligned
    ? new ArrayType(buffer, offset, count)
    : new ArrayType(buffer.slice(offset, offset + bytes), 0, count);
  return { dtype, shape, data };
}

/**
 * @param {string} name
 * @param {unknown} entry
 * @returns {{dtype: string, shape: number[], begin: number, end: number}}
 */
function checkEntry(name, entry) {
  const { dtype, shape, data_offsets: offsets } = isRecord(entry) ? entry : {};
  if (typeof dtype !== "string" || !Object.hasOwn(ARRAY_OF, dtype)) {
    throw new SafetensorsError(`${name} to be one of ${Object.keys(ARRAY_OF)}`, `${dtype}`);
  }
  if (!isCounts(shape)) {
    throw new SafetensorsError(`the shape of ${name} as whole numbers`, JSON.stringify(shape));
  }
  if (!isCounts(offsets) || offsets.length !== 2 || offsets[0] > offsets[1]) {
    throw new SafetensorsError(`[begin, end] of ${name}`, JSON.stringify(offsets));
  }
  return { dtype, shape, begin: offsets[0], end: offsets[1] };
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value @returns {value is number[]} */
function isCounts(value) {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}

/** @param {string|undefined} text */
function excerpt(text) {
  return JSON.stringify((text ?? "nothing").slice(0, 40));
}
