// The control panel: every field of the configuration, in groups, built from the catalog.
import { html } from "../../vendor/htm-preact.js";
import { useState } from "../../vendor/preact-hooks.js";
import { arrange, entryOf, groupFields } from "../controls/groups.js";
import { formatLoss } from "../lib/format.js";
import { texts } from "../texts.js";
import { explained } from "./explain.js";
import { controlsOf } from "./field-group.js";
import { Formula } from "./formula.js";
import { Icon } from "./icons.js";
import { Regularizers } from "./regularizers.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").Catalog} Catalog */
/** @typedef {import("../protocol.js").Field} Field */
/** @typedef {import("../protocol.js").RunConfig} RunConfig */
/** @typedef {import("../controls/groups.js").Group} Group */
/** @typedef {{store: Store, catalog: Catalog, config: RunConfig, group: Group, fields: Field[]}} GroupProps */

const titles = /** @type {Record<string, string>} */ (texts.panel.groups);

/** @param {{store: Store}} props */
export function ControlPanel({ store }) {
  const catalog = store.catalog.value;
  const config = store.session.value?.config;
  return html`<div class="groups" data-testid="control-panel">
    ${catalog && config
      ? groupFields(catalog).map(
          ({ group, fields }) => html`<${ControlGroup}
            key=${group.id}
            store=${store}
            catalog=${catalog}
            config=${config}
            group=${group}
            fields=${fields}
          />`,
        )
      : html`<p class="waiting late">${texts.panel.loading}</p>`}
  </div>`;
}

/** @param {GroupProps} props */
function ControlGroup({ store, catalog, config, group, fields }) {
  const [open, setOpen] = useState(false);
  const mixed = fields.some((field) => field.live) && fields.some((field) => !field.live);
  const single = fields.filter((field) => !field.list);
  const perField = single.map((field) =>
    controlsOf({ store, catalog, config, field, marked: mixed && !field.live }),
  );
  const { shown, folded } = arrange(perField, group);
  const titleId = `group-${group.id}`;
  return html`<section
    class=${`group group-${group.kind}${group.player ? ` group-${group.player}` : ""}`}
    data-group=${group.id}
    aria-labelledby=${titleId}
  >
    <div class="group-head">
      <h3 id=${titleId}>${titles[group.id]}</h3>
      ${fields.every((field) => !field.live) && html`<${RebuildTag} />`}
      ${folded.length > 0 &&
      html`<${MoreButton} group=${group} open=${open} toggle=${() => setOpen(!open)} />`}
      ${group.kind === "rail" && html`<${PlayerLoss} store=${store} player=${group.player} />`}
    </div>
    <div class="fields" data-columns=${group.columns}>${shown}${open && folded}</div>
    ${fields
      .filter((field) => field.list)
      .map((field) => html`<${Regularizers} key=${field.name} ...${{ store, catalog, config, field }} />`)}
    ${group.kind === "loss" && html`<${LossWords} catalog=${catalog} config=${config} />`}
  </section>`;
}

export function RebuildTag() {
  return html`<span
    class="tag"
    data-tip-title=${texts.panel.rebuild}
    data-tip=${texts.panel.rebuildHelp}
  >
    <${Icon} name="reset" />${texts.panel.rebuild}
  </span>`;
}

/** @param {{group: Group, open: boolean, toggle: () => void}} props */
function MoreButton({ group, open, toggle }) {
  return html`<button
    type="button"
    class="link more"
    data-testid=${`more-${group.id}`}
    aria-expanded=${open}
    ...${explained(texts.explain.moreOf(titles[group.id]), texts.explain.more)}
    onClick=${toggle}
  >
    ${open ? texts.panel.fewer : texts.panel.more}<${Icon} name="chevron" />
  </button>`;
}

/** @param {{store: Store, player: "d"|"g"}} props */
function PlayerLoss({ store, player }) {
  const { dLoss, gLoss } = store.readout.value;
  const loss = player === "d" ? dLoss : gLoss;
  const name = player === "d" ? texts.panel.dLoss : texts.panel.gLoss;
  return html`<span class="player-loss" data-tip-title=${name} data-tip=${texts.explain.playerLoss[player]}>
    ${name}${" "}
    <b class="number">${loss === null ? "–" : formatLoss(loss)}</b>
  </span>`;
}

/** The loss in symbols and in words. @param {{catalog: Catalog, config: RunConfig}} props */
function LossWords({ catalog, config }) {
  const loss = entryOf(catalog.registries.losses ?? [], config.loss.id);
  return html`<div class="loss-words">
    ${loss?.formula && html`<${Formula} tex=${loss.formula} registry="losses" />`}
    <p>${loss?.help}</p>
  </div>`;
}
