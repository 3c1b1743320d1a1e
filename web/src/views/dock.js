// What stands below every panel that trains: the transport of small screens, and what is said aloud.
import { html } from "../../vendor/htm-preact.js";
import { texts } from "../texts.js";
import { PlayButton, ResetButton, StepButtons, StepCount } from "./transport.js";

/** @typedef {import("../store.js").Store} Store */

/** Transport at the foot of a small screen. @param {{store: Store}} props */
export function Dock({ store }) {
  return html`<section class="dock" aria-label=${texts.transport.group}>
    <${ResetButton} store=${store} />
    <${PlayButton} store=${store} />
    <${StepButtons} store=${store} />
    <span class="spacer"></span>
    <${StepCount} store=${store} />
  </section>`;
}

/** Says aloud what changes without a press of one's own. @param {{store: Store}} props */
export function Announcer({ store }) {
  const lost = store.connection.value.state === "lost";
  const status = store.status.value;
  const step = status === "playing" ? 0 : store.readout.value.step;
  const notice = store.notice.value; // of a run that diverged it names the step that it could not finish
  return html`<div class="hidden" role="status" aria-live="polite" data-testid="announcer">
    ${lost ? texts.plot.connecting : status === "diverged" && notice?.kind === "diverged" ? notice.title : texts.announce(status, step)}
  </div>`;
}
