// What crosses the wire about sets of images, as types.

/**
 * @typedef {object} ImageFacts of a set of images
 * @property {number} examples
 * @property {number} held_out of them, never trained on
 * @property {number[]} shape channels, height, width
 * @property {string[]} names of the classes
 * @property {number[]} counts of each class
 */

/**
 * @typedef {object} Missing a set of images that is not on the server
 * @property {string} id
 * @property {Record<string, any>} params
 * @property {string} [origin] where it is fetched from; without, it is made
 * @property {string} [by_hand] what to do without that
 */

/**
 * @typedef {object} SupplyJob how far a set of images is
 * @property {string} job
 * @property {"waiting"|"working"|"done"|"failed"|"cancelled"} status
 * @property {number} share from 0 to 1
 * @property {string} words
 * @property {{field?: string, got?: string, message: string}} [error]
 */

export {}; // types alone
