// The article's words in the reader's language: apart from the others, as only those who read it need them.
import { language } from "./lib/language.js";
import { article as de } from "./texts/de/article/index.js";
import { article as en } from "./texts/en/article/index.js";

/** @typedef {typeof en} Article every language has all of it */

/** @type {Record<import("./lib/language.js").Language, Article>} */
export const ARTICLES = { en, de };

export const article = ARTICLES[language];
