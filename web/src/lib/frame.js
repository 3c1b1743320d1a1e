// A frame off the wire: safetensors bytes to the numbers and arrays that the views draw.
import { widenHalves } from "./half.js";
import { parseSafetensors } from "./safetensors.js";

/** @typedef {import("../protocol.js").Frame} Frame */
/** @typedef {import("../protocol.js").Phase} Phase */
/** @typedef {import("./safetensors.js").Tensor} Tensor */
/** @typedef {Record<string, string>} Metadata */

/** Arrays of points or of one number per point are flat; all others keep their shape. */
const FLAT = new Set(["real", "fake", "gradients", "dReal", "dFake", "dRealRaw", "dFakeRaw", "realLabels", "fakeLabels", "reconstruction"]);

/** On the wire images have the names of the plane's points. */
const IMAGES = /** @type {Record<string, string>} */ ({
  real: "realImages",
  fake: "fakeImages",
  inputs: "inputImages",
  reconstruction: "rebuiltImages",
});

/** And so do the images of a phase. */
const PHASE_IMAGES = /** @type {Record<string, string>} */ ({ xReal: "realImages", xFake: "fakeImages", xGradients: "pixelGradients" });

/** Names of what a phase of slow motion found begin with this. */
const PHASE = "phase_";

/** And those of an inspection with this. */
const INSPECTION = "inspection_";

const STATUSES = ["paused", "playing", "diverged"];

/**
 * Decodes one binary frame; the server's protocol.py specifies it.
 * @param {ArrayBuffer} buffer
 * @returns {Frame} arrays by camel-case name; half-precision ones widened to Float32Array
 * @throws {Error} saying what was expected and what came
 */
export function decodeFrame(buffer) {
  const { metadata, tensors } = parseSafetensors(buffer);
  /** @type {Record<string, unknown>} */
  const arrays = {};
  /** @type {Record<string, unknown>} */
  const found = {};
  /** @type {Record<string, any>} */
  const inspected = {};
  for (const [name, tensor] of tensors) {
    const isImages = tensor.shape.length === 4 && name in IMAGES;
    const key = isImages ? IMAGES[name] : camelCase(name);
    const data = values(tensor);
    if (name.startsWith(INSPECTION)) inspected[name.slice(INSPECTION.length)] = { data, shape: tensor.shape };
    else if (name.startsWith(PHASE)) Object.assign(found, phaseArray(camelCase(name.slice(PHASE.length)), data, tensor.shape));
    else arrays[key] = FLAT.has(key) ? data : { data, shape: tensor.shape };
  }
  const inspection = readJson(metadata, "inspection");
  return {
    ...readMetadata(metadata),
    phase: readPhase(metadata, found),
    inspection: inspection && { ...inspection, arrays: inspected },
    arrays,
  };
}

/** What a phase found, flat, or with its shape where it is images. @param {string} key @param {any} data @param {number[]} shape */
function phaseArray(key, data, shape) {
  return shape.length === 4 && key in PHASE_IMAGES ? { [PHASE_IMAGES[key]]: { data, shape } } : { [key]: data };
}

/**
 * The phase of slow motion that a frame shows: its words and numbers, and the batch it is about.
 * @param {Metadata} metadata
 * @param {Record<string, unknown>} found arrays by the names in `Phase`
 * @returns {Phase|null}
 */
function readPhase(metadata, found) {
  const words = readJson(metadata, "phase");
  if (words === null) return null;
  const named = Object.entries(words).map(([name, value]) => [camelCase(name), value]);
  return { ...Object.fromEntries(named), ...found };
}

/** @param {Metadata} metadata @returns {Omit<Frame, "arrays"|"phase"|"inspection">} */
function readMetadata(metadata) {
  return {
    number: required(metadata, "frame"),
    step: required(metadata, "step"),
    status: readStatus(metadata),
    dLoss: optional(metadata, "d_loss"),
    gLoss: optional(metadata, "g_loss"),
    dGradNorm: optional(metadata, "d_grad_norm"),
    gGradNorm: optional(metadata, "g_grad_norm"),
    noiseStd: optional(metadata, "noise_std"),
    realLabel: optional(metadata, "real_label"),
    rateFactor: optional(metadata, "rate_factor"),
    examples: optional(metadata, "examples"),
    epochs: optional(metadata, "epochs"),
    stepsPerSecond: optional(metadata, "steps_per_second") ?? 0,
    examplesPerSecond: optional(metadata, "examples_per_second"),
    verdictMs: optional(metadata, "verdict_ms"),
    trainedS: optional(metadata, "trained_s") ?? 0,
    metrics: readJson(metadata, "metrics"),
    instruments: readJson(metadata, "instruments"),
    modeShares: readJson(metadata, "mode_shares"),
    diagnosis: readJson(metadata, "diagnosis"),
    units: readJson(metadata, "units"),
    classes: optional(metadata, "classes") ?? 0,
    density: readJson(metadata, "density"),
    request: optional(metadata, "request"),
  };
}

/** @param {Tensor} tensor */
function values({ dtype, data }) {
  return dtype === "F16" && data instanceof Uint16Array ? widenHalves(data) : data;
}

/** @param {Metadata} metadata @param {string} key @returns {number} */
function required(metadata, key) {
  const number = optional(metadata, key);
  if (number === null) throw new Error(`Malformed frame: expected ${key} in its metadata, got none`);
  return number;
}

/** @param {Metadata} metadata @param {string} key @returns {number|null} */
function optional(metadata, key) {
  const text = metadata[key];
  if (text === undefined) return null;
  const number = Number(text);
  if (text.trim() === "" || (Number.isNaN(number) && text !== "NaN")) {
    throw new Error(`Malformed frame: expected a number as ${key}, got "${text}"`);
  }
  return number;
}

/** @param {Metadata} metadata @returns {Frame["status"]} */
function readStatus({ status }) {
  if (!STATUSES.includes(status)) {
    throw new Error(`Malformed frame: expected status to be one of ${STATUSES}, got "${status}"`);
  }
  return /** @type {Frame["status"]} */ (status);
}

/** @param {Metadata} metadata @param {string} key */
function readJson(metadata, key) {
  const text = metadata[key];
  if (text === undefined) return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`Malformed frame: expected JSON as ${key}, got "${text.slice(0, 40)}"`);
  }
}

/** @param {string} name such as d_grid */
function camelCase(name) {
  return name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
}
