// The panel "Learn": the article, fetched when somebody first opens it.
import { html } from "../../../vendor/htm-preact.js";
import { useEffect, useState } from "../../../vendor/preact-hooks.js";
import { texts } from "../../texts.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {typeof import("./article.js")} ArticleModule */

/** @param {{store: Store}} props */
export function LearnPanel({ store }) {
  const [module, setModule] = useState(/** @type {ArticleModule|null} */ (null));
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    import("./article.js").then(setModule, () => setFailed(true));
  }, []);
  return html`<main class="learn" aria-label=${texts.panels.learn}>
    ${module
      ? html`<${module.Article} store=${store} />`
      : html`<p class="waiting ${failed ? "" : "late"}" role="status">
          ${failed ? texts.panels.failed : texts.panels.loading}
        </p>`}
  </main>`;
}
