// A text to be taken along: read-only, selected when it gets the focus, and copied by the button beside it.
import { html } from "../../../vendor/htm-preact.js";
import { useEffect, useRef, useState } from "../../../vendor/preact-hooks.js";
import { texts } from "../../texts.js";

/** How long the button says that it worked. */
const COPIED_MS = 2000;

/** @param {HTMLInputElement|HTMLTextAreaElement} field @returns {Promise<boolean>} whether its text is on the clipboard */
async function copy(field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand("copy"); // what is left where the page has no secure origin
  }
}

/** @param {{id: string, label: string, text: string, lines?: number, primary?: boolean}} props */
export function CopyField({ id, label, text, lines = 1, primary }) {
  const field = useRef(/** @type {any} */ (null));
  const [outcome, setOutcome] = useState(/** @type {boolean|null} */ (null));
  useEffect(() => {
    if (outcome === null) return undefined;
    const timer = setTimeout(() => setOutcome(null), COPIED_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const words = texts.share;
  const common = {
    "class": "text-input",
    "readonly": true,
    "data-testid": id,
    "aria-label": label,
    "value": text,
    "onFocus": (/** @type {any} */ event) => event.currentTarget.select(),
    "spellcheck": false,
  };
  const said = outcome === null ? words.copy : outcome ? words.copied : words.notCopied;
  return html`<div class=${lines > 1 ? "copy-field tall" : "copy-field"}>
    ${lines > 1
      ? html`<textarea ...${common} ref=${field} rows=${lines}></textarea>`
      : html`<input ...${common} ref=${field} type="text" />`}
    <button
      type="button"
      class=${primary ? "button primary" : "button"}
      autofocus=${primary}
      data-testid=${`${id.replace(/-(link|code)$/, "")}-copy`}
      onClick=${async () => setOutcome(await copy(field.current))}
    >
      ${said}
    </button>
    <span class="hidden" role="status">${outcome === null ? "" : said}</span>
  </div>`;
}
