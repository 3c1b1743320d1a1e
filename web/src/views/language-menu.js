// The choice of language; the page is loaded anew in it, and the run goes on where it is.
import { html } from "../../vendor/htm-preact.js";
import { LANGUAGES, language, rememberLanguage } from "../lib/language.js";
import { texts } from "../texts.js";
import { explained } from "./explain.js";

/** @typedef {import("../store.js").Store} Store */

/** A menu of the browser's own, under two letters. @param {{store: Store}} props */
export function LanguageMenu({ store }) {
  const words = texts.header;
  /** @param {any} event */
  const change = (event) => {
    if (rememberLanguage(event.currentTarget.value)) return store.reload();
    event.currentTarget.value = language;
    store.pushNotice({ type: "notice", kind: "refused", title: words.language, message: words.languageLost });
  };
  return html`<label class="button ghost square language" ...${explained(words.language, texts.explain.language)}>
    <span aria-hidden="true">${language.toUpperCase()}</span>
    <select data-testid="language" aria-label=${words.language} aria-description=${texts.explain.language} onChange=${change}>
      ${Object.entries(LANGUAGES).map(
        ([id, name]) => html`<option key=${id} value=${id} lang=${id} selected=${id === language}>${name}</option>`,
      )}
    </select>
  </label>`;
}
