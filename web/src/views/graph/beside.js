// Chips in the graph: the class that the networks are told beside noise and samples, and D's packs.
import { html } from "../../../vendor/htm-preact.js";
import { controlId } from "../../controls/ids.js";
import { texts } from "../../texts.js";
import { packing } from "../company.js";
import { placed } from "./placed.js";

/** @typedef {import("./layouts.js").Layout} Layout */
/** @typedef {import("./layouts.js").Chip} Chip */
/** @typedef {import("../../protocol.js").StateEvent} StateEvent */

/** A chip is lit with the node that it stands at. */
const WITH = /** @type {Record<string, string>} */ ({ label_generator: "noise" });

/** @typedef {[id: string, chip: Chip, words: {label: string, help: string}]} Told */

/**
 * The chips of the run: with labels one at each network; with packs one at D.
 * @param {Layout} layout
 * @param {Pick<StateEvent, "config"|"classes">|null} session
 * @returns {Told[]}
 */
export function chipsOf({ beside }, session) {
  if (!beside || !session) return [];
  const { label } = texts.classes;
  const size = packing(session.config);
  /** @type {Told[]} */
  const labels = [["label_generator", beside.label_generator, label], ["beside_discriminator", beside.beside_discriminator, label]];
  /** @type {Told} */
  const packs = ["packs", beside.packs, texts.company.chip(size)];
  return [...(session.classes ? labels : []), ...(size > 1 ? [packs] : [])];
}

/**
 * The layout with the lines of the chips.
 * @param {Layout} layout
 * @param {Told[]} chips
 * @returns {Layout}
 */
export const withChips = (layout, chips) =>
  chips.length ? { ...layout, edges: { ...layout.edges, ...Object.fromEntries(chips.flatMap(([, { edge }]) => (edge ? [edge] : []))) } } : layout;

/** @param {{chips: Told[], litNode: (id: string) => boolean}} props */
export function Chips({ chips, litNode }) {
  return chips.map(
    ([id, chip, { label, help }]) => html`<span
      key=${id}
      class="graph-chip"
      style=${placed(chip)}
      data-testid=${`node-${controlId(id)}`}
      data-lit=${litNode(WITH[id] ?? "discriminator")}
      data-tip-title=${label}
      data-tip=${help}
      >${label}</span
    >`,
  );
}
