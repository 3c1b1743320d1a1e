// The page's head: name, theme, palette, help.
import { html } from "../../vendor/htm-preact.js";
import { keyOf } from "../shortcuts.js";
import { texts } from "../texts.js";
import { nextTheme } from "../theme.js";
import { Icon, Mark } from "./icons.js";

/** @typedef {import("../store.js").Store} Store */

/** @param {{store: Store}} props */
export function Header({ store }) {
  const words = texts.header;
  return html`<header class="head">
    <h1 class="brand"><${Mark} />${texts.name}</h1>
    <span class="spacer"></span>
    <${ThemeButton} store=${store} />
    <button
      type="button"
      class="button ghost square"
      data-testid="colour-blind"
      aria-label=${words.colourBlind}
      aria-pressed=${store.colourBlind.value}
      data-tip-title=${words.colourBlind}
      data-tip=${words.colourBlindHelp}
      onClick=${() => (store.colourBlind.value = !store.colourBlind.value)}
    >
      <${Icon} name="palette" />
    </button>
    <button
      type="button"
      class="button ghost square"
      data-testid="help"
      aria-label=${words.help}
      aria-haspopup="dialog"
      data-tip-title=${words.help}
      data-tip-key=${keyOf("help")}
      onClick=${() => (store.helpOpen.value = true)}
    >
      <${Icon} name="help" />
    </button>
  </header>`;
}

/** @param {{store: Store}} props */
function ThemeButton({ store }) {
  const label = texts.header.theme[store.theme.value];
  return html`<button
    type="button"
    class="button ghost square"
    data-testid="theme"
    aria-label=${label}
    data-tip-title=${label}
    onClick=${() => (store.theme.value = nextTheme(store.theme.value, document.documentElement.dataset.theme))}
  >
    <${Icon} name="theme" />
  </button>`;
}
