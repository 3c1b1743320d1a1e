// Training settings: every field of the configuration that is not built or chosen elsewhere in the panel of images.
import { html } from "../../../vendor/htm-preact.js";
import { groupFields } from "../../controls/groups.js";
import { texts } from "../../texts.js";
import { ControlGroup } from "../edit/group.js";

/** @typedef {import("../../store.js").Store} Store */

/** @param {{store: Store}} props */
export function Training({ store }) {
  const catalog = store.catalog.value;
  const config = store.session.value?.config;
  return html`<div class="training-settings" data-testid="control-panel">
    <div class="panel-head"><h2>${texts.images.training}</h2></div>
    ${catalog && config
      ? groupFields(catalog, store.scene).map(
          ({ group, fields }) => html`<${ControlGroup} key=${group.id} ...${{ store, catalog, config, group, fields }} />`,
        )
      : html`<p class="waiting late">${texts.panel.loading}</p>`}
  </div>`;
}
