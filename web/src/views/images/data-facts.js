// The data: eight of the real images, and what can be counted of them.
import { html } from "../../../vendor/htm-preact.js";
import { entriesOf, entryOf } from "../../controls/groups.js";
import { formatCount, formatFixed } from "../../lib/format.js";
import { clockTime } from "../../lib/clock-time.js";
import { texts } from "../../texts.js";
import { Explain } from "../explain.js";
import { Icon } from "../icons.js";
import { looksWords } from "./counters.js";
import { Tile } from "./tile.js";

/** @typedef {import("../../store.js").Store} Store */

const words = texts.images;
const { time } = texts;

/** So many fit beside each other in two rows. */
const EXAMPLES = 8;

/** @param {{store: Store}} props */
export function DataFacts({ store }) {
  const { images } = store.gallery.usual.real.value;
  return html`<section class="data-facts" aria-labelledby="data-facts-title">
    <div class="panel-head"><h2 id="data-facts-title">${words.dataTitle}</h2></div>
    <div class="examples" aria-hidden="true" data-testid="examples">
      ${Array.from({ length: EXAMPLES }, (_, index) => html`<${Tile} key=${index} images=${images} index=${index} />`)}
    </div>
    <dl class="facts">
      ${factsOf(store).map(([id, label, value, help]) => html`<div key=${id}>
        <dt>${label} ${help && html`<${Explain} id=${`fact-${id}`} label=${label} help=${help} />`}</dt>
        ${id === "pixels" ? html`<dd class="fact-chosen"><${Scaling} store=${store} value=${value} /></dd>` : html`<dd data-testid=${`fact-${id}`}>${value}</dd>`}
      </div>`)}
    </dl>
  </section>`;
}

/** @param {Store} store @returns {[string, string, string, string?][]} id, label, value and, where it needs some, help of each fact */
function factsOf(store) {
  const catalog = store.catalog.value;
  const config = store.session.value?.config;
  const facts = store.session.value?.images;
  const { epochs, examples, trainedS } = store.readout.value;
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
    ["trained", time.trained, clockTime(trainedS), time.trainedHelp],
    ["looks", time.looks, looksWords(store) || words.unknown, time.looksHelp],
  ];
}

/** The range that pixels are brought to, to be chosen; the select lies unseen over what it says. @param {{store: Store, value: string}} props */
function Scaling({ store, value }) {
  const catalog = store.catalog.value;
  const field = catalog?.fields.find(({ name }) => name === "scaling");
  const said = html`<span data-testid="fact-pixels">${value}</span>`;
  if (!catalog || !field) return said;
  const options = entriesOf(catalog, field);
  const chosen = store.pending.value.scaling ?? store.session.value?.config.scaling.id;
  const help = `${field.help} ${entryOf(options, chosen)?.help ?? ""}`;
  return html`<label class="over" data-tip-title=${field.label} data-tip=${help} data-tip-more=${texts.bar.startsRun}>
    ${said}<${Icon} name="chevron" />
    <select data-testid="scaling" aria-label=${field.label} aria-description=${`${help} ${texts.bar.startsRun}`} value=${chosen}
      onChange=${(/** @type {any} */ event) => store.configure("scaling", { scaling: { id: event.currentTarget.value } }, event.currentTarget.value)}>
      ${options.map(({ id, label }) => html`<option key=${id} value=${id} selected=${id === chosen}>${label}</option>`)}
    </select>
  </label>`;
}
