// The state of the page as the fragment of its address, and back: short, readable, and read with suspicion.
import { LAYERS, initialLayers } from "./layers/index.js";
import { compact, uncompact } from "./lib/compact.js";
import { packed, unpacked } from "./link-config.js";
import { readDensity, writeDensity } from "./link-density.js";
import { FIRST_SPEED } from "./store.js";

/** @typedef {import("./protocol.js").RunConfig} RunConfig */
/** @typedef {import("./store.js").GraphMode} GraphMode */
/** @typedef {import("./store.js").HeatmapMode} HeatmapMode */
/** @typedef {"light"|"dark"|"colour-blind"|"light-colour-blind"|"dark-colour-blind"} LinkTheme */

/**
 * @typedef {object} RunLink what a run is made from, as JSON
 * @property {RunConfig} config what it changes of the usual configuration
 * @property {string} [pretrained] the distribution whose pre-trained weights it begins with
 * @property {any[]} [script] what is done to it, and at which steps
 */

/**
 * @typedef {object} PageLink how the page stands; all that an address leaves out is as at first
 * @property {Record<string, boolean>} layers
 * @property {import("./protocol.js").Choice|null} density the model of the layer of that name; null is the one shown at first
 * @property {number|null} speed steps per second; null is as fast as it can
 * @property {HeatmapMode} heatmap
 * @property {string} panel
 * @property {GraphMode} graph
 * @property {ReadonlySet<string>} hide controls taken away
 * @property {string} prompt a teacher's words
 * @property {LinkTheme|null} theme null leaves it to the reader
 */

/**
 * @typedef {object} Link an address that could be read
 * @property {true} readable
 * @property {boolean} asks whether it asks for anything
 * @property {RunLink} run
 * @property {string} runText the parts about the run, as they were written
 * @property {PageLink} page
 * @property {string[]} odd names and values that are not known here, and were left out
 */

/** @typedef {{readable: false, why: "long"|"malformed"}} Unreadable an address that could not */

/** A link may be this long, in characters. */
export const LONGEST_LINK = 8192;

/** A teacher's words may be this long. */
export const LONGEST_PROMPT = 280;

/** Steps per second that the server can be asked for. */
const SPEEDS = { least: 0.1, most: 100_000 };
const FULL_SPEED = "max";
const NO_LAYERS = "none";
const NAME = /^[a-z][a-z0-9-]{0,39}$/;

/** Characters that change the direction of what stands around them, and those that print nothing. */
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * @template T
 * @typedef {object} Part one part of an address
 * @property {T} usual not written
 * @property {(value: T) => string} write
 * @property {(text: string) => T|undefined} read undefined for what it does not know
 */

/** @param {string[]} values @returns {Part<any>["read"]} */
const oneOf = (values) => (text) => (values.includes(text) ? text : undefined);

/** In the order in which they are written. @type {{[key in keyof PageLink]: Part<PageLink[key]>}} */
const PARTS = {
  panel: { usual: "lab", write: String, read: (text) => (NAME.test(text) ? text : undefined) },
  graph: { usual: "overview", write: String, read: oneOf(["overview", "edit", "slow"]) },
  layers: { usual: initialLayers(), write: writeLayers, read: readLayers },
  density: { usual: null, write: writeDensity, read: readDensity },
  heatmap: { usual: "smooth", write: String, read: oneOf(["smooth", "cells"]) },
  speed: { usual: FIRST_SPEED, write: (speed) => (speed === null ? FULL_SPEED : String(speed)), read: readSpeed },
  hide: { usual: new Set(), write: (ids) => [...ids].sort().join(","), read: readNames },
  prompt: { usual: "", write: String, read: readPrompt },
  theme: {
    usual: null,
    write: String,
    read: oneOf(["light", "dark", "colour-blind", "light-colour-blind", "dark-colour-blind"]),
  },
};

/** Parts that decide the run, and how each is read. @type {{[part in keyof RunLink]-?: (text: string) => RunLink[part]}} */
const RUN_PARTS = { config: readConfig, pretrained: String, script: readScript };

/** Parts that are read elsewhere. */
const OTHER_PARTS = ["token"];

/** @param {Record<string, boolean>} layers */
function writeLayers(layers) {
  return LAYERS.filter(({ id }) => layers[id]).map(({ id }) => id).join(",") || NO_LAYERS;
}

/** @param {string} text */
function readLayers(text) {
  const ids = text === NO_LAYERS ? [] : text.split(",");
  if (!ids.every((id) => LAYERS.some((layer) => layer.id === id))) return undefined;
  return Object.fromEntries(LAYERS.map(({ id }) => [id, ids.includes(id)]));
}

/** @param {string} text @returns {number|null|undefined} */
function readSpeed(text) {
  if (text === FULL_SPEED) return null;
  const speed = /^\d{1,6}(\.\d{1,3})?$/.test(text) ? Number(text) : NaN;
  return speed >= SPEEDS.least && speed <= SPEEDS.most ? speed : undefined;
}

/** @param {string} text */
function readNames(text) {
  const names = text.split(",");
  return names.every((name) => NAME.test(name)) ? new Set(names) : undefined;
}

/** @param {string} text */
function readPrompt(text) {
  const plain = text.replace(UNPRINTABLE, "").trim();
  return plain.length <= LONGEST_PROMPT ? plain : undefined;
}

/** A part's value as an address has it; commas and colons need no escape, and are easier to read so. @param {string} text */
const escaped = (text) => encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%3A", ":");

/**
 * The parts about the run, as `composeLink` writes them.
 * @param {RunLink} run
 * @returns {string} empty for the usual run
 */
export function composeRun({ config, pretrained, script }) {
  const parts = [];
  if (Object.keys(config).length > 0) parts.push(`config=${escaped(compact(packed(config)))}`);
  if (pretrained) parts.push(`pretrained=${escaped(pretrained)}`);
  if (script) parts.push(`script=${escaped(compact(script))}`);
  return parts.join("&");
}

/**
 * The fragment that brings back a page.
 * @param {RunLink} run
 * @param {PageLink} page
 * @returns {string} with its "#"; empty when everything is as at first
 */
export function composeLink(run, page) {
  const parts = [composeRun(run)];
  for (const name of /** @type {(keyof PageLink)[]} */ (Object.keys(PARTS))) {
    const part = /** @type {Part<any>} */ (PARTS[name]);
    const text = part.write(page[name]);
    if (text !== part.write(part.usual)) parts.push(`${name}=${escaped(text)}`);
  }
  const whole = parts.filter(Boolean).join("&");
  return whole && `#${whole}`;
}

/**
 * What a fragment asks for. Only its form is judged here; of the run the server judges the values.
 * @param {string} fragment location.hash
 * @returns {Link|Unreadable}
 */
export function readLink(fragment) {
  if (fragment.length > LONGEST_LINK) return { readable: false, why: "long" };
  try {
    return read(fragment.replace(/^#/, "").split("&").filter((part) => part.includes("=")));
  } catch {
    return { readable: false, why: "malformed" };
  }
}

/** @param {string[]} parts name=value; throws on text that cannot be read @returns {Link} */
function read(parts) {
  /** @type {Link} */
  const link = { readable: true, asks: false, run: { config: {} }, runText: "", page: usualPage(), odd: [] };
  const runTexts = [];
  for (const part of parts) {
    const at = part.indexOf("=");
    const name = part.slice(0, at);
    const text = decodeURIComponent(part.slice(at + 1).replaceAll("+", " "));
    if (OTHER_PARTS.includes(name)) continue;
    if (Object.hasOwn(RUN_PARTS, name)) {
      runTexts.push(part);
      Object.assign(link.run, { [name]: RUN_PARTS[/** @type {keyof RunLink} */ (name)](text) });
    } else if (!takePagePart(link.page, name, text)) {
      link.odd.push(Object.hasOwn(PARTS, name) ? `${name}=${text.slice(0, 40)}` : name.slice(0, 40));
      continue;
    }
    link.asks = true;
  }
  link.runText = runTexts.join("&");
  return link;
}

/** @param {string} text @returns {RunConfig} */
function readConfig(text) {
  const config = unpacked(uncompact(text));
  if (config === null || typeof config !== "object" || Array.isArray(config)) {
    throw new Error("expected a configuration to be an object");
  }
  return config;
}

/** @param {string} text @returns {any[]} */
function readScript(text) {
  const script = uncompact(text);
  if (!Array.isArray(script)) throw new Error("expected a script to be a list");
  return script;
}

/** @param {PageLink} page changed @param {string} name @param {string} text @returns {boolean} whether both are known */
function takePagePart(page, name, text) {
  if (!Object.hasOwn(PARTS, name)) return false;
  const part = /** @type {Part<any>} */ (PARTS[/** @type {keyof PageLink} */ (name)]);
  const value = part.read(text);
  if (value === undefined) return false;
  Object.assign(page, { [name]: value });
  return true;
}

/** @returns {PageLink} the page as at first */
export function usualPage() {
  return /** @type {PageLink} */ (
    Object.fromEntries(Object.entries(PARTS).map(([name, { usual }]) => [name, usual]))
  );
}
