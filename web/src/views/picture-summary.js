// The picture in words, for those who do not see it; renewed at a pace at which it can be heard.
import { html } from "../../vendor/htm-preact.js";
import { useEffect, useState } from "../../vendor/preact-hooks.js";
import { effect } from "../../vendor/signals.js";
import { pictureFacts } from "../lib/facts.js";
import { texts } from "../texts.js";

const words = texts.picture;

/** @typedef {import("../store.js").Store} Store */

/** While training, the words are renewed this often; when it pauses, at once. */
const INTERVAL_MS = 15_000;

/** @param {{store: Store, id: string}} props */
export function PictureSummary({ store, id }) {
  const [text, setText] = useState(words.waiting);
  useEffect(() => followPicture(store, setText), []);
  return html`<p class="hidden" id=${id} aria-live="polite" data-testid="plot-summary">${text}</p>`;
}

/**
 * @param {Store} store
 * @param {(text: string) => void} say
 * @returns {() => void} stops
 */
function followPicture(store, say) {
  let saidAtMs = -Infinity;
  return effect(() => {
    const { modeShares, status } = store.readout.value;
    const frame = store.frame.peek();
    const playing = status === "playing";
    if (!frame || (playing && performance.now() < saidAtMs + INTERVAL_MS)) return;
    saidAtMs = performance.now();
    const covered = modeShares?.filter((share) => share > 0).length ?? 0;
    say(
      words.summary({
        ...pictureFacts(frame),
        ...(store.slow.loss.peek()?.boundary === undefined && { fooled: null }), // a score takes nothing for real
        playing,
        covered: modeShares && [covered, modeShares.length],
      }),
    );
  });
}
