// Finding what a stop of the tour points at, wherever it stands on the page just now.

import { narrow } from "../viewport.js";

/** @typedef {import("../../tour-stops.js").Stop} Stop */
/** @typedef {import("../../lib/beside.js").Box} Box */
/** @typedef {import("../../store.js").Store} Store */

/** Beside a card, in pixels. */
const LEEWAY = 24;

/** @param {Element} element */
const isShown = (element) => element.getClientRects().length > 0;

/** The first of a stop's targets that is on the page. @param {Stop} stop @param {Store} store @returns {HTMLElement|null} */
export function targetOf(stop, store) {
  for (const selector of stop.targets(store)) {
    const found = [...document.querySelectorAll(selector)].find(isShown);
    if (found instanceof HTMLElement) return found;
  }
  return null;
}

/** Opens the tab that a stop's target stands in, where there are tabs. @param {Stop} stop */
export function openTab({ tab }) {
  const button = tab && document.querySelector(`[data-testid="tab-${tab}"]`);
  if (button instanceof HTMLElement && isShown(button) && button.getAttribute("aria-pressed") !== "true") button.click();
}

/** What can be pressed of a target: itself, or the first control in it. @param {HTMLElement} target @returns {HTMLElement} */
export function controlIn(target) {
  const inside = target.querySelector("button, select, input, a[href], [tabindex='0']");
  return !target.matches("button, select, input") && inside instanceof HTMLElement ? inside : target;
}

/** Where a card may be: the window, but for what is fixed to its head and its foot. @returns {Box} */
export function roomForCard() {
  const dock = document.querySelector(".dock");
  const foot = dock && isShown(dock) ? dock.getBoundingClientRect().height : 0;
  return { left: 0, top: 0, width: innerWidth, height: innerHeight - foot };
}

/** The picture, in which one sees what comes of using a target. @param {HTMLElement} target @returns {Box|null} */
export function sceneBeside(target) {
  const plot = document.querySelector("[data-testid=plot]");
  return plot && isShown(plot) && !plot.contains(target) ? plot.getBoundingClientRect() : null;
}

/**
 * Brings a target into the window, and on a small screen so that a card fits below it.
 * @param {HTMLElement} target
 * @param {number} cardHeight
 */
export function reveal(target, cardHeight) {
  const { top, bottom } = target.getBoundingClientRect();
  const room = roomForCard();
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const behavior = /** @type {ScrollBehavior} */ (calm ? "auto" : "smooth");
  const seen = top >= 0 && bottom <= room.height;
  const fits = Math.max(top, room.height - bottom) >= cardHeight + LEEWAY;
  if (!narrow.value || target.closest(".dock, .head")) {
    if (!seen) target.scrollIntoView({ block: "center", behavior });
  } else if (!seen || !fits) {
    const head = document.querySelector(".head")?.getBoundingClientRect().height ?? 0;
    scrollBy({ top: top - head - LEEWAY, behavior });
  }
}
