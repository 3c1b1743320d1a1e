// What was drafted in the builder outlives a reload of the tab, as long as the run still trains the same.
import { effect } from "../vendor/signals.js";
import { plain, sameLayers } from "./lib/layer-list.js";

/** @typedef {import("./layer-draft.js").LayerDraft} LayerDraft */
/** @typedef {import("./protocol.js").Choice} Choice */
/** @typedef {Record<import("./layer-draft.js").Builder, readonly Choice[]>} Lists */
/** @typedef {{trained: Lists, lists: Lists, also: import("./layer-draft.js").Beginnings}} Kept */

const KEY = "ganlab.draft";

/** @param {import("./url.js").Box} box @returns {Kept|null} null when there is nothing readable */
function read(box) {
  try {
    const found = JSON.parse(box.getItem(KEY) ?? "null");
    const whole = [found?.trained, found?.lists].every((lists) => Array.isArray(lists?.generator) && Array.isArray(lists?.discriminator));
    return whole && found.also?.generator && found.also?.discriminator ? found : null;
  } catch {
    return null; // blocked storage, or someone else's text
  }
}

/** @param {import("./url.js").Box} box @param {Kept|null} kept */
function write(box, kept) {
  try {
    if (kept) box.setItem(KEY, JSON.stringify(kept));
    else box.removeItem(KEY);
  } catch {
    // Blocked or full storage costs only the memory across reloads.
  }
}

/**
 * Takes up what was drafted in this tab, once it is known what is trained; from then on keeps what differs from that.
 * @param {LayerDraft} draft
 * @param {import("./url.js").Box} box the tab's sessionStorage
 * @returns {() => void} ends it
 */
export function keepDraft(draft, box) {
  let begun = false;
  return effect(() => {
    const trained = draft.trained.value;
    const changed = draft.changed.value;
    const { stacks, also } = draft.trail.now.value;
    if (trained.generator.length === 0) return;
    if (!begun) {
      begun = true;
      const kept = read(box);
      const same = kept && sameLayers(kept.trained.generator, trained.generator) && sameLayers(kept.trained.discriminator, trained.discriminator);
      if (kept && same) return draft.restore(kept.lists, kept.also);
    }
    const lists = { generator: plain(stacks.generator), discriminator: plain(stacks.discriminator) };
    write(box, changed.length > 0 ? { trained, lists, also } : null);
  });
}
