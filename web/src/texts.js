// What the page says, in the reader's language. A sentence is added in texts/<language>/ and nowhere else.
import { language } from "./lib/language.js";
import { de } from "./texts/de/index.js";
import { en } from "./texts/en/index.js";

/** @typedef {typeof en} Texts every language has all of these */

/** @type {Record<import("./lib/language.js").Language, Texts>} */
export const TEXTS = { en, de };

export const texts = TEXTS[language];
