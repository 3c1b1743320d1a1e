// The page as a whole: head, experiment bar, three columns, and what lies above them.
import { html } from "../../vendor/htm-preact.js";
import { useEffect, useState } from "../../vendor/preact-hooks.js";
import { isHidden } from "../controls/hideable.js";
import { shownPanel } from "../panels.js";
import { texts } from "../texts.js";
import { DataBar, WatchLine } from "./data-bar.js";
import { Header } from "./header.js";
import { ImagesPage } from "./images/page.js";
import { HelpSheet } from "./help.js";
import { HiddenControls } from "./hidden-controls.js";
import { LearnPanel } from "./learn/panel.js";
import { Legend } from "./legend.js";
import { Metrics } from "./metrics.js";
import { ModelPanel } from "./model-panel.js";
import { DensityOptions } from "./density-options.js";
import { Announcer, Dock } from "./dock.js";
import { DrawTools } from "./own-data/draw-tools.js";
import { UploadSheet } from "./own-data/upload-sheet.js";
import { Plot } from "./plot.js";
import { PromptCard } from "./prompt-card.js";
import { ShareDialog } from "./share/share-dialog.js";
import { Stage } from "./stage.js";
import { Tabs } from "./tabs.js";
import { TipLayer } from "./tips.js";
import { TourView } from "./tour/tour-view.js";
import { Counters, Transport } from "./transport.js";
import { narrow } from "./viewport.js";

/** @typedef {import("../store.js").Store} Store */

/** One of the outer two columns at a time. */
const TABS = /** @type {const} */ (["metrics", "model"]).map((id) => ({ id, label: texts.tabs[id], help: texts.explain.tabs[id] }));

/** @param {{store: Store}} props */
export function App({ store }) {
  const [tab, setTab] = useState("metrics");
  const atModel = store.slow.on.value || store.graphMode.value === "edit";
  useEffect(() => void (atModel && setTab("model")), [atModel]); // phases and settings stand beside the model
  const whole = store.stage.value === null;
  if (store.scene === "image") return html`<${ImagesPage} store=${store} />`;
  if (whole && shownPanel(store) === "learn") return html`<${LearnPage} store=${store} />`;
  const shown = isHidden(store.hidden.value, "tab-metrics") ? "model" : tab;
  return html`<div
    class="page"
    data-connection=${store.connection.value.state}
    data-stage=${store.stage.value?.view}
    data-hides=${[...store.hidden.value].join(" ")}
  >
    ${whole && html`<${Top} store=${store} />`}
    <main class="lab" data-tab=${shown}>
      ${whole && html`<${Tabs} store=${store} label=${texts.tabs.label} tabs=${TABS} tab=${shown} choose=${setTab} />`}
      <section class="panel model" aria-label=${texts.tabs.model}><${ModelPanel} store=${store} /></section>
      <section class="panel picture">
        <${Plot} store=${store} />
        ${whole && html`<${UnderPlot} store=${store} />`}
      </section>
      ${whole &&
      html`<section class="panel metrics" aria-label=${texts.tabs.metrics}><${Metrics} store=${store} /></section>`}
    </main>
    ${whole && narrow.value && html`<${Dock} store=${store} />`}
    <${Stage} store=${store} />
    <${HelpSheet} store=${store} />
    <${ShareDialog} store=${store} />
    <${HiddenControls} store=${store} />
    <${UploadSheet} store=${store} />
    <${TourView} store=${store} />
    <${TipLayer} />
    <${Announcer} store=${store} />
  </div>`;
}

/** Head, a teacher's words, and experiment bar. @param {{store: Store}} props */
function Top({ store }) {
  return html`<${Header} store=${store} />
    <${PromptCard} store=${store} />
    <section class="bar" aria-label=${texts.bar.label}>
      <${DataBar} store=${store} />
      ${!narrow.value && html`<${Transport} store=${store} /><${Counters} store=${store} />`}
    </section>`;
}

/** The page while the article is read; the run stays as it is. @param {{store: Store}} props */
function LearnPage({ store }) {
  return html`<div class="page page-learn" data-connection=${store.connection.value.state}>
    <${Header} store=${store} />
    <${LearnPanel} store=${store} />
    <${HelpSheet} store=${store} />
    <${ShareDialog} store=${store} />
    <${HiddenControls} store=${store} />
    <${TipLayer} />
  </div>`;
}

/** The legend and what to watch; of a drawing board its tools. @param {{store: Store}} props */
function UnderPlot({ store }) {
  if (store.ownData.drawing.value) return html`<${DrawTools} store=${store} />`;
  return html`<${Legend} store=${store} /><${DensityOptions} store=${store} /><${WatchLine} store=${store} />`;
}
