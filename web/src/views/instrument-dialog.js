// The dialog to choose instruments in: each with all that one should know before believing it.
import { html } from "../../vendor/htm-preact.js";
import { controlId } from "../controls/ids.js";
import { texts } from "../texts.js";
import { Formula } from "./formula.js";
import { Icon } from "./icons.js";
import { floorOf, needsOf } from "./instrument-words.js";
import { Modal } from "./modal.js";

const words = texts.instruments;

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").Entry} Entry */

/** @param {{store: Store, entries: Entry[]}} props */
export function InstrumentDialog({ store, entries }) {
  const open = store.instruments.dialogOpen.value;
  const close = () => (store.instruments.dialogOpen.value = false);
  const groups = Object.entries(words.groups);
  return html`<${Modal} open=${open} close=${close} titleId="instruments-title" testid="instruments-dialog" kind="instruments-sheet">
    <div class="sheet-body">
      <div class="sheet-head">
        <h2 id="instruments-title">${words.title}</h2>
        <button type="button" class="button ghost square" data-testid="instruments-close" aria-label=${words.close} onClick=${close}>
          <${Icon} name="close" />
        </button>
      </div>
      <p>${words.intro}</p>
      ${open &&
      groups.map(([group, title]) => {
        const listed = entries.filter((entry) => entry.group === group);
        return listed.length > 0 && html`<section key=${group} class="instrument-group" aria-labelledby=${`instruments-${group}`}>
          <h3 id=${`instruments-${group}`}>${title}</h3>
          ${listed.map((entry) => html`<${Choice} key=${entry.id} store=${store} entry=${entry} />`)}
        </section>`;
      })}
    </div>
  <//>`;
}

/** @param {{store: Store, entry: Entry}} props */
function Choice({ store, entry }) {
  const { id, label, help, formula, misleads } = entry;
  const name = controlId(id);
  return html`<div class="instrument-choice">
    <label class="check">
      <input
        type="checkbox"
        data-testid=${`instrument-choose-${name}`}
        checked=${store.instruments.chosen.value.includes(id)}
        aria-describedby=${`instrument-words-${name}`}
        onChange=${() => store.instruments.toggle(id)}
      />
      <span>${label}</span>
    </label>
    <div id=${`instrument-words-${name}`}>
      <p>${help}</p>
      <p><b>${words.misleadsLabel}</b> ${misleads}</p>
      <p class="instrument-facts">${factsOf(store, entry)}</p>
    </div>
    ${formula && html`<${Formula} tex=${formula} registry="instruments" />`}
  </div>`;
}

/** Sample size, direction, floor and source, on a line. @param {Store} store @param {Entry} entry */
function factsOf(store, entry) {
  const { id, better = "neither", samples = 0, of, at_rest: atRest, source } = entry;
  const reading = store.instruments.readings.value[id];
  const parts = [
    of === "path" ? words.pairs(samples) : words.samples(samples),
    words.better[better],
    of === "path" ? words.atRest(atRest ?? "") : reading ? floorOf(reading) : words.floorLater,
    needsOf(entry),
    source ?? "",
  ];
  return parts.filter(Boolean).map((part) => part.replace(/\.$/, "")).join(" · ");
}
