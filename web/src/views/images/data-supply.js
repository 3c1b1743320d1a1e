// Under the data: a set that is not on the server yet, what it is, how to get it, and how far that is.
import { html } from "../../../vendor/htm-preact.js";
import { entriesOf, entryOf } from "../../controls/groups.js";
import { texts } from "../../texts.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").Missing} Missing */
/** @typedef {import("../../protocol.js").SupplyJob} SupplyJob */

const words = texts.imageData;

/** @param {{store: Store}} props */
export function SupplyCard({ store }) {
  const { supply } = store;
  const missing = supply.missing.value;
  if (!missing) return null;
  const job = supply.job.value;
  const { label, size } = describe(store, missing);
  return html`<div class="supply" role="group" aria-label=${words.title(label)} data-testid="supply" data-status=${job?.status ?? "offered"}>
    ${job ? html`<${Progress} label=${label} job=${job} />` : html`<p><b>${words.title(label)}</b> ${words.offer(size, missing.origin ?? "")}</p>`}
    <div class="actions">
      ${(!job || job.status === "failed") &&
      html`<button type="button" class="button small primary" data-testid="supply-fetch" onClick=${() => supply.begin()}>
        ${job ? words.again : words.fetch}
      </button>`}
      ${job?.status === "done" &&
      html`<button type="button" class="button small primary" data-testid="supply-use" onClick=${() => supply.use()}>${words.train}</button>`}
      <button type="button" class="button small" data-testid="supply-cancel" onClick=${() => supply.dismiss()}>
        ${job && isUnderWay(job) ? words.cancel : words.close}
      </button>
    </div>
    ${missing.by_hand &&
    job?.status !== "done" &&
    html`<details class="by-hand" open=${job?.status === "failed"}><summary data-testid="supply-by-hand">${words.byHandTitle}</summary><p>${words.byHand(missing.by_hand)}</p></details>`}
  </div>`;
}

/** @param {{label: string, job: SupplyJob}} props */
function Progress({ label, job }) {
  if (job.status === "done") return html`<p role="status"><b>${words.here(label)}</b></p>`;
  if (!isUnderWay(job)) return html`<p class="bad" role="alert"><b>${words.failed(label)}</b> ${job.error?.message ?? ""}</p>`;
  const percent = Math.round(100 * job.share);
  return html`<p role="status"><b>${words.onItsWay(label)}</b> <span data-testid="supply-words">${job.words}</span></p>
    <progress class="supply-progress" max="100" value=${percent} aria-label=${words.onItsWay(label)}></progress>`;
}

/** @param {SupplyJob} job */
const isUnderWay = ({ status }) => status === "waiting" || status === "working";

/** @param {Store} store @param {Missing} missing */
function describe(store, { id }) {
  const catalog = store.catalog.value;
  const field = catalog?.fields.find(({ name }) => name === "data");
  const entry = catalog && field ? entryOf(entriesOf(catalog, field), id) : undefined;
  const size = entry?.shape && entry.examples ? words.size(entry.examples, entry.shape) : "";
  return { label: entry?.label ?? id, size };
}
