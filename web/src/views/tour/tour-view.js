// The guided tour on the page: a ring around the control it speaks of, and a card beside it. Neither is in the way.
import { html } from "../../../vendor/htm-preact.js";
import { useEffect, useLayoutEffect, useRef, useState } from "../../../vendor/preact-hooks.js";
import { placeBeside } from "../../lib/beside.js";
import { shownPanel } from "../../panels.js";
import { TourCard } from "./tour-card.js";
import { openTab, reveal, roomForCard, sceneBeside, targetOf } from "./targets.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../tour.js").Tour} Tour */

/** The layout may change at any time: ring and card follow this often. */
const FOLLOW_MS = 120;

/** A target may need this long to appear; one that is not there then has been taken away. */
const PATIENCE_MS = 2000;

/** Around the target. */
const RING = 4;

/** @param {{store: Store}} props */
export function TourView({ store }) {
  const { tour } = store;
  if (!tour?.stop.value || shownPanel(store) !== "lab" || store.stage.value !== null) return null;
  return html`<${Stop} key=${tour.at.value} store=${store} tour=${tour} />`;
}

/**
 * Follows a stop's target: its element, as it is found, and a ring and a card placed by it.
 * @param {Store} store
 * @param {Tour} tour
 * @param {{current: HTMLElement|null}} ring
 * @param {{current: HTMLElement|null}} card
 */
function useTarget(store, tour, ring, card) {
  const [target, setTarget] = useState(/** @type {HTMLElement|null} */ (null));
  useEffect(() => {
    const stop = tour.stop.peek();
    if (!stop) return undefined;
    openTab(stop);
    const begunAtMs = performance.now();
    /** @type {HTMLElement|null} */
    let last = null;
    const follow = () => {
      const found = targetOf(stop, store);
      if (found !== last && found) reveal(found, card.current?.offsetHeight ?? 0);
      last = found;
      setTarget(found);
      place(found, ring.current, card.current);
      if (!found && performance.now() - begunAtMs > PATIENCE_MS) tour.next();
    };
    follow();
    const timer = setInterval(follow, FOLLOW_MS);
    const off = new AbortController();
    addEventListener("scroll", follow, { capture: true, passive: true, signal: off.signal });
    addEventListener("resize", follow, { signal: off.signal });
    return () => {
      clearInterval(timer);
      off.abort();
    };
  }, []);
  useLayoutEffect(() => place(target, ring.current, card.current));
  return target;
}

/** @param {HTMLElement|null} target @param {HTMLElement|null} ring @param {HTMLElement|null} card */
function place(target, ring, card) {
  if (!ring || !card) return;
  ring.hidden = target === null;
  if (!target) return;
  const { left, top, width, height } = target.getBoundingClientRect();
  ring.style.transform = `translate(${left - RING}px, ${top - RING}px)`;
  ring.style.width = `${width + 2 * RING}px`;
  ring.style.height = `${height + 2 * RING}px`;
  const size = { width: card.offsetWidth, height: card.offsetHeight };
  const corner = placeBeside({ left, top, width, height }, size, roomForCard(), sceneBeside(target));
  card.style.transform = `translate(${Math.round(corner.left)}px, ${Math.round(corner.top)}px)`;
}

/** @param {{store: Store, tour: Tour}} props */
function Stop({ store, tour }) {
  const ring = useRef(/** @type {HTMLElement|null} */ (null));
  const card = useRef(/** @type {HTMLElement|null} */ (null));
  const target = useTarget(store, tour, ring, card);
  useEffect(() => {
    const off = new AbortController();
    /** @param {KeyboardEvent} event */
    const key = (event) => {
      const taken = event.defaultPrevented || (event.target instanceof Element && event.target.closest("dialog, [role=menu]"));
      if (event.key === "Escape" && !taken) tour.leave();
    };
    addEventListener("keydown", key, { signal: off.signal });
    return () => off.abort();
  }, []);
  return html`<div class="tour-ring" ref=${ring} hidden aria-hidden="true" data-testid="tour-ring"></div>
    <${TourCard} store=${store} tour=${tour} target=${target} cardRef=${card} />`;
}
