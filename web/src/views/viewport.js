// Whether the window is too narrow for the experiment bar, as a signal.
import { signal } from "../../vendor/signals.js";

const query = globalThis.matchMedia?.("(max-width: 760px)");

/** True on small screens, where the transport is a dock at the foot. */
export const narrow = signal(query?.matches ?? false);

query?.addEventListener("change", () => (narrow.value = query.matches));
