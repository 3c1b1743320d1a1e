// The panel of images: what to imitate, the two networks, real and generated images, and how training goes.
import { html } from "../../../vendor/htm-preact.js";
import { useState } from "../../../vendor/preact-hooks.js";
import { texts } from "../../texts.js";
import { Announcer, Dock } from "../dock.js";
import { Header } from "../header.js";
import { HelpSheet } from "../help.js";
import { HiddenControls } from "../hidden-controls.js";
import { PromptCard } from "../prompt-card.js";
import { ShareDialog } from "../share/share-dialog.js";
import { Pace, SlowButton } from "../slow/slow-transport.js";
import { Tabs } from "../tabs.js";
import { TipLayer } from "../tips.js";
import { ResetButton, PlayButton, Speed, StepButtons } from "../transport.js";
import { narrow } from "../viewport.js";
import { Builder } from "./builder.js";
import { ImageCounters } from "./counters.js";
import { DataFacts } from "./data-facts.js";
import { ImageDataBar } from "./data-bar.js";
import { ImageUploadSheet } from "./data-upload.js";
import { DraftBar } from "./draft-bar.js";
import { InspectDialog } from "./inspect-dialog.js";
import { ImageMetrics } from "./metrics.js";
import { Pictures } from "./pictures.js";
import { partsAtWork, wayThrough } from "./slow-foot.js";
import { Training } from "./training.js";

/** @typedef {import("../../store.js").Store} Store */

const words = texts.images;

/** What takes turns beside the images where there is no room for all of it. */
const TABS = /** @type {const} */ (["training", "networks", "metrics"]).map((id) => ({ id, label: words.tabs[id], help: words.tabsHelp[id] }));

/** @param {{store: Store}} props */
export function ImagesPage({ store }) {
  const [tab, setTab] = useState("training");
  return html`<div class="page page-images" data-connection=${store.connection.value.state} data-hides=${[...store.hidden.value].join(" ")}>
    <${Header} store=${store} />
    <${PromptCard} store=${store} />
    <section class="bar" aria-label=${texts.bar.label}>
      <${ImageDataBar} store=${store} />
      ${!narrow.value && html`<${ImageTransport} store=${store} /><${ImageCounters} store=${store} />`}
    </section>
    <main class="images" data-tab=${tab} data-lit=${partsAtWork(store)} data-way=${wayThrough(store)}>
      <${Tabs} store=${store} label=${words.tabs.label} tabs=${TABS} tab=${tab} choose=${setTab} />
      <section class="panel training" aria-label=${words.settings}>
        <${DataFacts} store=${store} />
        <${Training} store=${store} />
      </section>
      <section class="panel networks" aria-label=${words.tabs.networks}>
        <div class="network-columns">
          <${Builder} store=${store} player="generator" />
          <${Builder} store=${store} player="discriminator" />
        </div>
        <${DraftBar} store=${store} />
      </section>
      <${Pictures} store=${store} />
      <section class="panel metrics" aria-label=${words.tabs.metrics}><${ImageMetrics} store=${store} /></section>
    </main>
    ${narrow.value && html`<${Dock} store=${store} />`}
    <${InspectDialog} store=${store} />
    <${ImageUploadSheet} store=${store} />
    <${HelpSheet} store=${store} />
    <${ShareDialog} store=${store} />
    <${HiddenControls} store=${store} />
    <${TipLayer} />
    <${Announcer} store=${store} />
  </div>`;
}

/** @param {{store: Store}} props */
function ImageTransport({ store }) {
  const Rate = store.slow.on.value ? Pace : Speed;
  return html`<div class="bar-cell transport" role="group" aria-label=${texts.transport.group}>
    <${ResetButton} store=${store} />
    <${PlayButton} store=${store} />
    <${StepButtons} store=${store} />
    <span class="spacer"></span>
    <${SlowButton} store=${store} />
    <${Rate} store=${store} />
  </div>`;
}
