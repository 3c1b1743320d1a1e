// The density model's choice and score, under the legend while its layer is shown.
import { html } from "../../vendor/htm-preact.js";
import { entryOf, formParams } from "../controls/groups.js";
import { controlId } from "../controls/ids.js";
import { DENSITY_CONTROL } from "../density.js";
import { isShown } from "../layers/index.js";
import { density as layer } from "../layers/density.js";
import { formatCount, formatNumber } from "../lib/format.js";
import { texts } from "../texts.js";
import { Explain } from "./explain.js";
import { SelectField } from "./inputs.js";
import { ParamField } from "./param-field.js";

const words = texts.density;

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").DensityFacts} DensityFacts */

/** @param {{store: Store}} props */
export function DensityOptions({ store }) {
  const facts = store.density.facts.value;
  const entries = store.catalog.value?.registries.densities ?? [];
  if (!facts || !isShown(store.shown.value, layer)) return null;
  const entry = entryOf(entries, facts.id);
  const model = {
    id: DENSITY_CONTROL,
    label: words.model,
    help: `${words.modelHelp} ${entry?.help ?? ""}`,
    formula: entry?.formula,
    registry: "densities",
    live: true,
  };
  return html`<div class="density-options" role="group" aria-label=${words.group} data-testid="density-options">
    <${SelectField}
      store=${store}
      words=${model}
      options=${entries}
      value=${facts.id}
      change=${(/** @type {string} */ id) => store.density.chooseModel(id)}
    />
    ${formParams(entry).map(
      (param) => html`<${ParamField}
        key=${`${facts.id}-${param.name}`}
        store=${store}
        id=${controlId("density", param.name)}
        param=${param}
        value=${facts.params[param.name]}
        live=${true}
        change=${(/** @type {any} */ value) => store.density.chooseParam(param.name, value)}
      />`,
    )}
    <${Score} facts=${facts} />
  </div>`;
}

/** What it scores on samples that it has not seen. @param {{facts: DensityFacts}} props */
function Score({ facts }) {
  const { samples = 0, held_out_samples: unseen = 0, held_out: heldOut } = facts;
  const more = facts.status === "ready" ? words.counts(formatCount(samples), formatCount(unseen)) : undefined;
  const help = heldOut === null ? `${words.heldOutHelp} ${words.noneHelp}` : words.heldOutHelp;
  return html`<div class="density-score">
    <span class="label">
      ${words.score}<${Explain} id="density-held-out" label=${words.heldOut} help=${help} more=${more} />
    </span>
    <p data-testid="density-held-out" data-status=${facts.status}>${scored(facts)}</p>
    <p class="density-floor">${beside(facts)}</p>
  </div>`;
}

/** @param {DensityFacts} facts */
function scored({ status, held_out: heldOut, error, message }) {
  if (status === "fitting") return words.fitting;
  if (status === "failed") return message;
  if (typeof heldOut !== "number") return html`<b>${words.none}</b>`;
  return html`<b>${words.nats(formatNumber(heldOut))}</b> ${words.error(formatNumber(error ?? 0))}`;
}

/** @param {DensityFacts} facts what to compare it with */
function beside({ floor, bandwidth }) {
  const parts = [
    typeof floor === "number" && words.floor(formatNumber(floor)),
    bandwidth !== undefined && words.bandwidth(formatNumber(bandwidth)),
  ];
  return parts.filter(Boolean).join(" · ") || "\u00a0";
}
