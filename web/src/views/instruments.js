// The instruments: those that were chosen, each beside what a perfect sampler scores, and the dialog to choose them.
import { html } from "../../vendor/htm-preact.js";
import { controlId } from "../controls/ids.js";
import { formatPercent } from "../lib/format.js";
import { texts } from "../texts.js";
import { ChartBody, smoothMetric } from "./charts.js";
import { Explain, explained, explanationOf } from "./explain.js";
import { Icon } from "./icons.js";
import { InstrumentDialog } from "./instrument-dialog.js";
import { InstrumentDetail, SHARES } from "./instrument-detail.js";
import { byOf, floorOf, missingFor, moreOf, printed, verdictOf } from "./instrument-words.js";

const words = texts.instruments;

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").Entry} Entry */
/** @typedef {import("../protocol.js").Reading} Reading */
/** @typedef {import("../lib/palette.js").Palette} Palette */

/** Under the charts of the plane: a heading, and what was chosen. @param {{store: Store}} props */
export function Instruments({ store }) {
  return html`<section class="instruments" data-testid="instruments" aria-label=${words.title}>
    <div class="instruments-head">
      <h3>${words.title}</h3>
      <span class="spacer"></span>
      <button type="button" class="button small" ...${chooser(store)}>${words.choose}</button>
    </div>
    <${InstrumentCards} store=${store} />
    <${InstrumentDialog} store=${store} entries=${entriesIn(store)} />
  </section>`;
}

/** Among the charts of images: those that were chosen. @param {{store: Store}} props */
export function InstrumentCards({ store }) {
  const entries = entriesIn(store);
  return store.instruments.chosen.value
    .flatMap((id) => entries.find((entry) => entry.id === id) ?? [])
    .map((entry) => html`<${Instrument} key=${entry.id} store=${store} entry=${entry} />`);
}

/** In the head of a column: one more chart. @param {{store: Store}} props */
export function AddInstrument({ store }) {
  return html`<button type="button" class="button ghost small" ...${chooser(store)}>${words.add}<${Icon} name="plus" /></button>
    <${InstrumentDialog} store=${store} entries=${entriesIn(store)} />`;
}

/** @param {Store} store */
const entriesIn = (store) => store.catalog.value?.registries.instruments ?? [];

/** What opens the dialog. @param {Store} store */
const chooser = (store) => ({
  "data-testid": "instruments-choose",
  ...explained(words.title, words.help),
  onClick: () => (store.instruments.dialogOpen.value = true),
});

/** @param {{store: Store, entry: Entry}} props */
function Instrument({ store, entry }) {
  const { id, label, help, formula, unit = "" } = entry;
  const name = controlId(id);
  const reading = store.instruments.readings.value[id];
  const note = noteOf(store, entry, reading);
  return html`<section class="chart instrument" data-shows=${entry.shows || undefined} data-testid=${`instrument-${name}`} aria-describedby=${explanationOf(`instrument-${name}`)}>
    <div class="chart-head">
      <h3>${label}</h3>
      <${Explain} id=${`instrument-${name}`} label=${label} help=${help} more=${moreOf(entry)} formula=${formula} registry="instruments" />
      <span class="spacer"></span>
      <span class="chart-value">
        <b data-testid=${`instrument-value-${name}`} aria-describedby=${explanationOf(`instrument-${name}`)}>${reading?.value === undefined ? "–" : printed(reading.value)}</b>
        ${" "}${unit}
      </span>
      <button type="button" class="button ghost small square" data-testid=${`instrument-remove-${name}`}
        aria-label=${words.remove(label)} ...${explained(words.remove(label), words.removeHelp)}
        onClick=${() => store.instruments.toggle(id)}>
        <${Icon} name="close" />
      </button>
    </div>
    <p class="instrument-note" data-testid=${`instrument-note-${name}`} title=${note}>${note}</p>
    ${entry.shows !== SHARES && html`<${ChartBody}
      store=${store}
      floor=${reading?.floor?.[0] ?? null}
      floorLabel=${words.perfect}
      coloursOf=${(/** @type {Palette} */ { text }) => [text]}
      smooth=${smoothMetric}
      read=${() => store.instruments.past(id)}
    />`}
    ${entry.shows && html`<${InstrumentDetail} store=${store} entry=${entry} reading=${reading} />`}
  </section>`;
}

/**
 * The line under the value: the floor with its spread, the direction that is good, the verdict.
 * @param {Store} store
 * @param {Entry} entry
 * @param {Reading|undefined} reading
 */
function noteOf(store, entry, reading) {
  const missing = missingFor(entry, store.session.value);
  if (missing) return missing;
  if (entry.of === "path") return reading ? words.atRest(entry.at_rest ?? "") : words.needsSteps;
  const preparing = reading ? reading.preparing : preparingOf(store, entry);
  if (preparing !== undefined) return words.preparing(formatPercent(preparing));
  if (!reading) return words.measuring;
  return [floorOf(reading), words.better[entry.better ?? "neither"], verdictOf(reading), byOf(reading)].filter(Boolean).join(" · ");
}

/** How far the classifier is, which one instrument waits for as the others do. @param {Store} store @param {Entry} entry */
function preparingOf(store, { of }) {
  const readings = Object.values(store.instruments.readings.value);
  return of === "images" ? readings.find(({ preparing }) => preparing !== undefined)?.preparing : undefined;
}
