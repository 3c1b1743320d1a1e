// The language of the page: the reader's choice, else what the browser asks for, else English.

/** @typedef {"en"|"de"} Language */

/** Each in its own words, in the order of the menu. @type {Readonly<Record<Language, string>>} */
export const LANGUAGES = Object.freeze({ en: "English", de: "Deutsch" });

/** Where the choice is kept; the texts are needed before anything else of the page runs. */
const KEY = "ganlab.language";

/** @param {unknown} tag @returns {Language|null} */
function known(tag) {
  const name = String(tag).toLowerCase().split("-")[0];
  return Object.hasOwn(LANGUAGES, name) ? /** @type {Language} */ (name) : null;
}

/**
 * @param {string|null} chosen by the reader before
 * @param {readonly string[]} wanted by the browser, the dearest first: "de-AT", "en"
 * @returns {Language}
 */
export function chooseLanguage(chosen, wanted) {
  return known(chosen) ?? wanted.map(known).find((name) => name !== null) ?? "en";
}

/** @returns {string|null} */
function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // blocked storage
  }
}

/** Node has a navigator as well, but no reader. */
const inBrowser = typeof document !== "undefined";

/** The language in force, until the page is loaded anew. */
export const language = inBrowser ? chooseLanguage(remembered(), navigator.languages) : "en";

/**
 * Keeps another choice; it takes effect when the page is loaded anew.
 * @param {string} chosen
 * @returns {boolean} whether the browser kept it
 */
export function rememberLanguage(chosen) {
  try {
    localStorage.setItem(KEY, chosen);
    return true;
  } catch {
    return false;
  }
}
