// Where data come from: a file chosen or dropped, or two columns typed or pasted.
import { html } from "../../../vendor/htm-preact.js";
import { texts } from "../../texts.js";
import { LONGEST_SHOWN } from "../../upload.js";
import { Icon } from "../icons.js";

/** @typedef {import("../../upload.js").Upload} Upload */

const words = texts.data.sheet;

/** What a file dialog offers first; whatever is chosen is judged by its contents. */
const OFFERED = ".csv,.tsv,.txt,.dat,text/csv,text/plain,image/png,image/jpeg";

/** @param {{upload: Upload}} props */
export function Source({ upload }) {
  return html`<label class="drop">
      <input
        type="file"
        class="hidden"
        data-testid="upload-file"
        accept=${OFFERED}
        aria-describedby="upload-file-help"
        onChange=${(/** @type {any} */ event) => {
          const [file] = event.currentTarget.files;
          event.currentTarget.value = ""; // so that the same file, mended, can be chosen again
          if (file) upload.takeFile(file);
        }}
      />
      <${Icon} name="upload" /><span>${words.file}</span>
      <small id="upload-file-help">${words.fileHelp}</small>
    </label>
    ${upload.source.value ? html`<${Given} upload=${upload} />` : html`<${TextSource} upload=${upload} />`}`;
}

/** A source that is not shown itself. @param {{upload: Upload}} props */
function Given({ upload }) {
  const { name, bytes } = upload.source.value ?? { name: null, bytes: 0 };
  return html`<p class="given" data-testid="upload-source">
    <span class="given-name">${name ?? words.pasted}</span> <span class="given-size">${words.size(bytes)}</span>
    <span class="spacer"></span>
    <button
      type="button"
      class="button ghost small square"
      data-testid="upload-remove"
      aria-label=${words.remove}
      onClick=${() => {
        upload.clear();
        upload.takeText(upload.text.peek());
      }}
    >
      <${Icon} name="close" />
    </button>
  </p>`;
}

/** @param {{upload: Upload}} props */
function TextSource({ upload }) {
  /** @param {ClipboardEvent} event a long text or a file never gets into the field */
  const paste = (event) => {
    const [file] = event.clipboardData?.files ?? [];
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!file && text.length <= LONGEST_SHOWN) return;
    event.preventDefault();
    if (file) upload.takeFile(file);
    else upload.takeText(text);
  };
  return html`<label class="field">
    <span class="label">${words.text}</span>
    <textarea
      class="text-area"
      data-testid="upload-text"
      spellcheck="false"
      autocomplete="off"
      rows="6"
      placeholder=${"x, y\n0.5, 1.2\n0.7, 0.9"}
      value=${upload.text.value}
      onInput=${(/** @type {any} */ event) => upload.takeText(event.currentTarget.value)}
      onPaste=${paste}
    ></textarea>
  </label>`;
}
