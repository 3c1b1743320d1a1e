// The switch for pre-trained weights, beside the data that they belong to.
import { html } from "../../vendor/htm-preact.js";
import { pretrainedOf, weightsFor } from "../controls/pretrained.js";
import { command } from "../protocol.js";
import { texts } from "../texts.js";

/** @typedef {import("../store.js").Store} Store */

/** Its id, under which refusals come back. */
export const PRETRAINED = "pretrained";

/** @param {{store: Store}} props */
export function PretrainedSwitch({ store }) {
  const catalog = store.catalog.value;
  const session = store.session.value;
  const data = session?.config.data.id;
  const weights = weightsFor(catalog, data);
  const on = store.pending.value[PRETRAINED] ?? pretrainedOf(session) !== null;
  const words = texts.models;
  const help = weights ? words.pretrainedHelp(weights) : words.pretrainedNone;
  const press = () => {
    if (on) store.submit(PRETRAINED, command.configure({}, true), false);
    else if (weights) store.submit(PRETRAINED, command.load(data), true);
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
