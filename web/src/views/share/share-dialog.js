// The share dialog: the link, what it hides and says, its QR code, and the lab inside another page.
import { html } from "../../../vendor/htm-preact.js";
import { useState } from "../../../vendor/preact-hooks.js";
import { isExact, pageOf, runOf } from "../../address.js";
import { hideableIn } from "../../controls/hideable.js";
import { pretrainedOf } from "../../controls/pretrained.js";
import { LONGEST_LINK, LONGEST_PROMPT, composeLink } from "../../link.js";
import { texts } from "../../texts.js";
import { Icon } from "../icons.js";
import { Modal } from "../modal.js";
import { CopyField } from "./copy-field.js";
import { Embed } from "./embed.js";
import { QrCode } from "./qr-code.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../link.js").PageLink} PageLink */
/** @typedef {import("../../link.js").RunLink} RunLink */
/** @typedef {Pick<PageLink, "hide"|"prompt"|"theme">} Draft what the dialog adds to the page as it is */
/** @typedef {(changes: Partial<Draft>) => void} Change */

const THEMES = /** @type {const} */ (["light", "dark", "light-colour-blind", "dark-colour-blind"]);

/** A usual page has no fragment; a link says even so that it means the usual run. */
const USUAL = "#config={}";

/** Hosts that mean the reader's own computer. */
const OWN_COMPUTER = ["127.0.0.1", "localhost", "[::1]"];

/** @param {{store: Store}} props */
export function ShareDialog({ store }) {
  const open = store.shareOpen.value;
  const close = () => (store.shareOpen.value = false);
  return html`<${Modal} open=${open} close=${close} titleId="share-title" testid="share-dialog" kind="share">
    ${open && html`<${Body} store=${store} close=${close} />`}
  <//>`;
}

/** @param {{store: Store, close: () => void}} props */
function Body({ store, close }) {
  const page = pageOf(store);
  const [draft, setDraft] = useState(
    /** @type {Draft} */ ({ hide: page.hide, prompt: page.prompt, theme: page.theme }),
  );
  /** @type {Change} */
  const change = (changes) => setDraft({ ...draft, ...changes });
  const run = runOf(store);
  const fragment = run && composeLink(run, { ...page, ...withoutWayOut(page, draft) });
  const words = texts.share;
  return html`<div class="sheet-body">
    <div class="sheet-head">
      <h2 id="share-title">${words.title}</h2>
      <button type="button" class="button ghost square" aria-label=${words.close} onClick=${close}>
        <${Icon} name="close" />
      </button>
    </div>
    ${fragment === null
      ? html`<p>${words.noRun}</p>`
      : html`<${Links} fragment=${fragment || USUAL} note=${noteOf(store, run)} help=${words.linkHelp[store.scene](beginsAt(store))}>
          <${ForClass} store=${store} draft=${draft} change=${change} />
        <//>`}
  </div>`;
}

/**
 * Who cannot change settings does not find the page in the midst of changing them.
 * @param {PageLink} page
 * @param {Draft} draft
 */
function withoutWayOut({ graph }, draft) {
  const editing = graph === "edit" && draft.hide.has("settings");
  return { ...draft, prompt: draft.prompt.trim(), graph: editing ? /** @type {const} */ ("overview") : graph };
}

/** What is to be said of a run that was changed on its way. @param {Store} store @param {RunLink|null} run */
function noteOf(store, run) {
  if (!isExact(store)) return texts.share.inexact;
  return run?.script ? texts.share.scripted : "";
}

/** The step at which whoever opens the link begins. @param {Store} store */
function beginsAt(store) {
  const session = store.session.value;
  return pretrainedOf(session) === null ? 0 : (session?.origin?.step ?? 0);
}

/** @param {{fragment: string, note: string, help: string, children?: any}} props */
function Links({ fragment, note, help, children }) {
  const words = texts.share;
  const link = location.origin + location.pathname + fragment;
  if (fragment.length > LONGEST_LINK) {
    return html`<p class="share-note" data-testid="share-too-long">${words.tooLong(fragment.length, LONGEST_LINK)}</p>
      ${children}`;
  }
  return html`<div class="share-link">
      <${CopyField} id="share-link" label=${words.link} text=${link} primary />
      <p class="share-note"><span data-testid="share-help">${help}</span></p>
      ${note && html`<p class="share-note" data-testid="share-script">${note}</p>`}
      ${OWN_COMPUTER.includes(location.hostname) && html`<p class="share-note">${words.ownComputer}</p>`}
    </div>
    <div class="share-columns">
      ${children}
      <section>
        <h3>${words.qr}</h3>
        <${QrCode} link=${link} />
      </section>
    </div>
    <section>
      <h3>${words.embedTitle}</h3>
      <${Embed} link=${link} />
    </section>`;
}

/** What a teacher adds to a link. @param {{store: Store, draft: Draft, change: Change}} props */
function ForClass({ store, draft, change }) {
  const words = texts.share;
  return html`<section class="share-class">
    <h3>${words.classTitle}</h3>
    <label class="share-prompt">
      <span class="label">${words.prompt}</span>
      <textarea
        class="text-input"
        rows="3"
        maxlength=${LONGEST_PROMPT}
        placeholder=${words.promptExample}
        data-testid="share-prompt"
        value=${draft.prompt}
        onInput=${(/** @type {any} */ event) => change({ prompt: event.currentTarget.value })}
      ></textarea>
      <span class="share-count">${words.left(LONGEST_PROMPT - draft.prompt.length)}</span>
    </label>
    <${HideList} store=${store} draft=${draft} change=${change} />
    <${ThemeChoice} draft=${draft} change=${change} />
  </section>`;
}

/** @param {{store: Store, draft: Draft, change: Change}} props */
function HideList({ store, draft, change }) {
  const words = texts.share;
  /** @param {string} id @param {boolean} hidden */
  const toggle = (id, hidden) => {
    const hide = new Set(draft.hide);
    if (hidden) hide.add(id);
    else hide.delete(id);
    change({ hide });
  };
  return html`<fieldset class="share-hide">
    <legend class="label">${words.hide}</legend>
    ${hideableIn(store.scene).map(
      ({ id }) => html`<label key=${id} class="check">
        <input
          type="checkbox"
          data-testid=${`share-hide-${id}`}
          checked=${draft.hide.has(id)}
          onChange=${(/** @type {any} */ event) => toggle(id, event.currentTarget.checked)}
        />
        <span>${words.groups[/** @type {keyof typeof words.groups} */ (id)]}</span>
      </label>`,
    )}
  </fieldset>`;
}

/** @param {{draft: Draft, change: Change}} props */
function ThemeChoice({ draft, change }) {
  const words = texts.share;
  return html`<label class="share-theme">
    <span class="label">${words.theme}</span>
    <select
      class="select"
      data-testid="share-theme"
      value=${draft.theme ?? ""}
      onChange=${(/** @type {any} */ event) => change({ theme: event.currentTarget.value || null })}
    >
      <option value="">${words.themes.own}</option>
      ${THEMES.map((id) => html`<option key=${id} value=${id} selected=${draft.theme === id}>${words.themes[id]}</option>`)}
    </select>
  </label>`;
}
