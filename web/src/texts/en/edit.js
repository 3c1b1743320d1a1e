// The sentences of changing things: undo and redo, edit mode, keys.

/** @typedef {import("../../controls/changes.js").Change} Change */

/** How many settings a list names before it counts the rest. */
const NAMED = 3;

/** @param {string|boolean} value */
const valueWords = (value) => (typeof value === "boolean" ? (value ? "on" : "off") : value);

export const edit = {
  undo: "Undo",
  redo: "Redo",
  nothingToUndo: "No setting has been changed yet.",
  nothingToRedo: "Nothing has been undone.",
  hide: "Hide the settings",
  hideHelp: "For beginners: the model to look at, and nothing to set. “Show all controls” brings them back.",
  startsAnew: "Starts a new run at step 0.",
  actsNow: "Takes effect at the next step.",
  newRun: {
    title: "A new run",
    message: "This change cannot be made to a run under way, so a new one stands at step 0.",
  },
  /** @param {string} verb @param {string} what */
  travel: (verb, what) => `${verb}: ${what}`,
  /** @param {string} what */
  undone: (what) => `Now ${what}.`,
  /** @param {string} label */
  preset: (label) => `Preset ${label}`,
  /** @param {Change} change */
  change: ({ label, from, to }) =>
    from === null || to === null ? label : `${label} ${valueWords(from)} → ${valueWords(to)}`,
  /** @param {number} count */
  changes: (count) => `${count} settings`,
  /** @param {string[]} labels */
  list: (labels) => {
    const named = labels.slice(0, NAMED).join(", ");
    const rest = labels.length - NAMED;
    return rest > 0 ? `${named} and ${rest} more.` : `${named}.`;
  },
};
