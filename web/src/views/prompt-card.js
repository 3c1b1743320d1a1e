// A teacher's words above the lab, as plain text.
import { html } from "../../vendor/htm-preact.js";
import { texts } from "../texts.js";
import { Icon } from "./icons.js";

/** @param {{store: import("../store.js").Store}} props */
export function PromptCard({ store }) {
  const words = store.prompt.value;
  if (!words) return null;
  return html`<aside class="prompt" aria-label=${texts.share.promptTitle}>
    <p data-testid="prompt">${words}</p>
    <button
      type="button"
      class="button ghost small square"
      data-testid="prompt-dismiss"
      aria-label=${texts.share.promptDismiss}
      onClick=${() => (store.prompt.value = "")}
    >
      <${Icon} name="close" />
    </button>
  </aside>`;
}
