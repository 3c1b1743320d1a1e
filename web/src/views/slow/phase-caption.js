// What the phase shown does, in a sentence or two with its real numbers.
import { html } from "../../../vendor/htm-preact.js";
import { entriesOf, entryOf } from "../../controls/groups.js";
import { phaseFacts } from "../../lib/phase-facts.js";
import { formatNumber } from "../../lib/format.js";
import { texts } from "../../texts.js";
import { batchLine } from "../company.js";
import { labelLine } from "../softened.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../protocol.js").Phase} Phase */

const words = texts.slow;

/** Regularizers of this kind blur what D sees. */
const BLURS = "input_noise";

/** The phases of D's turn in which its labels count. */
const LABELLED = ["loss", "gradients"];

/** The name of the rule that blurs this run's samples. @param {Store} store @returns {string|null} */
function blurOf(store) {
  const catalog = store.catalog.value;
  const field = catalog?.fields.find(({ name }) => name === "regularizers");
  if (!catalog || !field) return null;
  const entries = entriesOf(catalog, field);
  const chosen = /** @type {{id: string}[]} */ (store.session.value?.config.regularizers ?? []);
  const found = chosen.map(({ id }) => entryOf(entries, id)).find((entry) => entry?.kind === BLURS);
  const { noiseStd } = store.readout.value;
  if (!found || noiseStd === 0) return null;
  return noiseStd === null ? found.label : `${found.label} (σ ${formatNumber(noiseStd)})`;
}

/** @param {Store} store @returns {{title: string, text: string}} */
export function captionOf(store) {
  const { slow } = store;
  const phase = slow.phase.value;
  if (store.playing.value) return words.training;
  if (!phase) return words.idle;
  const { g_ema: decay = 0, g_mean: mean = false } = store.session.value?.config ?? {};
  const average = mean || decay > 0;
  const ahead = store.session.value?.config.unroll ?? 0;
  const say = foresees(phase, ahead) && phase.name === "gradients" ? words.aheadGradients : captionsOf(store, phase);
  const facts = phaseFacts(phase, slow.loss.value, Boolean(store.session.value?.encoder));
  const { title, text } = say(facts, phase, blurOf(store), average);
  const labels = phase.player === "discriminator" && LABELLED.includes(phase.name) ? labelLine(store.readout.value) : "";
  const company = phase.name === "predictions" ? batchLine(store.session.value?.config) : "";
  const more = [text, labels, company, remarkOn(phase, ahead)];
  return { title, text: more.filter(Boolean).join(" ") };
}

/** @param {Store} store @param {Phase} phase */
function captionsOf({ scene }, { player, name }) {
  const ofImages = scene === "image" ? texts.slowImages.captions[player][name] : undefined;
  return ofImages ?? words.captions[player][name];
}

/** Whether G answers a D that it foresees. @param {Phase} phase @param {number} ahead updates of D's that G looks ahead */
const foresees = ({ player }, ahead) => ahead > 0 && player === "generator";

/** What is special about a turn. @param {Phase} phase @param {number} ahead updates of D's that G foresees */
function remarkOn(phase, ahead) {
  if (phase.trial && phase.name === "update") return words.trialRemark;
  return foresees(phase, ahead) && phase.name === "predictions" ? words.aheadRemark(ahead) : "";
}

/** @param {{store: Store}} props */
export function PhaseCaption({ store }) {
  const { title, text } = captionOf(store);
  const player = store.slow.phase.value?.player;
  const side = player ? ` phase-caption-${player === "discriminator" ? "d" : "g"}` : "";
  // played at a pace, nobody could listen to them all
  return html`<div
    class=${`phase-caption${side}`}
    data-testid="phase-caption"
    role="group"
    aria-label=${words.caption}
    aria-live=${store.slow.playing.value ? "off" : "polite"}
  >
    <p><b>${title}</b> ${text}</p>
  </div>`;
}
