// The kinds of control that a parameter can have: selection, number with steps, switch.
import { html } from "../../vendor/htm-preact.js";
import { useMemo, useState } from "../../vendor/preact-hooks.js";
import { printValue, nextValue, parseNumber } from "../controls/numbers.js";
import { slowRepeat } from "../controls/repeat.js";
import { texts } from "../texts.js";
import { Field, controlProps } from "./field.js";
import { Icon } from "./icons.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").Param} Param */
/** @typedef {import("./field.js").FieldWords} FieldWords */
/** @typedef {{id: string, label: string, help?: string}} Option */

/**
 * @param {{store: Store, words: FieldWords, options: Option[], value: string,
 *   change: (id: string) => void}} props
 */
export function SelectField({ store, words, options, value, change }) {
  const shown = store.pending.value[words.id] ?? value;
  return html`<${Field} store=${store} words=${words}>
    <span class="select">
      <select
        ...${controlProps(store, words.id)}
        value=${shown}
        onChange=${(/** @type {any} */ event) => change(event.currentTarget.value)}
      >
        ${options.map(
          ({ id, label }) => html`<option key=${id} value=${id} selected=${id === shown}>${label}</option>`,
        )}
      </select>
      <${Icon} name="chevron" />
    </span>
  <//>`;
}

/**
 * A switch for a boolean parameter.
 * @param {{store: Store, words: FieldWords, value: boolean, change: (on: boolean) => void}} props
 */
export function SwitchField({ store, words, value, change }) {
  const shown = store.pending.value[words.id] ?? value;
  return html`<${Field} store=${store} words=${words}>
    <span class="switch">
      <input
        ...${controlProps(store, words.id)}
        type="checkbox"
        role="switch"
        checked=${shown}
        onChange=${(/** @type {any} */ event) => change(event.currentTarget.checked)}
      />
      <span class="switch-track" aria-hidden="true"></span>
    </span>
  <//>`;
}

/** A number with more digits than this needs a wide field. */
const LONG_DIGITS = 6;

/** Keys that step a number, and by how much. */
const STEP_KEYS = /** @type {Record<string, [1|-1, number]>} */ ({
  ArrowUp: [1, 1],
  ArrowDown: [-1, 1],
  PageUp: [1, 10],
  PageDown: [-1, 10],
});

/**
 * A typed number with less and more. What is typed is sent as it is: the server judges ranges.
 * @param {{store: Store, words: FieldWords, param: Param, value: number,
 *   change: (value: number) => void}} props
 */
export function NumberField({ store, words, param, value, change }) {
  const [draft, setDraft] = useState(/** @type {string|null} */ (null));
  const acts = useMemo(() => slowRepeat(), []);
  const current = store.pending.value[words.id] ?? value;
  const shown = printValue(current);
  /** @param {number} next */
  const send = (next) => {
    setDraft(null);
    if (next !== current) change(next);
  };
  const commit = () => {
    if (draft === null) return;
    const typed = parseNumber(draft);
    if (typed !== null) return send(typed);
    setDraft(null);
    store.asking.setError(words.id, texts.panel.notNumber(printValue(value)));
  };
  /** @param {1|-1} direction @param {number} [times] */
  const step = (direction, times) => send(nextValue(parseNumber(draft ?? "") ?? current, direction, param, times));
  /** @param {KeyboardEvent} event */
  const key = (event) => {
    if (event.key === "Enter") commit();
    else if (event.key === "Escape") setDraft(null);
    else if (event.key in STEP_KEYS) {
      event.preventDefault();
      if (acts(event)) step(...STEP_KEYS[event.key]);
    }
  };
  return html`<${Field} store=${store} words=${words} long=${String(param.high ?? "").length > LONG_DIGITS}>
    <span class="stepper">
      <${StepperButton} words=${words} direction=${-1} step=${step} atEnd=${nextValue(current, -1, param) === current} />
      <input
        ...${controlProps(store, words.id)}
        type="text"
        inputmode=${param.kind === "int" ? "numeric" : "decimal"}
        role="spinbutton"
        autocomplete="off"
        data-settled=${draft === null}
        aria-valuenow=${current}
        aria-valuemin=${param.low}
        aria-valuemax=${param.high}
        value=${draft ?? shown}
        onInput=${(/** @type {any} */ event) => setDraft(event.currentTarget.value)}
        onFocus=${(/** @type {any} */ event) => event.currentTarget.select()}
        onBlur=${commit}
        onKeyDown=${key}
      />
      <${StepperButton} words=${words} direction=${1} step=${step} atEnd=${nextValue(current, 1, param) === current} />
    </span>
  <//>`;
}

/**
 * @param {{words: FieldWords, direction: 1|-1, step: (direction: 1|-1) => void, atEnd: boolean}} props
 */
function StepperButton({ words, direction, step, atEnd }) {
  const verb = direction > 0 ? texts.panel.increase : texts.panel.decrease;
  return html`<button
    type="button"
    tabindex="-1"
    aria-label=${`${words.label}: ${verb}`}
    data-testid=${`${words.id}-${verb}`}
    disabled=${atEnd}
    onClick=${() => step(direction)}
  >
    <${Icon} name=${direction > 0 ? "plus" : "minus"} />
  </button>`;
}
