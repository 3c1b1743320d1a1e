// The help sheet: what the colours mean, and the keys.
import { html } from "../../vendor/htm-preact.js";
import { useEffect, useRef } from "../../vendor/preact-hooks.js";
import { LAYERS } from "../layers/index.js";
import { texts } from "../texts.js";
import { Icon } from "./icons.js";
import { Swatch } from "./legend.js";

/** @typedef {import("../store.js").Store} Store */

/** @param {{store: Store}} props */
export function HelpSheet({ store }) {
  const sheet = useRef(/** @type {HTMLDialogElement|null} */ (null));
  const open = store.helpOpen.value;
  useEffect(() => {
    if (open && !sheet.current?.open) sheet.current?.showModal();
    if (!open) sheet.current?.close();
  }, [open]);
  const words = texts.help;
  const close = () => (store.helpOpen.value = false);
  /** @param {MouseEvent} event a click beside the sheet lands on the dialog itself */
  const clickBeside = (event) => event.target === sheet.current && close();
  return html`<dialog
    class="sheet"
    ref=${sheet}
    aria-labelledby="help-title"
    data-testid="help-sheet"
    onClose=${close}
    onClick=${clickBeside}
  >
    <div class="sheet-body">
      <div class="sheet-head">
        <h2 id="help-title">${words.title}</h2>
        <button type="button" class="button ghost square" aria-label=${words.close} onClick=${close}>
          <${Icon} name="close" />
        </button>
      </div>
      <p>${words.intro}</p>
      <${Things} colourBlind=${store.colourBlind.value} />
      <p>${words.good}</p>
      <h3>${words.keysTitle}</h3>
      <dl class="keys">
        ${words.keys.map(
          ([key, meaning]) => html`<div key=${key}>
            <dt><kbd>${key}</kbd></dt>
            <dd>${meaning}</dd>
          </div>`,
        )}
      </dl>
    </div>
  </dialog>`;
}

/** What each layer of the picture shows. @param {{colourBlind: boolean}} props */
function Things({ colourBlind }) {
  return html`<dl class="things">
    ${LAYERS.map(
      (layer) => html`<div key=${layer.id}>
        <dt><${Swatch} layer=${layer} colourBlind=${colourBlind} />${capital(layer.label)}</dt>
        <dd>${capital(layer.help)}</dd>
      </div>`,
    )}
  </dl>`;
}

/** @param {string} sentence */
const capital = (sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1);
