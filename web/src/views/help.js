// The help sheet: what the colours mean, and the keys.
import { html } from "../../vendor/htm-preact.js";
import { useEffect, useRef } from "../../vendor/preact-hooks.js";
import { texts } from "../texts.js";
import { Icon } from "./icons.js";

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
        ${words.keys.map(([key, meaning]) => html`<dt key=${key}><kbd>${key}</kbd></dt><dd>${meaning}</dd>`)}
      </dl>
    </div>
  </dialog>`;
}

/** What each colour of the picture stands for. @param {{colourBlind: boolean}} props */
function Things({ colourBlind }) {
  const { things, thingsColourBlind } = texts.help;
  const replaced = new Map(colourBlind ? thingsColourBlind.map((thing) => [thing[0], thing]) : []);
  return html`<dl class="things">
    ${things.map((usual) => {
      const [id, name, meaning] = replaced.get(usual[0]) ?? usual;
      return html`<dt key=${id}><span class=${`swatch swatch-${id}`} aria-hidden="true"></span>${name}</dt>
        <dd>${meaning}</dd>`;
    })}
  </dl>`;
}
