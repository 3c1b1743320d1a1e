// What outlives a reload: the session of this tab, the reader's settings, and a configuration in the address.

/** @typedef {import("./protocol.js").RunConfig} RunConfig */
/** @typedef {{id: string, config: RunConfig}} Remembered */
/** @typedef {Pick<Storage, "getItem"|"setItem"|"removeItem">} Box */

const SESSION_KEY = "ganlab.session";
const SETTINGS_KEY = "ganlab.settings";

/** A configuration in an address may be this long, in characters. */
export const LONGEST_CONFIG = 8192;

/** @param {Box} box @param {string} key @returns {any} null when there is nothing readable */
function read(box, key) {
  try {
    return JSON.parse(box.getItem(key) ?? "null");
  } catch {
    return null; // blocked storage, or someone else's text: as good as nothing
  }
}

/** @param {Box} box @param {string} key @param {any} value */
function write(box, key, value) {
  try {
    box.setItem(key, JSON.stringify(value));
  } catch {
    // Blocked or full storage costs only the memory across reloads.
  }
}

/**
 * The session this tab was in, with its configuration in case the server has forgotten it.
 * @param {Box} box the tab's sessionStorage: another tab is another session
 * @returns {Remembered|null}
 */
export function rememberedSession(box) {
  const found = read(box, SESSION_KEY);
  return found && typeof found.id === "string" && typeof found.config === "object" ? found : null;
}

/** @param {Box} box @param {Remembered} session */
export function rememberSession(box, { id, config }) {
  write(box, SESSION_KEY, { id, config });
}

/**
 * @param {Box} box localStorage
 * @returns {Record<string, any>}
 */
export function savedSettings(box) {
  const found = read(box, SETTINGS_KEY);
  return found !== null && typeof found === "object" && !Array.isArray(found) ? found : {};
}

/** @param {Box} box @param {Record<string, any>} settings */
export function saveSettings(box, settings) {
  write(box, SETTINGS_KEY, settings);
}

/**
 * The token in the address that a server prints at its start: `#token=…`.
 * @param {string} fragment location.hash
 * @returns {string|null}
 */
export function tokenInAddress(fragment) {
  return new URLSearchParams(fragment.replace(/^#/, "")).get("token");
}

/**
 * The configuration that an address asks for: `#config={"loss":{"id":"hinge"}}`, percent-encoded.
 * Only its form is judged here; the server judges the values.
 * @param {string} fragment location.hash
 * @returns {RunConfig|null}
 */
export function configInAddress(fragment) {
  const text = new URLSearchParams(fragment.replace(/^#/, "")).get("config");
  if (!text || text.length > LONGEST_CONFIG) return null;
  try {
    const config = JSON.parse(text);
    return config !== null && typeof config === "object" && !Array.isArray(config) ? config : null;
  } catch {
    return null;
  }
}
