// Tool-tips: one bubble for every element with a data-tip, on hover, on keyboard focus, and under a finger that rests.
import { html } from "../../vendor/htm-preact.js";
import { useEffect, useLayoutEffect, useRef, useState } from "../../vendor/preact-hooks.js";
import { Formula, symbolWords } from "./formula.js";

/** The pointer must rest this long, so that crossing the panel opens nothing. */
const HOVER_MS = 400;

/** Time to move from the control onto its bubble. */
const LEAVE_MS = 120;

/** A finger must rest this long; shorter is a tap, which means the control itself. */
const TOUCH_MS = 500;

/** A finger that moves by more scrolls. */
const TREMBLE_PX = 10;

const GAP = 8;

/** Where a bubble goes: under its anchor, above it when there is no room, always in the window.
 * @param {{left: number, top: number, bottom: number, width: number}} anchor
 * @param {{width: number, height: number}} bubble
 * @param {{width: number, height: number}} room
 * @returns {{left: number, top: number}}
 */
export function placeTip(anchor, bubble, room) {
  const centred = anchor.left + anchor.width / 2 - bubble.width / 2;
  const left = Math.max(GAP, Math.min(centred, room.width - bubble.width - GAP));
  const below = anchor.bottom + GAP;
  const fits = below + bubble.height + GAP <= room.height;
  return { left, top: fits ? below : Math.max(GAP, anchor.top - GAP - bubble.height) };
}

/** @param {EventTarget|null} target @returns {HTMLElement|null} the element whose tip it is */
function anchorOf(target) {
  const element = target instanceof Element ? target.closest("[data-tip-title]") : null;
  return element instanceof HTMLElement ? element : null;
}

/**
 * Opens and closes tips for the whole document.
 * @param {(anchor: HTMLElement|null) => void} show
 * @returns {() => void} takes the listeners off again
 */
function watchTips(show) {
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  /** @type {HTMLElement|null} pressed and not left since: one who acts does not want to be told */
  let pressed = null;
  const later = (/** @type {HTMLElement|null} */ anchor, /** @type {number} */ delayMs) => {
    clearTimeout(timer);
    timer = setTimeout(() => show(anchor), delayMs);
  };
  const off = new AbortController();
  const options = { signal: off.signal };
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const overBubble = event.target instanceof Element && event.target.closest(".tip");
    const anchor = anchorOf(event.target);
    if (anchor !== pressed) pressed = null;
    if (overBubble || pressed) clearTimeout(timer);
    else later(anchor, anchor ? HOVER_MS : LEAVE_MS);
  }, options);
  document.addEventListener("focusin", (event) => {
    const byKeyboard = event.target instanceof Element && event.target.matches(":focus-visible");
    later(byKeyboard ? anchorOf(event.target) : null, 0);
  }, options);
  document.addEventListener("focusout", () => later(null, 0), options);
  document.addEventListener("pointerdown", (event) => {
    pressed = anchorOf(event.target);
    later(null, 0);
  }, options);
  document.addEventListener("click", (event) => {
    const mark = event.target instanceof Element ? event.target.closest(".explain, [data-tip-press]") : null;
    if (mark) later(anchorOf(mark), 0); // a question mark, or a "Why?", is there for nothing else
  }, options);
  document.addEventListener("keydown", () => later(null, 0), options);
  watchTouch((anchor) => later(anchor, 0), off.signal);
  document.addEventListener("scroll", () => later(null, 0), { ...options, capture: true });
  return () => off.abort();
}

/**
 * Shows the tip of what a finger rests on, and keeps that from being a press of it.
 * @param {(anchor: HTMLElement) => void} show
 * @param {AbortSignal} signal
 */
function watchTouch(show, signal) {
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  let [x, y] = [0, 0];
  let told = false;
  const options = { signal, capture: true };
  document.addEventListener("pointerdown", (event) => {
    clearTimeout(timer);
    told = false;
    const anchor = anchorOf(event.target);
    if (event.pointerType !== "touch" || !anchor) return;
    [x, y] = [event.clientX, event.clientY];
    timer = setTimeout(() => {
      told = true;
      show(anchor);
    }, TOUCH_MS);
  }, options);
  document.addEventListener("pointermove", (event) => {
    if (Math.hypot(event.clientX - x, event.clientY - y) > TREMBLE_PX) clearTimeout(timer);
  }, options);
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, () => {
      clearTimeout(timer);
      setTimeout(() => (told = false)); // after the click that follows
    }, options);
  }
  for (const act of ["click", "contextmenu"]) {
    document.addEventListener(act, (event) => {
      if (!told) return;
      event.preventDefault();
      event.stopPropagation();
    }, options);
  }
}

/** The bubble itself. Its words are also in the element's description, for those who do not see it. */
export function TipLayer() {
  const [anchor, setAnchor] = useState(/** @type {HTMLElement|null} */ (null));
  const bubble = useRef(/** @type {HTMLElement|null} */ (null));
  useEffect(() => watchTips(setAnchor), []);
  useLayoutEffect(() => {
    if (!anchor || !bubble.current) return;
    bubble.current.togglePopover?.(true); // above dialogs as well
    const room = { width: innerWidth, height: innerHeight };
    const { left, top } = placeTip(anchor.getBoundingClientRect(), bubble.current.getBoundingClientRect(), room);
    bubble.current.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }, [anchor]);
  if (!anchor?.isConnected) return null;
  const { tipTitle, tip, tipMore, tipKey, tipFormula, tipRegistry = "" } = anchor.dataset;
  return html`<div class="tip" role="tooltip" popover="manual" ref=${bubble}>
    <p class="tip-title">${tipTitle}${tipKey && html`<kbd>${tipKey}</kbd>`}</p>
    ${tip && html`<p>${tip}</p>`}
    ${tipFormula &&
    html`<${Formula} tex=${tipFormula} registry=${tipRegistry} focusable=${false} />
      <p class="tip-symbols">${symbolWords(tipFormula, tipRegistry)}</p>`}
    ${tipMore && html`<p class="tip-more">${tipMore}</p>`}
  </div>`;
}
