// Takes away what a teacher's link hides, wherever on the page it stands, and offers the way back.
import { html } from "../../vendor/htm-preact.js";
import { useEffect } from "../../vendor/preact-hooks.js";
import { selectorsOf } from "../controls/hideable.js";
import { texts } from "../texts.js";
import { Icon } from "./icons.js";

/** @typedef {import("../store.js").Store} Store */

/** One rule for all of it; no view has to know. @param {{store: Store}} props */
export function HiddenControls({ store }) {
  const selectors = selectorsOf(store.hidden.value).join(",");
  useEffect(() => {
    if (!selectors) return undefined;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${selectors} { display: none !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [selectors]);
  return null;
}

/** Gives everything back. @param {Store} store */
export function showAllControls(store) {
  store.hidden.value = new Set();
  store.settingsHidden.value = false;
}

/** In the head, while something is hidden. @param {{store: Store}} props */
export function ShowAllButton({ store }) {
  if (store.hidden.value.size === 0) return null;
  const words = texts.share;
  return html`<button
    type="button"
    class="button ghost"
    data-testid="show-all-controls"
    data-tip-title=${words.showAll}
    data-tip=${words.showAllHelp}
    onClick=${() => showAllControls(store)}
  >
    <${Icon} name="eye" /><span>${words.showAll}</span>
  </button>`;
}
