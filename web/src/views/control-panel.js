// Edit mode: every field of the configuration, built from the catalog, at the part of the graph that it belongs to.
import { html } from "../../vendor/htm-preact.js";
import { groupFields } from "../controls/groups.js";
import { texts } from "../texts.js";
import { ControlGroup } from "./edit/group.js";
import { EditPlane } from "./edit/plane.js";
import { Icon } from "./icons.js";

/** @typedef {import("../store.js").Store} Store */

/** @param {{store: Store}} props */
export function ControlPanel({ store }) {
  const catalog = store.catalog.value;
  const config = store.session.value?.config;
  return html`<div class="groups" data-testid="control-panel">
    ${catalog && config
      ? html`<${EditPlane} store=${store}>
          ${groupFields(catalog).map(
            ({ group, fields }) => html`<${ControlGroup} key=${group.id} ...${{ store, catalog, config, group, fields }} />`,
          )}
        <//>`
      : html`<p class="waiting late">${texts.panel.loading}</p>`}
  </div>`;
}

/** What the sign of a new run means. */
export function RebuildTag() {
  return html`<span class="tag" data-tip-title=${texts.panel.rebuild} data-tip=${texts.panel.rebuildHelp}>
    <${Icon} name="reset" />${texts.panel.rebuild}
  </span>`;
}
