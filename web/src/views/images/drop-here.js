// Files that are dropped on the panel of images: a saved model is opened, pictures become the data, all else is refused.
import { html } from "../../../vendor/htm-preact.js";
import { useEffect, useState } from "../../../vendor/preact-hooks.js";
import { texts } from "../../texts.js";

/** @typedef {import("../../store.js").Store} Store */

const words = texts.saveImages.drop;

const MODEL = /\.safetensors$/i;
const DATA = /(\.(png|jpe?g|npz|gz|idx)|idx[13]-ubyte)$/i;

/** @param {Store} store @param {readonly File[]} files */
export function takeDropped(store, files) {
  const names = files.map(({ name }) => name);
  if (files.length > 0 && names.every((name) => DATA.test(name))) return store.supply.upload.take(files);
  if (files.length === 1) return store.openModel(files[0]); // which says what is wrong with one that is none
  if (names.some((name) => MODEL.test(name))) return refuse(store, words.several);
  return store.supply.upload.take(files);
}

/** @param {Store} store @param {string} reason */
function refuse(store, reason) {
  const { refused, refusedTitle } = texts.models;
  store.pushNotice({ type: "notice", kind: "refused", title: refusedTitle, message: refused(reason) });
}

/** @param {DragEvent} event */
const hasFiles = (event) => event.dataTransfer?.types.includes("Files") ?? false;

/** Whether something else takes what is dropped there. @param {Event} event */
const isElsewhere = (event) => event.target instanceof Element && event.target.closest("dialog") !== null;

/** @param {{store: Store}} props */
export function DropHere({ store }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const off = new AbortController();
    const listen = (/** @type {"dragover"|"dragleave"|"drop"} */ type, /** @type {(event: DragEvent) => void} */ heard) =>
      document.addEventListener(type, (event) => hasFiles(event) && !isElsewhere(event) && heard(event), { signal: off.signal });
    listen("dragover", (event) => {
      event.preventDefault(); // the browser would leave the page for the file
      if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
      setOver(true);
    });
    listen("dragleave", (event) => event.relatedTarget === null && setOver(false));
    listen("drop", (event) => {
      event.preventDefault();
      setOver(false);
      void takeDropped(store, [...(event.dataTransfer?.files ?? [])]);
    });
    return () => off.abort();
  }, [store]);
  return over && html`<div class="drop-here" data-testid="drop-here"><h3>${words.title}</h3><p>${words.help}</p></div>`;
}
