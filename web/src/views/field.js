// The frame around every control: label, help, the sign that a change took effect, and refusals.
import { html } from "../../vendor/htm-preact.js";
import { useEffect, useRef } from "../../vendor/preact-hooks.js";
import { texts } from "../texts.js";
import { Icon } from "./icons.js";

/** @typedef {import("../store.js").Store} Store */

/**
 * What a control needs to be named, explained and answered.
 * @typedef {object} FieldWords
 * @property {string} id control id, also its data-testid
 * @property {string} label
 * @property {string} help
 * @property {string} [range] what values are allowed, in words
 * @property {string|null} [formula] TeX, of what is chosen
 * @property {string|null} [registry] whose formula it is
 * @property {boolean} live whether a change acts at once or starts a new run
 * @property {string} [effect] when a change acts, if neither at once nor in a new run
 * @property {boolean} [marked] carries the sign of a new run by itself, as its group does not
 */

/** Ids of the elements around a control. @param {string} id */
const partsOf = (id) => ({ control: `control-${id}`, help: `help-${id}`, error: `error-${id}` });

/**
 * Attributes that tie a control to its label, help and refusal.
 * @param {Store} store
 * @param {string} id
 */
export function controlProps(store, id) {
  const parts = partsOf(id);
  const refused = id in store.errors.value;
  return {
    id: parts.control,
    "data-testid": id,
    "aria-describedby": refused ? `${parts.error} ${parts.help}` : parts.help,
    "aria-invalid": refused,
  };
}

/**
 * @param {{store: Store, words: FieldWords, long?: boolean, children?: any}} props `children` is
 *   the control, which has the attributes of `controlProps`; a `long` one needs room for many digits
 */
export function Field({ store, words, long, children }) {
  const { id, label } = words;
  const parts = partsOf(id);
  const error = store.errors.value[id];
  return html`<div
      class=${`field${long ? " field-long" : ""}${error ? " field-refused" : ""}`}
      data-tip-title=${label}
      data-tip=${words.help}
      data-tip-more=${moreOf(words)}
      ...${formulaTip(words)}
    >
      <label class="label" for=${parts.control}><span>${label}</span>${words.marked && html`<${Icon} name="reset" />`}</label>
      <span class="hidden" id=${parts.help}>${words.help} ${moreOf(words)}</span>
      ${children}
      <${Applied} store=${store} id=${id} live=${words.live} />
    </div>
    <${Refusal} id=${parts.error} control=${id} label=${label} message=${error} />`;
}

/**
 * What a tool-tip needs to show a formula; nothing where there is none.
 * @param {{formula?: string|null, registry?: string|null}} words
 */
export function formulaTip({ formula, registry }) {
  return formula && registry ? { "data-tip-formula": formula, "data-tip-registry": registry } : {};
}

/** @param {FieldWords} words @returns {string} */
export function moreOf({ range, live, effect = live ? texts.panel.liveHelp : texts.panel.rebuildOneHelp }) {
  return range ? `${range.charAt(0).toUpperCase()}${range.slice(1)}. ${effect}` : effect;
}

/** The quiet flash and word at the control whose change took effect. @param {{store: Store, id: string, live: boolean}} props */
export function Applied({ store, id, live }) {
  const applied = store.applied.value;
  if (applied?.control !== id) return null;
  const word = live ? texts.panel.effective : texts.panel.restarted;
  return html`<span class="applied" key=${applied.count} data-testid=${`applied-${id}`} aria-hidden="true">
    <span class="applied-flash"></span><span class="applied-word">${word}</span>
  </span>`;
}

/**
 * What was refused and why, under the control; where that is outside the window, it comes into sight.
 * @param {{id: string, control: string, label: string, message: string|undefined}} props
 */
export function Refusal({ id, control, label, message }) {
  const line = useRef(/** @type {HTMLParagraphElement|null} */ (null));
  useEffect(() => line.current?.scrollIntoView({ block: "nearest" }), [message]);
  if (message === undefined) return null;
  return html`<p ref=${line} class="refusal" id=${id} data-testid=${`error-${control}`} role="alert">
    <span class="refusal-label">${label}</span> ${message}
  </p>`;
}
