// The menu of layers to add, grouped by what they are for.
import { html } from "../../../vendor/htm-preact.js";
import { LAYERS_REGISTRY } from "../../layer-draft.js";
import { texts } from "../../texts.js";
import { Menu } from "../menu.js";

const words = texts.builder;
const titles = /** @type {Record<string, string>} */ (words.kinds);

/** @typedef {import("../../protocol.js").Entry} Entry */

/**
 * Layers in the groups of their kinds; one of a kind without a name goes last.
 * @param {Entry[]} entries
 * @returns {{kind: string, entries: Entry[]}[]}
 */
export function byKind(entries) {
  const kindOf = (/** @type {Entry} */ { kind }) => (kind && kind in titles ? kind : "other");
  return Object.keys(titles)
    .map((kind) => ({ kind, entries: entries.filter((entry) => kindOf(entry) === kind) }))
    .filter((group) => group.entries.length > 0);
}

/**
 * @param {{store: import("../../store.js").Store, id: string, label: string, help: string, small?: boolean,
 *   plain?: boolean, choose: (id: string) => void}} props `small` between two layers, `plain` among other buttons
 */
export function LayerMenu({ store, id, label, help, small, plain, choose }) {
  const groups = byKind(store.catalog.value?.registries[LAYERS_REGISTRY] ?? []).map(({ kind, entries }) => ({
    label: titles[kind],
    items: entries.map((entry) => ({ id: `${id}-${entry.id}`, label: entry.label, act: () => choose(entry.id) })),
  }));
  const look = small ? "builder-insert" : plain ? "button small" : "button ghost";
  return html`<${Menu} id=${id} label=${label} help=${help} icon="plus" wordless=${small} look=${look} floating=${true} groups=${groups} />`;
}
