// A dialog over the page: closed by Escape, by a press beside it, and by what stands in it.
import { html } from "../../vendor/htm-preact.js";
import { useLayoutEffect, useRef } from "../../vendor/preact-hooks.js";

/**
 * @typedef {object} ModalProps
 * @property {boolean} open
 * @property {() => void} close
 * @property {string} titleId of the heading that names it
 * @property {string} testid
 * @property {string} [kind] a class of its own
 * @property {Record<string, (event: any) => void>} [handlers]
 * @property {any} [children]
 */

/** @param {ModalProps} props */
export function Modal({ open, close, titleId, testid, kind = "", handlers = {}, children }) {
  const dialog = useRef(/** @type {HTMLDialogElement|null} */ (null));
  // before the next key, which is meant for what stands in it
  useLayoutEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  /** @param {MouseEvent} event a press beside it lands on the dialog itself */
  const clickBeside = (event) => event.target === dialog.current && close();
  return html`<dialog
    class=${`sheet ${kind}`}
    ref=${dialog}
    aria-labelledby=${titleId}
    data-testid=${testid}
    onClose=${close}
    onClick=${clickBeside}
    ...${handlers}
  >
    ${children}
  </dialog>`;
}
