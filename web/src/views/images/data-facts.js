// The data: eight of the real images, and what can be counted of them.
import { html } from "../../../vendor/htm-preact.js";
import { entriesOf, entryOf } from "../../controls/groups.js";
import { formatCount, formatFixed } from "../../lib/format.js";
import { texts } from "../../texts.js";
import { Tile } from "./tile.js";

/** @typedef {import("../../store.js").Store} Store */

const words = texts.images;

/** So many fit beside each other in two rows. */
const EXAMPLES = 8;

/** @param {{store: Store}} props */
export function DataFacts({ store }) {
  const { images } = store.gallery.real.value;
  return html`<section class="data-facts" aria-labelledby="data-facts-title">
    <div class="panel-head"><h2 id="data-facts-title">${words.dataTitle}</h2></div>
    <div class="examples" aria-hidden="true" data-testid="examples">
      ${Array.from({ length: EXAMPLES }, (_, index) => html`<${Tile} key=${index} images=${images} index=${index} />`)}
    </div>
    <dl class="facts">${factsOf(store).map(([id, label, value]) => html`<div key=${id}><dt>${label}</dt><dd data-testid=${`fact-${id}`}>${value}</dd></div>`)}</dl>
  </section>`;
}

/** @param {Store} store @returns {[string, string, string][]} id, label and value of each fact */
function factsOf(store) {
  const catalog = store.catalog.value;
  const config = store.session.value?.config;
  const facts = store.session.value?.images;
  const { epochs, examples } = store.readout.value;
  /** @param {string} name */
  const chosen = (name) => {
    const field = catalog?.fields.find((other) => other.name === name);
    return (catalog && field && config && entryOf(entriesOf(catalog, field), config[name].id)?.label) || words.unknown;
  };
  const [channels, height, width] = facts?.shape ?? [];
  return [
    ["name", words.facts.name, chosen("data")],
    ["examples", words.facts.examples, facts ? formatCount(facts.examples) : words.unknown],
    ["shape", words.facts.shape, facts ? words.shape(channels, height, width) : words.unknown],
    ["classes", words.facts.classes, facts ? (facts.names.length ? formatCount(facts.names.length) : words.none) : words.unknown],
    ["pixels", words.facts.pixels, chosen("scaling")],
    ["seen", words.facts.seen, examples === null ? words.unknown : formatCount(examples)],
    ["epochs", words.facts.epochs, epochs === null ? words.unknown : formatFixed(epochs, 2)],
  ];
}
