// The sheet for images of one's own: files chosen or dropped, how pictures are read, and what was read.
import { html } from "../../../vendor/htm-preact.js";
import { SIZES } from "../../image-upload.js";
import { texts } from "../../texts.js";
import { Icon } from "../icons.js";
import { Modal } from "../modal.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../image-upload.js").ImageUpload} Upload */

const words = texts.imageData;

/** What a file dialog offers first; whatever is chosen is judged by its contents. */
const OFFERED = "image/png,image/jpeg,.npz,.gz,.idx,.idx3-ubyte,.idx1-ubyte,application/gzip";

/** @param {{store: Store}} props */
export function ImageUploadSheet({ store }) {
  const { upload } = store.supply;
  const open = upload.open.value;
  const close = () => (upload.open.value = false);
  return html`<${Modal} ...${{ open, close, handlers: dropHandlers(upload) }} titleId="images-upload-title" testid="images-upload">
    ${open && html`<${Body} upload=${upload} close=${close} ready=${store.ready.value} />`}
  <//>`;
}

/** The sheet takes files that are dropped on it. @param {Upload} upload */
function dropHandlers(upload) {
  return {
    onDragOver: (/** @type {DragEvent} */ event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
    },
    onDrop: (/** @type {DragEvent} */ event) => {
      const files = event.dataTransfer?.files;
      if (!files?.length) return;
      event.preventDefault();
      event.stopPropagation();
      upload.take(files);
    },
  };
}

/** @param {{upload: Upload, close: () => void, ready: boolean}} props */
function Body({ upload, close, ready }) {
  const usable = ready && upload.reading.value !== null;
  return html`<div class="sheet-body">
    <div class="sheet-head">
      <h2 id="images-upload-title">${words.sheetTitle}</h2>
      <button type="button" class="button ghost square" aria-label=${words.close} onClick=${close}><${Icon} name="close" /></button>
    </div>
    <label class="drop">
      <input
        type="file"
        multiple
        class="hidden"
        data-testid="images-upload-file"
        accept=${OFFERED}
        aria-describedby="images-upload-help"
        onChange=${(/** @type {any} */ event) => {
          const files = [...event.currentTarget.files];
          event.currentTarget.value = ""; // so that the same file, mended, can be chosen again
          if (files.length > 0) upload.take(files);
        }}
      />
      <${Icon} name="upload" /><span>${words.choose}</span>
      <small id="images-upload-help">${words.chooseHelp}</small>
    </label>
    <${Choices} upload=${upload} />
    <${Found} upload=${upload} />
    <div class="actions">
      <button type="button" class="button primary" data-testid="images-upload-use" aria-disabled=${!usable} onClick=${() => usable && upload.use()}>
        ${words.train}
      </button>
      <button type="button" class="button" data-testid="images-upload-cancel" onClick=${close}>${words.close}</button>
    </div>
  </div>`;
}

/** How pictures are read; files of numbers are as they are. @param {{upload: Upload}} props */
function Choices({ upload }) {
  if (upload.files.value.length > 0 && !upload.ofPictures) return null;
  return html`<div class="image-choices">
    <div class="field">
      <span class="label" id="images-size">${words.sizeLabel}</span>
      <span class="segments small" role="group" aria-labelledby="images-size">
        ${SIZES.map(
          (size) => html`<button
            type="button"
            key=${size}
            class="segment"
            data-testid=${`images-size-${size}`}
            aria-pressed=${upload.size.value === size}
            onClick=${() => upload.choose({ size })}
          >${words.side(size)}</button>`,
        )}
      </span>
    </div>
    <div class="field">
      <label class="label" for="images-colour">${words.colour}</label>
      <span class="switch">
        <input
          id="images-colour"
          data-testid="images-colour"
          type="checkbox"
          role="switch"
          checked=${upload.colour.value}
          onChange=${(/** @type {any} */ event) => upload.choose({ colour: event.currentTarget.checked })}
        />
        <span class="switch-track" aria-hidden="true"></span>
      </span>
    </div>
  </div>`;
}

/** What was read, or why it was not. @param {{upload: Upload}} props */
function Found({ upload }) {
  const reading = upload.reading.value;
  const problem = upload.problem.value;
  if (problem !== null) return html`<p class="refusal" role="alert" data-testid="images-upload-problem">${problem}</p>`;
  const said = upload.waiting.value ? words.reading : reading ? words.read(reading.statistics) : words.nothing;
  return html`<p class="supply-read" role="status" data-testid="images-upload-read">${said}</p>`;
}
