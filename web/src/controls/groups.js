// Where each field of the configuration stands in edit mode; fields nobody placed go last.

/** @typedef {import("../protocol.js").Catalog} Catalog */
/** @typedef {import("../protocol.js").Field} Field */
/** @typedef {import("../protocol.js").Entry} Entry */
/** @typedef {import("../protocol.js").Param} Param */
/** @typedef {import("../protocol.js").RunConfig} RunConfig */

/**
 * @typedef {object} Group
 * @property {string} id
 * @property {"rail"|"card"|"loss"|"plain"} kind
 * @property {"d"|"g"} [player] whose colour it bears
 * @property {number} columns controls in a row
 * @property {number} each controls of one field that are never folded away
 * @property {string[]} fields
 * @property {string[]} [folded] those of them that are folded away whole, for want of room
 */

/** Groups in the order of edit mode: the discriminator above, the generator below. */
export const GROUPS = /** @type {Group[]} */ ([
  {
    id: "d-updates",
    kind: "rail",
    player: "d",
    columns: 4,
    each: 2,
    fields: ["d_optimizer", "d_steps", "regularizers"],
  },
  { id: "discriminator", kind: "card", player: "d", columns: 4, each: 4, fields: ["discriminator", "packing"], folded: ["packing"] },
  { id: "samples", kind: "plain", columns: 3, each: 3, fields: ["data"] },
  { id: "noise", kind: "plain", columns: 2, each: 2, fields: ["prior"] },
  { id: "loss", kind: "loss", columns: 1, each: 2, fields: ["loss"] },
  { id: "generator", kind: "card", player: "g", columns: 4, each: 4, fields: ["generator"] },
  {
    id: "g-updates",
    kind: "rail",
    player: "g",
    columns: 4,
    each: 2,
    fields: ["g_optimizer", "g_steps", "g_ema", "g_mean", "unroll"],
    folded: ["g_mean", "unroll"],
  },
  {
    id: "game",
    kind: "plain",
    columns: 4,
    each: 1,
    fields: ["model", "dynamics", "batch_size", "seed", "scaling", "schedule"],
    folded: ["scaling", "schedule"],
  },
]);

/** Groups of the panel of images, where the networks themselves are built beside them. */
export const IMAGE_GROUPS = /** @type {Group[]} */ ([
  { id: "loss", kind: "loss", columns: 1, each: 1, fields: ["loss", "regularizers"] },
  { id: "d-updates", kind: "plain", player: "d", columns: 2, each: 2, fields: ["d_optimizer", "d_steps", "discriminator"] },
  { id: "g-updates", kind: "plain", player: "g", columns: 2, each: 2, fields: ["g_optimizer", "g_steps", "g_ema", "g_mean", "generator"] },
  { id: "game", kind: "plain", columns: 2, each: 2, fields: ["batch_size", "model", "prior", "dynamics", "schedule", "seed"] },
]);

/** The controls of these groups that always stand in sight, two in a row, below the loss and its rules; the rest unfolds. */
export const IMAGE_FIRST = ["d-optimizer-lr", "g-optimizer-lr", "batch-size", "d-steps"];

/** Fields that the panel of images has no control for: chosen elsewhere in it, or refused for images. */
const NOT_OF_IMAGES = ["data", "scaling", "packing", "unroll"];

/** Where fields go that no group names. */
const MORE = /** @type {Group} */ ({ id: "more", kind: "plain", columns: 4, each: 4, fields: [] });

/**
 * The groups that this catalog fills, with their fields; whatever no group names is in "more".
 * @param {Catalog} catalog
 * @param {import("../scene.js").Scene} [scene]
 * @returns {{group: Group, fields: Field[]}[]}
 */
export function groupFields(catalog, scene = "plane") {
  const groups = scene === "image" ? IMAGE_GROUPS : GROUPS;
  const byName = new Map(catalog.fields.map((field) => [field.name, field]));
  const placed = new Set(groups.flatMap((group) => group.fields));
  if (scene === "image") NOT_OF_IMAGES.forEach((name) => placed.add(name));
  const known = groups.map((group) => ({
    group,
    fields: group.fields.flatMap((name) => byName.get(name) ?? []),
  }));
  const rest = catalog.fields.filter((field) => !placed.has(field.name) && offersChoice(field));
  return [...known, { group: MORE, fields: rest }].filter(({ fields }) => fields.length > 0);
}

/**
 * Which controls of a group are shown and which are folded away: the first of each field are
 * shown, then as many others as complete the last row.
 * @template T
 * @param {{name: string, controls: T[]}[]} perField the controls of each field
 * @param {Group} group
 * @returns {{shown: T[], folded: T[]}}
 */
export function arrange(perField, { columns, each, folded = [] }) {
  const kept = perField.map(({ name, controls }) => ({ controls, most: folded.includes(name) ? 0 : each }));
  const first = kept.flatMap(({ controls, most }) => controls.slice(0, most));
  const others = kept.flatMap(({ controls, most }) => controls.slice(most));
  const room = (columns - (first.length % columns)) % columns;
  return { shown: [...first, ...others.slice(0, room)], folded: others.slice(room) };
}

/** Decided by the panel that one is in, not by a control. */
const BY_PANEL = "scene";

/** Whether a field leaves anything to decide. @param {Field} field */
export function offersChoice(field) {
  return field.name !== BY_PANEL && !(field.param?.kind === "choice" && (field.param.choices?.length ?? 0) < 2);
}

/** @param {Catalog} catalog @param {Field} field @returns {Entry[]} what a field chooses among */
export function entriesOf(catalog, field) {
  return field.registry ? (catalog.registries[field.registry] ?? []) : [];
}

/** @param {Entry[]} entries @param {string} id @returns {Entry|undefined} */
export function entryOf(entries, id) {
  return entries.find((entry) => entry.id === id);
}

/** Kinds of parameters that no form can show: point sets are drawn, layers are built. */
const NOT_TYPED = ["points", "layers", "key"];

/** Parameters that a form can show. @param {Entry} [entry] */
export function formParams(entry) {
  return (entry?.params ?? []).filter((param) => !NOT_TYPED.includes(param.kind));
}

/** Entries whose parameters a form can fill in. @param {Entry[]} entries */
export function formEntries(entries) {
  return entries.filter((entry) => entry.params.every((param) => param.kind !== "points"));
}
