// What outlives a reload: the session of this tab, the reader's settings, and the token in the address.

/** @typedef {import("./protocol.js").RunConfig} RunConfig */
/** @typedef {{id: string, config: RunConfig, pretrained?: string, address?: string|null}} Remembered `address`: its part about the run */
/** @typedef {Pick<Storage, "getItem"|"setItem"|"removeItem">} Box */

/** Each scene has a session of its own. @type {Record<import("./scene.js").Scene, string>} */
const SESSION_KEYS = { plane: "ganlab.session", image: "ganlab.session.images" };
const SETTINGS_KEY = "ganlab.settings";

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
 * @param {import("./scene.js").Scene} [scene]
 * @returns {Remembered|null}
 */
export function rememberedSession(box, scene = "plane") {
  const found = read(box, SESSION_KEYS[scene]);
  return found && typeof found.id === "string" && typeof found.config === "object" ? found : null;
}

/** @param {Box} box @param {Remembered} session @param {import("./scene.js").Scene} [scene] */
export function rememberSession(box, { id, config, pretrained, address }, scene = "plane") {
  write(box, SESSION_KEYS[scene], { id, config, pretrained, address });
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
 * An address without its token.
 * @param {string} fragment location.hash
 * @returns {string} with its "#", or empty
 */
export function withoutToken(fragment) {
  const rest = fragment.replace(/^#/, "").split("&").filter((part) => !part.startsWith("token="));
  return rest.join("") && `#${rest.join("&")}`;
}
