// The switch for pre-trained weights, beside the data or the preset that they belong to.
import { html } from "../../vendor/htm-preact.js";
import { couldBegin, pretrainedOf, weightsFor } from "../controls/pretrained.js";
import { command } from "../protocol.js";
import { texts } from "../texts.js";

/** @typedef {import("../store.js").Store} Store */

/** Its id, under which refusals come back. */
export const PRETRAINED = "pretrained";

/** @param {{store: Store}} props */
export function PretrainedSwitch({ store }) {
  const catalog = store.catalog.value;
  const session = store.session.value;
  const id = couldBegin(catalog, session, store.scene);
  const weights = weightsFor(catalog, id);
  const on = store.pending.value[PRETRAINED] ?? pretrainedOf(session) !== null;
  const words = texts.models;
  const said = store.scene === "image" ? words.pretrainedImages : words.pretrainedPlane;
  const help = weights ? said.help(weights) : said.none;
  const press = () => {
    if (on) store.submit(PRETRAINED, command.configure({}, true), false);
    else if (id && weights) store.submit(PRETRAINED, command.load(id), true);
  };
  return html`<button
    type="button"
    class="chip pretrained"
    data-testid=${PRETRAINED}
    aria-label=${words.pretrained}
    aria-pressed=${on}
    aria-disabled=${!store.ready.value || (!on && !weights)}
    data-tip-title=${words.pretrained}
    data-tip=${help}
    data-tip-more=${texts.bar.startsRun}
    onClick=${press}
  >
    ${words.pretrainedShort}
  </button>`;
}
