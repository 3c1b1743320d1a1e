// The regularizers of the panel of images: a line that says which are on, and behind it all of them with what they take.
import { html } from "../../../vendor/htm-preact.js";
import { useState } from "../../../vendor/preact-hooks.js";
import { printValue } from "../../controls/numbers.js";
import { entriesOf, entryOf, formParams } from "../../controls/groups.js";
import { texts } from "../../texts.js";
import { explained } from "../explain.js";
import { Icon } from "../icons.js";
import { Regularizers } from "../regularizers.js";

/** @typedef {import("../../protocol.js").Choice} Choice */
/** @typedef {import("../../protocol.js").Entry} Entry */

const words = texts.images;

/**
 * Those that are on, in a few words: "R1, 0.5".
 * @param {Entry[]} entries
 * @param {Choice[]} active
 */
export function rulesInWords(entries, active) {
  const named = active.map(({ id, params }) => {
    const entry = entryOf(entries, id);
    const values = formParams(entry).map(({ name }) => printValue(params[name]));
    return [entry?.label ?? id, ...values].join(", ");
  });
  return named.length > 0 ? named.join(" + ") : words.noRules;
}

/** @param {import("./training.js").Props & {field: import("../../protocol.js").Field}} props */
export function Rules(props) {
  const [open, setOpen] = useState(false);
  const { catalog, config, field } = props;
  return html`<div class="wide rules">
    <div class="field">
      <span class="label" id="rules-label">${words.rules}</span>
      <button type="button" class="unfold" data-testid="more-regularizers" aria-expanded=${open} aria-labelledby="rules-label rules-now"
        ...${explained(field.label, field.help)} onClick=${() => setOpen(!open)}>
        <span id="rules-now" data-testid="rules-now">${rulesInWords(entriesOf(catalog, field), config[field.name])}</span>
        <${Icon} name="chevron" />
      </button>
    </div>
    ${open && html`<${Regularizers} ...${props} />`}
  </div>`;
}
