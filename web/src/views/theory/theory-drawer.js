// The loss theory drawer at the foot of the left column: what each player minimizes, in symbols, words and a live chart.
import { html } from "../../../vendor/htm-preact.js";
import { useState } from "../../../vendor/preact-hooks.js";
import { entriesOf, entryOf, formEntries } from "../../controls/groups.js";
import { axisOf } from "../../lib/loss-curve.js";
import { texts } from "../../texts.js";
import { explained } from "../explain.js";
import { controlsOf } from "../field-group.js";
import { softenedLines } from "../softened.js";
import { Formula, formulaLines } from "../formula.js";
import { Icon } from "../icons.js";
import { SelectField } from "../inputs.js";
import { short } from "../viewport.js";
import { LossChart } from "./loss-chart.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").Entry} Entry */
/** @typedef {import("../../protocol.js").Catalog} Catalog */
/** @typedef {import("../../protocol.js").Field} Field */
/** @typedef {import("../../protocol.js").RunConfig} RunConfig */
/** @typedef {{store: Store, catalog: Catalog, field: Field, config: RunConfig, entry: Entry}} LossProps */

const words = texts.theory;

/** @param {{store: Store}} props */
export function TheoryDrawer({ store }) {
  const mode = store.graphMode.value;
  const [opened, setOpened] = useState(/** @type {Record<string, boolean>} */ ({ overview: !short.peek() }));
  const open = opened[mode] ?? false;
  const loss = lossOf(store);
  if (!loss) return null;
  return html`<section class="theory" data-testid="theory" aria-labelledby="theory-title">
    <div class="theory-head">
      <h2 id="theory-title">${words.title}</h2>
      <${LossSelect} ...${loss} editing=${mode === "edit"} />
      <p>${open ? "" : words.closed}</p>
      <button
        type="button"
        class="button ghost small square"
        data-testid="theory-toggle"
        aria-expanded=${open}
        aria-label=${open ? words.close : words.open}
        ...${explained(words.title, words.help)}
        onClick=${() => setOpened({ ...opened, [mode]: !open })}
      >
        <span class=${open ? "" : "turned"}><${Icon} name="chevron" /></span>
      </button>
    </div>
    ${open && html`<${TheoryBody} ...${loss} editing=${mode === "edit"} />`}
  </section>`;
}

/** @param {Store} store @returns {LossProps|null} */
function lossOf(store) {
  const catalog = store.catalog.value;
  const config = store.session.value?.config;
  const field = catalog?.fields.find(({ name }) => name === "loss");
  const entry = catalog && field && config && entryOf(entriesOf(catalog, field), config.loss.id);
  return catalog && config && field && entry ? { store, catalog, field, config, entry } : null;
}

/**
 * The same field as in edit mode; there, that one is the control and this one its second view.
 * @param {LossProps & {editing: boolean}} props
 */
function LossSelect({ store, catalog, field, entry, editing }) {
  const id = editing ? "theory-loss" : "loss";
  const words = { id, label: field.label, help: `${field.help} ${entry.help}`, live: field.live };
  return html`<${SelectField}
    key=${id}
    store=${store}
    words=${words}
    options=${formEntries(entriesOf(catalog, field))}
    value=${entry.id}
    change=${(/** @type {string} */ next) => store.configure(id, { loss: { id: next } }, next)}
  />`;
}

/** @param {LossProps & {editing: boolean}} props */
function TheoryBody({ store, catalog, field, config, entry, editing }) {
  const [otherId, compare] = useState("");
  const entries = entriesOf(catalog, field);
  const others = formEntries(entries).filter(({ id, curves }) => id !== entry.id && curves);
  const other = others.find(({ id }) => id === otherId) ?? null;
  const [, ...params] = controlsOf({ store, catalog, config, field, marked: false });
  return html`<div class="theory-body">
    <div class="theory-words">
      <${Formulas} entry=${entry} />
      <${Softened} store=${store} />
      <p>${entry.help}</p>
      ${!editing && params.length > 0 && html`<div class="fields" data-columns="2">${params}</div>`}
    </div>
    <div class="theory-picture">
      <${LossChart} store=${store} entry=${entry} other=${other} axis=${axisOf(entry)} />
      ${entry.pairs && html`<p class="theory-note">${words.pairs}</p>`}
      ${isUnusual(entry, config) && html`<p class="theory-note">${words.usual}</p>`}
      <label class="theory-compare" data-tip-title=${words.compare} data-tip=${words.compareHelp}>
        <span class="label">${words.compare}</span>
        <span class="select">
          <select
            data-testid="theory-compare"
            value=${other?.id ?? ""}
            onChange=${(/** @type {any} */ event) => compare(event.currentTarget.value)}
          >
            <option value="">${words.none}</option>
            ${others.map(({ id, label }) => html`<option key=${id} value=${id} selected=${id === other?.id}>${label}</option>`)}
          </select>
          <${Icon} name="chevron" />
        </span>
      </label>
    </div>
    ${entry.minimizes && html`<${Minimizes} what=${entry.minimizes} />`}
  </div>`;
}

/** What else D learns by, where a rule makes it easier for it. @param {{store: Store}} props */
function Softened({ store }) {
  const said = softenedLines(store.readout.value);
  return said.length > 0 && html`<p class="theory-note" data-testid="softened">${said.join(" ")}</p>`;
}

/** What the game measures. @param {{what: string}} props */
function Minimizes({ what }) {
  return html`<p class="theory-minimizes" data-testid="theory-minimizes">
    <b ...${explained(words.divergence, words.divergenceHelp)}>${words.divergence}</b> ${what}.
  </p>`;
}

/** Whether the curves are of other parameters than the run's. @param {Entry} entry @param {RunConfig} config */
function isUnusual(entry, config) {
  return entry.params.some((param) => config.loss.params[param.name] !== param.default);
}

/** What each player minimizes; the formula of a loss has D's part first. @param {{entry: Entry}} props */
function Formulas({ entry }) {
  if (!entry.formula) return null;
  const players = /** @type {const} */ (["d", "g"]);
  return html`${formulaLines(entry.formula).map((tex, k) => {
    const player = players[k];
    return html`${player && html`<h3 class=${`theory-player-${player}`}>${words.minimizes[player]}</h3>`}
      <${Formula} key=${k} tex=${tex} registry="losses" />`;
  })}`;
}
