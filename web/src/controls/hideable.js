// What a teacher's link can take away: groups of controls, by the ids that stand in the address.

/**
 * @typedef {object} HideableGroup
 * @property {string} id its name in an address
 * @property {string[]} controls data-testids; with a * at the end, all that begin so
 * @property {string[]} [boxes] selectors of what would be left over without them
 */

/** In the order of the dialog. @type {HideableGroup[]} */
export const HIDEABLE = [
  { id: "settings", controls: ["graph-edit", "control-panel", "undo", "redo", "loss"], boxes: [".theory-head .field"] },
  { id: "presets", controls: ["preset", "pretrained"], boxes: [".preset"] },
  { id: "data", controls: ["distribution-*"] },
  { id: "draw", controls: ["distribution-draw", "distribution-upload"] },
  { id: "steps", controls: ["step-both", "step-discriminator", "step-generator"], boxes: [".steps"] },
  { id: "slow", controls: ["slow-motion"] },
  { id: "speed", controls: ["speed"], boxes: [".speed"] },
  { id: "theory", controls: ["theory"] },
  { id: "metrics", controls: ["chart-*", "diagnosis*", "metric-*", "instrument*", "remedy", "tab-metrics"], boxes: [".panel.metrics"] },
  { id: "layers", controls: ["layer-*", "heatmap-*"], boxes: [".legend", ".legend-line", '.segments:has(> [data-testid^="heatmap-"])'] },
  { id: "export", controls: ["export-menu", "share", "save-*", "open-model"] },
];

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
