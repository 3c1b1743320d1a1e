// One parameter of the catalog as the control that fits its kind.
import { html } from "../../vendor/htm-preact.js";
import { NumberField, SelectField, SwitchField } from "./inputs.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").Param} Param */

/** What each kind of parameter becomes; "points" are drawn in the picture, not typed. */
const KINDS = /** @type {Record<string, any>} */ ({
  int: NumberField,
  float: NumberField,
  bool: SwitchField,
  choice: SelectField,
});

/**
 * @param {{store: Store, id: string, param: Param, value: any, live: boolean,
 *   marked?: boolean, effect?: string, change: (value: any) => void}} props `effect` is when a change acts, if neither
 *   at once nor in a new run
 */
export function ParamField({ store, id, param, value, live, marked = false, effect, change }) {
  const Control = KINDS[param.kind];
  const range = param.kind === "int" || param.kind === "float" ? param.expected : undefined;
  const words = { id, label: param.label, help: param.help, range, live, marked, effect };
  return html`<${Control}
    store=${store}
    words=${words}
    param=${param}
    options=${param.choices ?? []}
    value=${value}
    change=${change}
  />`;
}
