// What the page says, in the reader's language. A sentence is added in texts/<language>/ and nowhere else.
import { en } from "./texts/en/index.js";

/** @typedef {typeof en} Texts every language has all of these */

/** @type {Texts} */
export const texts = en;
