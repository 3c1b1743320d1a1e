// How wide the window is, as signals: the widths at which the page is built another way.
import { signal } from "../../vendor/signals.js";

/** @param {string} media */
function matching(media) {
  const query = globalThis.matchMedia?.(media);
  const matches = signal(query?.matches ?? false);
  query?.addEventListener("change", () => (matches.value = query.matches));
  return matches;
}

/** True on small screens, where the transport is a dock at the foot. */
export const narrow = matching("(max-width: 760px)");

/** True where the model and the metrics take turns, so that either may be out of sight. */
export const twoColumns = matching("(max-width: 1240px)");

/** True where the window is too low for everything at once. */
export const short = matching("(max-height: 879px)");
