// The page's head: name, export, language, theme, palette, help; on phones the last ones share one menu.
import { html } from "../../vendor/htm-preact.js";
import { shownPanel } from "../panels.js";
import { isHidden } from "../controls/hideable.js";
import { hideSettings } from "../hide-settings.js";
import { keyOf } from "../shortcuts.js";
import { togglePresenter } from "../stage.js";
import { texts } from "../texts.js";
import { nextTheme } from "../theme.js";
import { explained } from "./explain.js";
import { ExportMenu, exportGroups } from "./export-menu.js";
import { ShowAllButton, showAllControls } from "./hidden-controls.js";
import { Icon, Mark } from "./icons.js";
import { LanguageMenu } from "./language-menu.js";
import { Menu } from "./menu.js";
import { PanelNav } from "./panel-nav.js";
import { PresenterButton } from "./stage.js";
import { narrow } from "./viewport.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("./menu.js").MenuGroup} MenuGroup */

/** @param {{store: Store}} props */
export function Header({ store }) {
  const panel = shownPanel(store);
  const inLab = panel === "lab";
  return html`<header class="head">
    <h1 class="brand"><${Mark} /><span class="brand-name">${texts.name}</span></h1>
    <${PanelNav} store=${store} />
    <span class="spacer"></span>
    ${narrow.value
      ? html`<${LanguageMenu} store=${store} /><${ThemeButton} store=${store} /><${HeaderMenu} store=${store} />`
      : html`<${ShowAllButton} store=${store} />
          <${ShareButton} store=${store} />
          ${panel !== "learn" && html`<${ExportMenu} store=${store} />`}
          <span class="divider"></span>
          <${LanguageMenu} store=${store} />
          <${ThemeButton} store=${store} />
          <${ColourBlindButton} store=${store} />
          ${inLab && html`<${PresenterButton} store=${store} />`}
          <${HelpButton} store=${store} />`}
  </header>`;
}

/** Where there is no room for buttons: the same things in one menu. @param {{store: Store}} props */
function HeaderMenu({ store }) {
  const panel = shownPanel(store);
  const inLab = panel === "lab";
  const words = texts.header;
  /** @type {MenuGroup} */
  const page = {
    label: texts.models.page,
    items: [
      { id: "share", label: texts.share.button, help: texts.share.buttonHelp, act: () => (store.shareOpen.value = true) },
      ...(store.hidden.value.size > 0
        ? [{ id: "show-all-controls", label: texts.share.showAll, help: texts.share.showAllHelp, act: () => showAllControls(store) }]
        : []),
      ...(inLab ? [{ id: "presenter", label: texts.stage.presenter, help: texts.stage.presenterHelp, act: () => togglePresenter(store) }] : []),
      ...(inLab ? [hideItem(store)] : []),
      {
        id: "colour-blind",
        label: words.colourBlind,
        help: words.colourBlindHelp,
        checked: store.colourBlind.value,
        act: () => (store.colourBlind.value = !store.colourBlind.peek()),
      },
      { id: "help", label: words.help, help: texts.explain.help, act: () => (store.helpOpen.value = true) },
    ],
  };
  const groups = panel === "learn" ? [page] : [...exportGroups(store), page];
  return html`<${Menu} id="header-menu" label=${texts.models.headerMenu} help=${texts.explain.menus.page} icon="menu" wordless groups=${groups} />`;
}

/** @param {Store} store @returns {import("./menu.js").MenuItem} */
function hideItem(store) {
  const hidden = isHidden(store.hidden.value, "graph-edit");
  const { hide, hideHelp } = texts.edit;
  return { id: "hide-settings", label: hide, help: hideHelp, checked: hidden, act: () => hideSettings(store, !hidden) };
}

/** @param {{store: Store}} props */
function ShareButton({ store }) {
  const words = texts.share;
  return html`<button
    type="button"
    class="button ghost"
    data-testid="share"
    aria-haspopup="dialog"
    data-tip-title=${words.button}
    data-tip=${words.buttonHelp}
    onClick=${() => (store.shareOpen.value = true)}
  >
    <${Icon} name="share" /><span>${words.button}</span>
  </button>`;
}

/** @param {{store: Store}} props */
function ThemeButton({ store }) {
  const label = texts.header.theme[store.theme.value];
  return html`<button
    type="button"
    class="button ghost square"
    data-testid="theme"
    aria-label=${label}
    ...${explained(label, texts.explain.theme)}
    onClick=${() => (store.theme.value = nextTheme(store.theme.value, document.documentElement.dataset.theme))}
  >
    <${Icon} name="theme" />
  </button>`;
}

/** @param {{store: Store}} props */
function ColourBlindButton({ store }) {
  const words = texts.header;
  return html`<button
    type="button"
    class="button ghost square"
    data-testid="colour-blind"
    aria-label=${words.colourBlind}
    aria-pressed=${store.colourBlind.value}
    ...${explained(words.colourBlind, words.colourBlindHelp)}
    onClick=${() => (store.colourBlind.value = !store.colourBlind.value)}
  >
    <${Icon} name="palette" />
  </button>`;
}

/** @param {{store: Store}} props */
function HelpButton({ store }) {
  const label = texts.header.help;
  return html`<button
    type="button"
    class="button ghost square"
    data-testid="help"
    aria-label=${label}
    aria-haspopup="dialog"
    ...${explained(label, texts.explain.help, keyOf("help"))}
    onClick=${() => (store.helpOpen.value = true)}
  >
    <${Icon} name="help" />
  </button>`;
}
