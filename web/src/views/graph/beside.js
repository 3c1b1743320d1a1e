// Chips in the graph: what the networks are told beside noise and samples, a class or a code.
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
 * The chips of the run's model: with labels one at each network, with an encoder one at D.
 * @param {Layout} layout
 * @param {StateEvent|null} session
 * @returns {[id: string, chip: Chip, kind: "label"|"code"][]}
 */
export function chipsOf({ beside }, session) {
  if (!beside) return [];
  if (session?.classes) return [["label_generator", beside.label_generator, "label"], ["beside_discriminator", beside.beside_discriminator, "label"]];
  return session?.encoder ? [["beside_discriminator", beside.beside_discriminator, "code"]] : [];
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
  return chips.map(([id, chip, kind]) => {
    const { label, help } = words[kind];
    return html`<span
      key=${id}
      class="graph-chip"
      style=${placed(chip)}
      data-testid=${`node-${controlId(id)}`}
      data-lit=${litNode(WITH[id])}
      data-tip-title=${label}
      data-tip=${help}
      >${kind === "code" ? "E(x), z" : label}</span
    >`;
  });
}
