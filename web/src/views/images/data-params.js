// How the images of a set are made: their size, jitter, colour, whatever the set lets one choose.
import { html } from "../../../vendor/htm-preact.js";
import { formParams } from "../../controls/groups.js";
import { controlId } from "../../controls/ids.js";
import { dataOf, turnToForm } from "../../controls/model.js";
import { texts } from "../../texts.js";
import { ParamField } from "../param-field.js";

/** @param {{store: import("../../store.js").Store}} props nothing for a set that is as it is */
export function DataParams({ store }) {
  const params = formParams(dataOf(store));
  const values = store.session.value?.config.data.params ?? {};
  if (params.length === 0) return null;
  return html`<section class="group group-plain" data-group="data" aria-labelledby="group-data">
    <div class="group-head"><h3 id="group-data">${texts.images.madeTitle}</h3></div>
    <div class="fields" data-columns="2">
      ${params.map((param) => {
        const id = controlId("data", param.name);
        return html`<${ParamField} key=${id} store=${store} id=${id} param=${param} value=${values[param.name]} live=${false} marked=${true}
          change=${(/** @type {any} */ value) => store.configure(id, turnToForm(store, param.name, value), value)} />`;
      })}
    </div>
  </section>`;
}
