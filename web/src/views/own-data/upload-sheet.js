// The upload sheet: give it a table or a picture, see the points, choose about them, use them.
import { html } from "../../../vendor/htm-preact.js";
import { effect } from "../../../vendor/signals.js";
import { changesFor, ownEntry } from "../../controls/own-points.js";
import { texts } from "../../texts.js";
import { Icon } from "../icons.js";
import { Modal } from "../modal.js";
import { PointsCanvas } from "./points-canvas.js";
import { SpreadRange } from "./spread-range.js";
import { Choices } from "./upload-choices.js";
import { Notes, ProblemLine } from "./upload-notes.js";
import { Source } from "./upload-source.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../controls/own-points.js").OwnEntry} OwnEntry */

const words = texts.data.sheet;

/** @param {{store: Store}} props */
export function UploadSheet({ store }) {
  const { upload } = store.ownData;
  const open = upload.open.value;
  const own = store.catalog.value && ownEntry(store.catalog.value);
  const close = () => (upload.open.value = false);
  const handlers = { onDragOver: allowDrop, onDrop: (/** @type {DragEvent} */ event) => takeDrop(event, store) };
  return html`<${Modal} ...${{ open, close, handlers }} titleId="upload-title" testid="upload-dialog" kind="upload">
    ${open && own && html`<${Body} store=${store} own=${own} close=${close} />`}
  <//>`;
}

/** @param {DragEvent} event */
function allowDrop(event) {
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
}

/** A file, or text out of another program, dropped anywhere on the sheet. @param {DragEvent} event @param {Store} store */
function takeDrop(event, store) {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  const text = event.dataTransfer?.getData("text/plain");
  if (file) store.ownData.upload.takeFile(file);
  else if (text) store.ownData.upload.takeText(text);
}

/** @param {{store: Store, own: OwnEntry, close: () => void}} props */
function Body({ store, own, close }) {
  const { upload } = store.ownData;
  return html`<div class="sheet-body">
    <div class="sheet-head">
      <h2 id="upload-title">${words.title}</h2>
      <button type="button" class="button ghost square" aria-label=${words.close} onClick=${close}>
        <${Icon} name="close" />
      </button>
    </div>
    <p>${words.intro}</p>
    <div class="upload-columns">
      <div class="upload-side">
        <${Source} upload=${upload} />
        <${Choices} upload=${upload} />
        <${ProblemLine} upload=${upload} refused=${store.errors.value["distribution-upload"]} />
      </div>
      <div class="upload-side">
        <${Preview} store=${store} own=${own} />
        <${Notes} upload=${upload} />
      </div>
    </div>
    <${Actions} store=${store} own=${own} close=${close} />
  </div>`;
}

/** @param {{store: Store, own: OwnEntry}} props */
function Preview({ store, own }) {
  const { upload } = store.ownData;
  const reading = upload.reading.value;
  const blank = !reading?.points.length;
  /** @param {import("./points-picture.js").PointsPicture} picture */
  const follow = (picture) =>
    effect(() => picture.set({ points: upload.reading.value?.points ?? [], spread: upload.spread.value }));
  return html`<div class="upload-preview" data-testid="upload-preview" data-points=${reading?.points.length ?? 0}>
      <${PointsCanvas} label=${words.preview} fine=${true} begin=${follow} />
      ${blank && html`<p class="draw-hint">${upload.waiting.value ? words.waiting : words.empty}</p>`}
    </div>
    <${SpreadRange} id="upload-spread" own=${own} spread=${upload.spread} />`;
}

/** @param {{store: Store, own: OwnEntry, close: () => void}} props */
function Actions({ store, own, close }) {
  const { upload } = store.ownData;
  const count = upload.reading.value?.points.length ?? 0;
  const ready = count > 0 && !upload.waiting.value && store.ready.value;
  return html`<div class="actions">
    <button
      type="button"
      class="button primary"
      data-testid="upload-use"
      aria-disabled=${!ready}
      data-tip-title=${words.use}
      data-tip=${words.useHelp}
      onClick=${() => ready && use(store, own)}
    >
      ${count > 0 ? words.useCount(count) : words.use}
    </button>
    <button type="button" class="button" data-testid="upload-cancel" onClick=${close}>${words.cancel}</button>
  </div>`;
}

/** Makes the points the data; the sheet stays open if nobody hears of it. @param {Store} store @param {OwnEntry} own */
function use(store, own) {
  const { upload } = store.ownData;
  const reading = upload.reading.peek();
  if (!reading || reading.kind === "none") return;
  const figure = { points: reading.points, spread: upload.spread.peek() };
  store.configure("distribution-upload", changesFor(own, figure));
  if (store.errors.peek()["distribution-upload"]) return;
  store.ownData.closeBoard();
  store.ownData.used(figure, reading.kind === "picture" ? "picture" : "data");
  upload.open.value = false;
}
