// What a teacher's link can take away: groups of controls, by the ids that stand in the address.

/**
 * @typedef {object} HideableGroup
 * @property {string} id its name in an address
 * @property {string[]} controls data-testids; with a * at the end, all that begin so
 * @property {string[]} [boxes] selectors of what would be left over without them
 * @property {boolean} [plane] only the page of dots in the plane has them
 */

/** In the order of the dialog. @type {HideableGroup[]} */
export const HIDEABLE = [
  { id: "settings", controls: ["graph-edit", "control-panel", "undo", "redo", "loss"], boxes: [".theory-head .field"] },
  { id: "presets", controls: ["preset", "pretrained"], boxes: [".preset"] },
  { id: "data", controls: ["distribution-*", "dataset-*"] },
  { id: "draw", controls: ["distribution-draw", "distribution-upload", "dataset-upload"] },
  { id: "steps", controls: ["step-both", "step-discriminator", "step-generator"], boxes: [".steps"] },
  { id: "slow", plane: true, controls: ["slow-motion"] },
  { id: "speed", controls: ["speed"], boxes: [".speed"] },
  { id: "theory", plane: true, controls: ["theory"] },
  { id: "metrics", controls: ["chart-*", "diagnosis*", "metric-*", "instrument*", "remedy", "tab-metrics"], boxes: [".panel.metrics"] },
  { id: "layers", plane: true, controls: ["layer-*", "heatmap-*"], boxes: [".legend", ".legend-line", '.segments:has(> [data-testid^="heatmap-"])'] },
  { id: "export", controls: ["export-menu", "share", "save-*", "open-model"] },
];

/** Those that a page has. @param {import("../scene.js").Scene} scene */
export const hideableIn = (scene) => HIDEABLE.filter(({ plane }) => !plane || scene === "plane");

/** What nobody can take away: the way back to everything. */
const KEPT = ["show-all-controls", "help"];

/** @param {string} pattern @param {string} testid */
const matches = (pattern, testid) =>
  pattern.endsWith("*") ? testid.startsWith(pattern.slice(0, -1)) : testid === pattern;

/**
 * Whether a control has been taken away, by itself or with its group.
 * @param {ReadonlySet<string>} hidden group ids and data-testids
 * @param {string} testid
 */
export function isHidden(hidden, testid) {
  if (KEPT.includes(testid)) return false;
  const groups = HIDEABLE.filter(({ id }) => hidden.has(id));
  return hidden.has(testid) || groups.some(({ controls }) => controls.some((pattern) => matches(pattern, testid)));
}

/**
 * The selectors of everything that has been taken away.
 * @param {ReadonlySet<string>} hidden group ids and data-testids, of letters, digits and hyphens
 * @returns {string[]}
 */
export function selectorsOf(hidden) {
  const groups = HIDEABLE.filter(({ id }) => hidden.has(id));
  const single = [...hidden].filter((id) => !groups.some((group) => group.id === id) && !KEPT.includes(id));
  const controls = [...groups.flatMap((group) => group.controls), ...single].map((pattern) =>
    pattern.endsWith("*") ? `[data-testid^="${pattern.slice(0, -1)}"]` : `[data-testid="${pattern}"]`,
  );
  return [...controls, ...groups.flatMap(({ boxes = [] }) => boxes)];
}
