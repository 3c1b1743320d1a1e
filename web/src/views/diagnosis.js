// The diagnosis: what goes wrong in the run, in plain words, with the signal that speaks and what to try.
import { html } from "../../vendor/htm-preact.js";
import { useLayoutEffect, useMemo, useRef, useState } from "../../vendor/preact-hooks.js";
import { controlId } from "../controls/ids.js";
import { fillTemplate, printNumber } from "../lib/template.js";
import { translateText } from "../lib/translate-catalog.js";
import { texts } from "../texts.js";
import { Explain, explained } from "./explain.js";
import { Icon } from "./icons.js";

const words = texts.diagnosis;

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").Entry} Entry */
/** @typedef {import("../protocol.js").Finding} Finding */
/** @typedef {{entry: Entry, finding: Finding, sentence: string}} Told */

/** @typedef {{title: string, text: string, good: boolean}} Calm what is said where nothing is found */

/**
 * A card as high as the longest finding needs, whatever it says: nothing below it moves.
 * @param {{store: Store, calm?: Calm|null}} props
 */
export function Diagnosis({ store, calm = null }) {
  const [chosen, choose] = useState(/** @type {string|null} */ (null));
  const entries = store.catalog.value?.registries.detectors ?? [];
  const all = toldBy(entries, store.readout.value.diagnosis ?? []);
  const shown = all.find(({ entry }) => entry.id === chosen) ?? all[0];
  const card = useFocusKept();
  return html`<section ref=${card} class=${`diagnosis ${shown ? "diagnosis-warn" : calm?.good ? "diagnosis-good" : ""}`} data-testid="diagnosis" aria-label=${words.title}>
    ${shown
      ? html`<${Trouble} store=${store} told=${shown} all=${all} choose=${choose} />`
      : html`<${Quiet} trained=${store.readout.value.step > 0} entries=${entries} calm=${calm} />`}
    <${Aloud} all=${all} />
  </section>`;
}

/**
 * A finding takes its buttons along when it goes: who was at one of them is led to the card's heading,
 * not to another finding's button, which would do something else.
 * @returns {{current: HTMLElement|null}} for the card
 */
function useFocusKept() {
  const card = useRef(/** @type {HTMLElement|null} */ (null));
  const within = card.current?.contains(document.activeElement) ?? false; // before this rendering changes it
  useLayoutEffect(() => {
    if (!within || card.current?.contains(document.activeElement)) return;
    /** @type {HTMLElement|null|undefined} */ (card.current?.querySelector(".diagnosis-title"))?.focus();
  });
  return card;
}

/**
 * What is found, in sentences; what the catalog does not know is left out.
 * @param {Entry[]} entries @param {Finding[]} findings
 * @returns {Told[]}
 */
export function toldBy(entries, findings) {
  return findings.flatMap((finding) => {
    const entry = entries.find(({ id }) => id === finding.id);
    if (!entry) return [];
    return { entry, finding, sentence: fillTemplate(entry.says?.[finding.case] ?? entry.help, finding.facts) };
  });
}

/** @param {{trained: boolean, entries: Entry[], calm: Calm|null}} props */
function Quiet({ trained, entries, calm }) {
  const title = calm?.title ?? (trained ? words.calm : words.waiting);
  const heading = html`<h3 class="diagnosis-title" tabindex="-1" data-testid="diagnosis-title">${calm?.good && html`<${Icon} name="check" />`} ${title}</h3>`;
  if (!calm) {
    return html`${heading}
      <p class="diagnosis-calm">${words.watched}</p>
      <ul class="diagnosis-watched">${entries.map(({ id, label }) => html`<li key=${id}>${label}</li>`)}</ul>`;
  }
  const watched = `${words.watched} ${entries.map(({ label }) => label).join(", ")}.`;
  return html`<div class="diagnosis-head">${heading} <${Explain} id="watched" label=${words.title} help=${watched} /></div>
    <p class="diagnosis-calm" data-testid="diagnosis-calm">${calm.text}</p>`;
}

/** @param {{store: Store, told: Told, all: Told[], choose: (id: string) => void}} props */
function Trouble({ store, told: { entry, finding, sentence }, all, choose }) {
  const next = all[(all.findIndex((other) => other.entry === entry) + 1) % all.length];
  return html`<div class="diagnosis-head">
      <h3 class="diagnosis-title" tabindex="-1" data-testid="diagnosis-title"><${Icon} name="warning" /> ${entry.label}</h3>
      ${all.length > 1 &&
      html`<button type="button" class="button ghost small" data-testid="diagnosis-next"
        ...${explained(next.entry.label, words.nextHelp)} onClick=${() => choose(next.entry.id)}>
        ${words.place(all.findIndex((other) => other.entry === entry) + 1, all.length)}
      </button>`}
    </div>
    <p class="diagnosis-text" data-testid="diagnosis-text">${sentence} ${words.since(finding.since)}</p>
    <p class="diagnosis-signal" data-testid="diagnosis-signal">${signalOf(entry, finding)}</p>
    <${Actions} key=${entry.id} store=${store} entry=${entry} finding=${finding} />`;
}

/** The signal's level, and from which level on it speaks. @param {Entry} entry @param {Finding} finding */
export function signalOf({ threshold = 0, share = false, below = false }, { level }) {
  const shown = printNumber(level, share);
  const bound = printNumber(threshold, share);
  return below ? words.signalBelow(shown, bound) : words.signalAbove(shown, bound);
}

/** @param {{store: Store, entry: Entry, finding: Finding}} props */
function Actions({ store, entry, finding: { suggestion } }) {
  const control = `remedy-${controlId(entry.id)}`;
  const error = store.errors.value[control];
  const more = words.why(entry.signal ?? "", entry.advice ?? "", entry.source ?? "");
  const apply = () => suggestion && store.ready.value && store.configure(control, suggestion.changes);
  return html`<div class="diagnosis-actions">
    ${suggestion &&
    html`<button type="button" class="button small" data-testid="remedy" aria-disabled=${!store.ready.value}
      ...${explained(words.remedy, entry.advice ?? "")} onClick=${apply}>
      ${translateText(suggestion.label, texts.catalog)}
    </button>`}
    <button type="button" class="button small" data-testid="diagnosis-why" data-tip-press
      data-tip-title=${entry.label} data-tip=${entry.help} data-tip-more=${more} aria-description=${`${entry.help} ${more}`}>
      ${words.whyLabel}
    </button>
    ${error && html`<span class="refusal" role="alert">${error}</span>`}
  </div>`;
}

/** Says a finding aloud once, when it comes, and not again for each new number in it. @param {{all: Told[]}} props */
function Aloud({ all }) {
  const ids = all.map(({ entry }) => entry.id).join();
  const said = useMemo(() => all.map(({ entry, sentence }) => `${entry.label}: ${sentence}`).join(" "), [ids]);
  return html`<div class="hidden" role="status" aria-live="polite" data-testid="diagnosis-aloud">${said}</div>`;
}
