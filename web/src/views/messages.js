// Messages over the plot: the first invitation, waiting, a run that diverged, a line that broke.
import { html } from "../../vendor/htm-preact.js";
import { useEffect } from "../../vendor/preact-hooks.js";
import { command } from "../protocol.js";
import { texts } from "../texts.js";
import { explained } from "./explain.js";
import { Icon, PlayIcon } from "./icons.js";
import { TourOffer } from "./tour/tour-start.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../protocol.js").NoticeEvent} NoticeEvent */

/** A notice that asks for nothing goes by itself after this long. */
const NOTICE_MS = 8000;

/** Notices that stay until they are dismissed. */
const LASTING = new Set(["stopped", "address"]);

/** What lies over the plot; fills its square and lets the pointer through between its parts. */
export function PlotOverlay(/** @type {{store: Store}} */ { store }) {
  return html`<div class="overlay">
    <${Centre} store=${store} />
    <${Banners} store=${store} />
  </div>`;
}

/** Along the upper edge: what stops nothing. @param {{store: Store, children?: any}} props */
export function Banners({ store, children }) {
  return html`<div class="banners"><${LostBanner} store=${store} /><${NoticeBanner} store=${store} />${children}</div>`;
}

/** At most one thing stands in the middle. @param {{store: Store}} props */
function Centre({ store }) {
  if (obstacleOf(store)) return html`<${Obstacle} store=${store} />`;
  const open = store.connection.value.state === "open";
  const waits = store.readout.value.step === 0 && !store.playing.value && open;
  const untouched = waits && !store.slow.on.value; // which has an invitation of its own
  return untouched ? html`<${Invitation} store=${store} />` : null;
}

/** What keeps the run from being looked at; null where nothing does. @param {{store: Store}} props */
export function Obstacle({ store }) {
  const Shown = obstacleOf(store);
  return Shown && html`<${Shown} store=${store} />`;
}

/** @param {Store} store */
function obstacleOf(store) {
  const { state } = store.connection.value;
  if (state === "locked") return Locked;
  if (state === "full" || state === "failed") return NoServer;
  if (!store.started.value) return Loading;
  return store.status.value === "diverged" ? Diverged : null;
}

/** @param {{title: string, text: string, bad?: boolean, children?: any}} props */
function Message({ title, text, bad, children }) {
  return html`<div class="message" data-testid="message">
    <h3 class=${bad ? "bad" : ""}>${title}</h3>
    <p>${text}</p>
    ${children}
  </div>`;
}

/** @param {{store: Store}} props */
function Invitation({ store }) {
  return html`<div class="invitation">
    <button type="button" class="play" data-testid="play-first" aria-label=${texts.transport.play}
      ...${explained(texts.transport.play, texts.explain.playFirst)}
      onClick=${() => store.togglePlay()}>
      <${PlayIcon} playing=${false} />
    </button>
    <p>${texts.plot.empty}</p>
    <${TourOffer} store=${store} />
  </div>`;
}

/** Appears only after 300 ms (by its style), so that a quick start shows no flicker. */
function Loading() {
  return html`<div class="backdrop late">
    <${Message} title=${texts.plot.loadingTitle} text=${texts.plot.loading}>
      <div class="progress" role="progressbar" aria-label=${texts.plot.loadingTitle}><i></i></div>
    <//>
  </div>`;
}

/** @param {{store: Store}} props */
function NoServer({ store }) {
  const { state, retryInMs, message } = store.connection.value;
  const seconds = Math.max(1, Math.round((retryInMs ?? 0) / 1000));
  const words = texts.plot;
  const full = state === "full";
  return html`<div class=${store.started.value ? "veil" : "backdrop"}>
    <${Message}
      title=${full ? words.fullTitle : words.failedTitle}
      text=${full ? words.full(message, seconds) : words.failed(message, seconds)}
    >
      <div class="actions">
        <button type="button" class="button primary" data-testid="try-now" onClick=${() => store.retry()}>
          ${words.tryNow}
        </button>
      </div>
    <//>
  </div>`;
}

/** Where the server wants to see a token first. @param {{store: Store}} props */
function Locked({ store }) {
  /** @param {SubmitEvent & {currentTarget: HTMLFormElement}} event */
  const submit = (event) => {
    event.preventDefault();
    store.login(String(new FormData(event.currentTarget).get("token")));
  };
  return html`<div class="backdrop">
    <${Message} title=${texts.plot.lockedTitle} text=${store.connection.value.message ?? texts.plot.locked}>
      <form class="actions" onSubmit=${submit}>
        <input
          class="text-input"
          type="password"
          name="token"
          autocomplete="current-password"
          required
          aria-label=${texts.plot.token}
          data-testid="token"
        />
        <button type="submit" class="button primary">${texts.plot.unlock}</button>
      </form>
    <//>
  </div>`;
}

/** @param {{store: Store}} props */
function Diverged({ store }) {
  const notice = store.notice.value?.kind === "diverged" ? store.notice.value : null;
  const words = texts.plot;
  const checkpoint = notice?.checkpoint ?? store.session.value?.checkpoints.at(-1);
  const suggestion = notice?.suggestion;
  const goBack = () => store.send(command.seek(checkpoint ?? 0));
  return html`<div class="veil">
    <${Message} bad=${true} title=${notice?.title ?? words.divergedTitle} text=${notice?.message ?? words.diverged}>
      <div class="actions">
        <button
          type="button"
          class="button primary"
          data-testid="go-back"
          onClick=${checkpoint === undefined ? () => store.send(command.reset()) : goBack}
        >
          ${checkpoint === undefined ? words.startAgain : words.goBack(checkpoint)}
        </button>
        ${suggestion &&
        html`<button
          type="button"
          class="button"
          data-testid="suggestion"
          onClick=${() => {
            goBack();
            store.send(command.configure(suggestion.changes));
          }}
        >
          ${suggestion.label}
        </button>`}
      </div>
    <//>
  </div>`;
}

/** @param {{store: Store}} props */
function LostBanner({ store }) {
  const { state, retryInMs } = store.connection.value;
  const reconnecting = state === "connecting" && store.session.value !== null;
  if (state !== "lost" && !reconnecting) return null;
  const seconds = Math.max(1, Math.round((retryInMs ?? 0) / 1000));
  return html`<div class="banner banner-warn" data-testid="connection">
    <${Icon} name="warning" />
    <span>${reconnecting ? texts.plot.connecting : texts.plot.lost(seconds)}</span>
    <span class="spacer"></span>
    <button type="button" class="button small" data-testid="try-now" onClick=${() => store.retry()}>
      ${texts.plot.tryNow}
    </button>
  </div>`;
}

/** Every notice that stops nothing. @param {{store: Store}} props */
function NoticeBanner({ store }) {
  const notice = store.notice.value;
  const shown = notice !== null && notice.kind !== "diverged";
  useEffect(() => {
    if (!shown || LASTING.has(notice.kind)) return undefined;
    const timer = setTimeout(() => {
      if (store.notice.peek() === notice) store.notice.value = null;
    }, NOTICE_MS);
    return () => clearTimeout(timer);
  }, [store, notice, shown]);
  if (!shown) return null;
  return html`<div class="banner" data-testid="notice" data-kind=${notice.kind}>
    <span><b>${notice.title}.</b> ${notice.message}</span>
    <span class="spacer"></span>
    <button
      type="button"
      class="button ghost small square"
      aria-label=${texts.plot.dismiss}
      onClick=${() => (store.notice.value = null)}
    >
      <${Icon} name="close" />
    </button>
  </div>`;
}
