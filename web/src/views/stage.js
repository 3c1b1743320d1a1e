// Presenter mode: a bar with little in it, a ring around the pointer, and the browser's full screen where there is one.
import { html } from "../../vendor/htm-preact.js";
import { useEffect, useRef } from "../../vendor/preact-hooks.js";
import { keyOf } from "../shortcuts.js";
import { leaveStage, switchStage, toggleFullScreen, togglePresenter } from "../stage.js";
import { texts } from "../texts.js";
import { explained } from "./explain.js";
import { Icon } from "./icons.js";
import { PlayButton, StepCount } from "./transport.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../stage.js").OnStage["view"]} StageView */

const VIEWS = /** @type {StageView[]} */ (["plot", "graph"]);

/** In the head. @param {{store: Store}} props */
export function PresenterButton({ store }) {
  const words = texts.stage;
  return html`<button
    type="button"
    class="button ghost square"
    data-testid="presenter"
    aria-label=${words.presenter}
    data-tip-title=${words.presenter}
    data-tip=${words.presenterHelp}
    data-tip-key=${keyOf("presenter")}
    onClick=${() => togglePresenter(store)}
  >
    <${Icon} name="screen" />
  </button>`;
}

/** In the head of the picture. @param {{store: Store}} props */
export function FullScreenButton({ store }) {
  const words = texts.stage;
  const full = store.stage.value?.full ?? false;
  return html`<button
    type="button"
    class="button ghost small square"
    data-testid=${store.stage.value === null ? "full-screen" : "stage-full-screen"}
    aria-label=${full ? words.leaveFull : words.full}
    aria-pressed=${full}
    ...${explained(full ? words.leaveFull : words.full, words.fullHelp, keyOf("full-screen"))}
    onClick=${() => toggleFullScreen(store)}
  >
    <${Icon} name=${full ? "shrink" : "grow"} />
  </button>`;
}

/** What stands on the stage beside the picture. @param {{store: Store}} props */
export function Stage({ store }) {
  const shown = store.stage.value?.view ?? null;
  useFullScreen(store);
  useEscape(store, shown !== null);
  useReturn(shown !== null);
  if (shown === null) return null;
  return html`<${StageBar} store=${store} shown=${shown} /><${PointerRing} />`;
}

/** @param {{store: Store, shown: StageView}} props */
function StageBar({ store, shown }) {
  const words = texts.stage;
  return html`<section class="stage-bar" aria-label=${words.presenter} data-testid="stage-bar">
    <h1 class="hidden">${texts.name}</h1>
    <${PlayButton} store=${store} />
    <${StepCount} store=${store} />
    <span class="spacer"></span>
    <span class="segments" role="group" aria-label=${words.views}>
      ${VIEWS.map(
        (view) => html`<button
          type="button"
          key=${view}
          class="segment"
          data-testid=${`stage-${view}`}
          aria-pressed=${view === shown}
          data-tip-title=${words.view[view]}
          data-tip-key=${keyOf("stage-view")}
          onClick=${() => switchStage(store, view)}
        >
          ${words.view[view]}
        </button>`,
      )}
    </span>
    <${FullScreenButton} store=${store} />
    <button
      type="button"
      class="button"
      data-testid="stage-leave"
      data-tip-title=${words.leave}
      data-tip-key="Esc"
      onClick=${() => leaveStage(store)}
    >
      ${words.leave}
    </button>
  </section>`;
}

/** Asks the browser for the whole screen while the store says so; the stage stands without it too. @param {Store} store */
function useFullScreen(store) {
  const wanted = store.stage.value?.full ?? false;
  useEffect(() => {
    if (!wanted) return undefined;
    const left = () => document.fullscreenElement === null && leaveStage(store);
    const asked = document.documentElement.requestFullscreen?.().catch(() => undefined);
    document.addEventListener("fullscreenchange", left);
    return () => {
      document.removeEventListener("fullscreenchange", left);
      void asked?.then(() => document.fullscreenElement && document.exitFullscreen());
    };
  }, [store, wanted]);
}

/** @param {Store} store @param {boolean} on the stage */
function useEscape(store, on) {
  useEffect(() => {
    if (!on) return undefined;
    /** @param {KeyboardEvent} event */
    const key = (event) => {
      const elsewhere = event.target instanceof Element && event.target.closest("dialog, .menu");
      if (event.key === "Escape" && !elsewhere) leaveStage(store);
    };
    document.addEventListener("keydown", key);
    return () => document.removeEventListener("keydown", key);
  }, [store, on]);
}

/** Who leaves by key finds the focus at the way in, not lost. @param {boolean} on the stage */
function useReturn(on) {
  useEffect(() => {
    if (!on) return undefined;
    return () => {
      if (document.activeElement !== document.body) return;
      /** @type {HTMLElement|null} */ (document.querySelector("[data-testid=presenter]"))?.focus();
    };
  }, [on]);
}

/** A ring that follows the pointer, so that those at the back see where it points. */
function PointerRing() {
  const ring = useRef(/** @type {HTMLElement|null} */ (null));
  useEffect(() => {
    const off = new AbortController();
    /** @param {PointerEvent} event */
    const follow = ({ clientX, clientY, buttons }) => {
      if (!ring.current) return;
      ring.current.style.transform = `translate(${clientX}px, ${clientY}px)`;
      ring.current.dataset.at = buttons ? "pressed" : "here";
    };
    const hide = () => void delete ring.current?.dataset.at;
    for (const type of /** @type {const} */ (["pointermove", "pointerdown", "pointerup"])) {
      document.addEventListener(type, follow, { signal: off.signal, passive: true });
    }
    document.documentElement.addEventListener("pointerleave", hide, { signal: off.signal });
    return () => off.abort();
  }, []);
  return html`<div class="pointer-ring" ref=${ring} data-testid="pointer-ring" aria-hidden="true"><i></i></div>`;
}
