// Chips in the graph: the class that the networks are told beside noise and samples.
import { html } from "../../../vendor/htm-preact.js";
import { controlId } from "../../controls/ids.js";
import { texts } from "../../texts.js";
import { placed } from "./placed.js";

/** @typedef {import("./layouts.js").Layout} Layout */
/** @typedef {import("./layouts.js").Chip} Chip */
/** @typedef {import("../../protocol.js").StateEvent} StateEvent */

const words = texts.classes;

/** A chip is lit with the node that it stands at. */
const WITH = /** @type {Record<string, string>} */ ({ label_generator: "noise", beside_discriminator: "discriminator" });

/**
 * The chips of the run's model: with labels one at each network.
 * @param {Layout} layout
 * @param {StateEvent|null} session
 * @returns {[id: string, chip: Chip][]}
 */
export function chipsOf({ beside }, session) {
  if (!beside || !session?.classes) return [];
  return [["label_generator", beside.label_generator], ["beside_discriminator", beside.beside_discriminator]];
}

/**
 * The layout with the lines of the chips.
 * @param {Layout} layout
 * @param {ReturnType<typeof chipsOf>} chips
 * @returns {Layout}
 */
export const withChips = (layout, chips) =>
  chips.length ? { ...layout, edges: { ...layout.edges, ...Object.fromEntries(chips.map(([, { edge }]) => edge)) } } : layout;

/** @param {{chips: ReturnType<typeof chipsOf>, litNode: (id: string) => boolean}} props */
export function Chips({ chips, litNode }) {
  const { label, help } = words.label;
  return chips.map(
    ([id, chip]) => html`<span
      key=${id}
      class="graph-chip"
      style=${placed(chip)}
      data-testid=${`node-${controlId(id)}`}
      data-lit=${litNode(WITH[id])}
      data-tip-title=${label}
      data-tip=${help}
      >${label}</span
    >`,
  );
}
