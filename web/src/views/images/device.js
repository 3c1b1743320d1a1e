// Where both networks are trained: the CPU, or the GPU of a server that has one. Another device starts a new run.
import { html } from "../../../vendor/htm-preact.js";
import { command } from "../../protocol.js";
import { texts } from "../../texts.js";
import { Field, controlProps } from "../field.js";
import { Icon } from "../icons.js";

/** @typedef {import("../../store.js").Store} Store */

const DEVICE = "device";

/** @param {{store: Store}} props */
export function Device({ store }) {
  const words = texts.device;
  const here = store.catalog.value?.devices?.here ?? [];
  const shown = store.pending.value[DEVICE] ?? store.session.value?.device;
  const alone = here.length < 2;
  const change = (/** @type {any} */ event) => {
    const { value } = event.currentTarget;
    store.submit(DEVICE, command.reset(undefined, value), value);
  };
  return html`<section class="group group-plain" data-group=${DEVICE} aria-labelledby="group-device">
    <div class="group-head"><h3 id="group-device">${words.title}</h3></div>
    <div class="fields" data-columns="2">
      <${Field} store=${store} words=${{ id: DEVICE, label: words.label, help: words.help, live: false, marked: !alone }}>
        <span class="select">
          <select ...${controlProps(store, DEVICE)} value=${shown} disabled=${alone} onChange=${change}>
            ${here.map(({ id, name }) => html`<option key=${id} value=${id} selected=${id === shown}>${name}</option>`)}
          </select>
          <${Icon} name="chevron" />
        </span>
      <//>
      ${alone && html`<p class="wide field-note" data-testid="device-note">${words.none}</p>`}
    </div>
  </section>`;
}
