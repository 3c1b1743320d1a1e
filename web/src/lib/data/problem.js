// What is wrong with someone's data: a kind and its facts; the words are the page's.

/**
 * @typedef {object} Facts what a sentence about a problem may need
 * @property {number} [line] from 1, as an editor counts
 * @property {number} [column] from 1
 * @property {string} [text] what stands there
 * @property {number} [count]
 * @property {number} [of]
 * @property {number} [limit]
 * @property {number} [width]
 * @property {number} [height]
 */

/**
 * @typedef {"empty"|"too-big"|"archive"|"other-picture"|"not-text"|"one-column"|"many-columns"
 *   |"missing-cell"|"not-finite"|"not-a-number"|"no-rows"|"too-few"|"one-place"|"picture-size"
 *   |"picture-broken"|"picture-blank"|"slow"} Kind
 */

/** Thrown by whatever reads data from outside. */
export class DataProblem extends Error {
  /** @param {Kind} kind @param {Facts} [facts] */
  constructor(kind, facts = {}) {
    super(`${kind} ${JSON.stringify(facts)}`);
    this.kind = kind;
    this.facts = facts;
  }
}
