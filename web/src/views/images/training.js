// Training settings: the few that one turns to first, and behind a button all others that are not chosen elsewhere in the panel.
import { html } from "../../../vendor/htm-preact.js";
import { useState } from "../../../vendor/preact-hooks.js";
import { IMAGE_FIRST, groupFields } from "../../controls/groups.js";
import { texts } from "../../texts.js";
import { countsIn } from "../../controls/model.js";
import { PresentRate, SCHEDULES } from "../edit/group.js";
import { explained } from "../explain.js";
import { controlsOf } from "../field-group.js";
import { Icon } from "../icons.js";
import { DataParams } from "./data-params.js";
import { Device } from "./device.js";
import { Rules } from "./rules.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").Catalog} Catalog */
/** @typedef {import("../../protocol.js").RunConfig} RunConfig */
/** @typedef {import("../../controls/groups.js").Group} Group */
/** @typedef {{group: Group, controls: any[], scheduled: boolean}} Filled */
/** @typedef {{store: Store, catalog: Catalog, config: RunConfig}} Props */

const words = texts.images;

/** @param {{store: Store}} props */
export function Training({ store }) {
  const catalog = store.catalog.value;
  const config = store.session.value?.config;
  return html`<div class="training-settings" data-testid="control-panel">
    <div class="panel-head"><h2>${words.training}</h2></div>
    ${catalog && config
      ? html`<${Settings} ...${{ store, catalog, config }} />`
      : html`<p class="waiting late">${texts.panel.loading}</p>`}
  </div>`;
}

/** @param {Props} props */
function Settings(props) {
  const [open, setOpen] = useState(false);
  const [loss, ...others] = filled(props);
  const named = new Map(others.flatMap(({ controls }) => controls).map((control) => [control.key, control]));
  const rules = props.catalog.fields.find(({ list }) => list);
  return html`<div class="fields" data-columns="2">
      ${loss.controls.map((control) => html`<div class="wide" key=${control.key}>${control}</div>`)}
      ${rules && html`<${Rules} ...${props} field=${rules} />`}
      ${IMAGE_FIRST.map((id) => named.get(id))}
    </div>
    <button type="button" class="link more-settings" data-testid="more-settings" aria-expanded=${open}
      ...${explained(words.more, words.moreHelp)} onClick=${() => setOpen(!open)}>
      ${open ? words.fewer : words.more}<${Icon} name="chevron" />
    </button>
    ${open && html`<${DataParams} store=${props.store} />`}
    ${open && others.map((group) => html`<${Group} key=${group.group.id} store=${props.store} ...${group} />`)}
    ${open && html`<${Device} store=${props.store} />`}`;
}

/** The controls of each group; learning rates and the like bear their player's name. @param {Props} props @returns {Filled[]} */
function filled({ store, catalog, config }) {
  return groupFields(catalog, store.scene).map(({ group, fields }) => ({
    group,
    controls: fields
      .filter(({ list, name }) => !list && countsIn(store, name))
      .flatMap((field) => controlsOf({ store, catalog, config, field, marked: !field.live, names: words.short })),
    scheduled: fields.some(({ registry }) => registry === SCHEDULES),
  }));
}

/** What does not stand above. @param {{store: Store} & Filled} props */
function Group({ store, group, controls, scheduled }) {
  const id = `group-${group.id}`;
  const titles = /** @type {Record<string, string>} */ (texts.panel.groups);
  return html`<section class=${`group group-plain${group.player ? ` group-${group.player}` : ""}`} data-group=${group.id} aria-labelledby=${id}>
    <div class="group-head"><h3 id=${id}>${titles[group.id]}</h3></div>
    <div class="fields" data-columns="2">${controls.filter(({ key }) => !IMAGE_FIRST.includes(key))}</div>
    ${scheduled && html`<${PresentRate} store=${store} />`}
  </section>`;
}
