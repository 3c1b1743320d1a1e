// A group of controls: the settings of one part of the game, the seldom ones folded away.
import { html } from "../../../vendor/htm-preact.js";
import { useState } from "../../../vendor/preact-hooks.js";
import { arrange } from "../../controls/groups.js";
import { formatLoss, formatNumber } from "../../lib/format.js";
import { texts } from "../../texts.js";
import { explained, explanationOf } from "../explain.js";
import { controlsOf } from "../field-group.js";
import { Icon } from "../icons.js";
import { Regularizers } from "../regularizers.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").Catalog} Catalog */
/** @typedef {import("../../protocol.js").Field} Field */
/** @typedef {import("../../protocol.js").RunConfig} RunConfig */
/** @typedef {import("../../controls/groups.js").Group} Group */
/** @typedef {{store: Store, catalog: Catalog, config: RunConfig, group: Group, fields: Field[]}} GroupProps */

/** The registry whose entries change the learning rates by themselves. */
export const SCHEDULES = "schedules";

const titles = /** @type {Record<string, string>} */ (texts.panel.groups);

/** @param {GroupProps} props */
export function ControlGroup({ store, catalog, config, group, fields }) {
  const [open, setOpen] = useState(false);
  const single = fields.filter((field) => !field.list);
  const perField = single.map((field) => ({
    name: field.name,
    controls: controlsOf({ store, catalog, config, field, marked: !field.live }),
  }));
  const { shown, folded } = arrange(perField, group);
  const titleId = `group-${group.id}`;
  return html`<section
    class=${`group group-${group.kind}${group.player ? ` group-${group.player}` : ""}`}
    data-group=${group.id}
    data-place=${group.id}
    aria-labelledby=${titleId}
  >
    <div class="group-head">
      <h3 id=${titleId}>${titles[group.id]}</h3>
      ${folded.length > 0 && html`<${MoreButton} group=${group} open=${open} toggle=${() => setOpen(!open)} />`}
      ${group.kind === "rail" && html`<${PlayerLoss} store=${store} player=${group.player} />`}
    </div>
    <div class="fields" data-columns=${group.columns}>${shown}${open && folded}</div>
    ${fields.some((field) => field.registry === SCHEDULES) && html`<${PresentRate} store=${store} />`}
    ${fields
      .filter((field) => field.list)
      .map((field) => html`<${Regularizers} key=${field.name} ...${{ store, catalog, config, field }} />`)}
  </section>`;
}

/** What a schedule has made of both learning rates by now. @param {{store: Store}} props */
export function PresentRate({ store }) {
  const { rateFactor } = store.readout.value;
  if (rateFactor === null) return null;
  return html`<p class="present-value">
    ${texts.company.rateNow}${" "}<b class="number" data-testid="rate-factor">${formatNumber(rateFactor)}</b>
  </p>`;
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
    <span class="more-word">${open ? texts.panel.fewer : texts.panel.more}</span><${Icon} name="chevron" />
  </button>`;
}

/** @param {{store: Store, player: "d"|"g"}} props */
function PlayerLoss({ store, player }) {
  const { dLoss, gLoss } = store.readout.value;
  const loss = player === "d" ? dLoss : gLoss;
  const name = player === "d" ? texts.panel.dLoss : texts.panel.gLoss;
  return html`<span class="player-loss" data-tip-title=${name} data-tip=${texts.explain.playerLoss[player]}>
    ${name}${" "}
    <b class="number" data-testid=${`${player}-loss`} aria-describedby=${explanationOf("losses")}>${loss === null ? "–" : formatLoss(loss)}</b>
  </span>`;
}
