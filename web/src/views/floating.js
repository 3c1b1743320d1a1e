// A list beside its button in the browser's top layer, where nothing that scrolls cuts it off.

const GAP = 4;
const MARGIN = 8;

/**
 * Where a list goes: below its button, or above where there is more room; never beyond the window.
 * @param {{left: number, top: number, bottom: number}} button
 * @param {{width: number, height: number}} list
 * @param {{width: number, height: number}} room
 */
export function besideButton(button, list, room) {
  const below = room.height - MARGIN - button.bottom - GAP;
  const above = button.top - GAP - MARGIN;
  const down = list.height <= below || below >= above;
  const height = Math.min(list.height, Math.max(below, above));
  const left = Math.max(MARGIN, Math.min(button.left, room.width - MARGIN - list.width));
  return { left, top: down ? button.bottom + GAP : button.top - GAP - height, height };
}

/**
 * Shows the list, and calls back once the button has moved away from it.
 * @param {HTMLElement|null} list a popover
 * @param {HTMLElement|null} button
 * @param {() => void} leave
 * @returns {() => void} ends it
 */
export function keepBeside(list, button, leave) {
  if (!list || !button) return () => undefined;
  list.showPopover();
  const room = { width: document.documentElement.clientWidth, height: innerHeight };
  const shown = button.getBoundingClientRect();
  const { left, top, height } = besideButton(shown, list.getBoundingClientRect(), room);
  Object.assign(list.style, { left: `${left}px`, top: `${top}px`, maxHeight: `${height}px` });
  const off = new AbortController();
  /** @param {Event} event */
  const scrolled = (event) => {
    if (!(event.target instanceof Node) || !event.target.contains(button)) return;
    // the news of a scroll that ended before the list was shown may come after it
    const now = button.getBoundingClientRect();
    if (now.top !== shown.top || now.left !== shown.left) leave();
  };
  document.addEventListener("scroll", scrolled, { capture: true, signal: off.signal });
  addEventListener("resize", leave, { signal: off.signal });
  return () => off.abort();
}
