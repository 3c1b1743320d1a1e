// A menu behind a button: groups of things to do, with the keys of the menu pattern.
import { html } from "../../vendor/htm-preact.js";
import { useLayoutEffect, useRef, useState } from "../../vendor/preact-hooks.js";
import { explained } from "./explain.js";
import { keepBeside } from "./floating.js";
import { Icon } from "./icons.js";

/**
 * @typedef {object} MenuItem
 * @property {string} id its data-testid
 * @property {string} label
 * @property {string} [help] what comes of it, in a line under the label
 * @property {boolean} [checked] of an item that is switched on and off
 * @property {boolean} [disabled]
 * @property {() => void} act
 */

/** @typedef {{label: string, items: MenuItem[]}} MenuGroup */

/**
 * Which item a key moves to; null when the key does not move.
 * @param {string} key
 * @param {number} at the item in focus, -1 for none
 * @param {string[]} labels of all items
 * @returns {number|null}
 */
export function itemAfter(key, at, labels) {
  const count = labels.length;
  if (key === "ArrowDown") return (at + 1) % count;
  if (key === "ArrowUp") return (Math.max(at, 0) + count - 1) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key.length !== 1 || key === " ") return null;
  const order = labels.map((_, step) => (at + 1 + step) % count);
  return order.find((index) => labels[index].toLowerCase().startsWith(key.toLowerCase())) ?? null;
}

/** Moves the focus by keys inside an open menu. @param {HTMLElement} list @param {KeyboardEvent} event */
function moveFocus(list, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const items = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role^=menuitem]")]);
  const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = itemAfter(event.key, at, items.map((item) => item.textContent ?? ""));
  if (next !== null) event.preventDefault();
  items[next ?? -1]?.focus();
  if (event.key.length === 1) event.stopPropagation(); // a letter here is no shortcut of the page
}

/** Calls back on a press or a focus outside an element. @param {HTMLElement|null} element @param {() => void} leave */
function watchOutside(element, leave) {
  const off = new AbortController();
  /** @param {Event} event */
  const check = (event) => {
    if (event.target instanceof Node && !element?.contains(event.target)) leave();
  };
  document.addEventListener("pointerdown", check, { signal: off.signal, capture: true });
  document.addEventListener("focusin", check, { signal: off.signal });
  return () => off.abort();
}

/**
 * @param {{id: string, label: string, help: string, icon: import("./icons.js").IconName, wordless?: boolean,
 *   groups: MenuGroup[], look?: string, floating?: boolean}} props `wordless` shows the icon alone, `look` is the
 *   button's classes; a `floating` one lies above all else, where what holds it scrolls
 */
export function Menu({ id, label, help, icon, wordless, groups, look, floating }) {
  const [open, setOpen] = useState(false);
  const root = useRef(/** @type {HTMLElement|null} */ (null));
  const button = useRef(/** @type {HTMLElement|null} */ (null));
  const list = useRef(/** @type {HTMLElement|null} */ (null));
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  // before the next key: whoever opens it by keys may be quick
  useLayoutEffect(() => {
    if (!open) return undefined;
    const settle = floating ? keepBeside(list.current, button.current, () => setOpen(false)) : () => undefined;
    /** @type {HTMLElement|null|undefined} */ (list.current?.querySelector("[role^=menuitem]"))?.focus();
    const leave = watchOutside(root.current, () => setOpen(false));
    return () => {
      settle();
      leave();
    };
  }, [open]);
  /** @param {KeyboardEvent} event */
  const key = (event) => {
    if (!open || !list.current) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      setOpen(true);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") setOpen(false);
    else moveFocus(list.current, event);
  };
  /** @param {MenuItem} item */
  const choose = (item) => {
    if (item.disabled) return;
    close();
    item.act();
  };
  return html`<div class="menu" ref=${root} onKeyDown=${key}>
    <button
      type="button"
      ref=${button}
      class=${look ?? (wordless ? "button ghost square" : "button ghost")}
      data-testid=${id}
      aria-haspopup="menu"
      aria-expanded=${open}
      aria-label=${wordless ? label : undefined}
      ...${explained(label, help)}
      onClick=${() => setOpen(!open)}
    >
      <${Icon} name=${icon} />${!wordless && html`<span>${label}</span>`}${!wordless && !look && html`<${Icon} name="chevron" />`}
    </button>
    ${open &&
    html`<div class="menu-list" role="menu" aria-label=${label} ref=${list} popover=${floating ? "manual" : undefined}>
      <div class="menu-groups">
        ${groups.map((group) => html`<${Group} key=${group.label} group=${group} choose=${choose} />`)}
      </div>
    </div>`}
  </div>`;
}

/** @param {{group: MenuGroup, choose: (item: MenuItem) => void}} props */
function Group({ group, choose }) {
  return html`<div class="menu-group" role="group" aria-label=${group.label}>
    <span class="label" aria-hidden="true">${group.label}</span>
    ${group.items.map(
      (item) => html`<button
        type="button"
        key=${item.id}
        class="menu-item"
        role=${item.checked === undefined ? "menuitem" : "menuitemcheckbox"}
        aria-checked=${item.checked}
        aria-disabled=${item.disabled ?? false}
        tabindex="-1"
        data-testid=${item.id}
        onClick=${() => choose(item)}
      >
        <span>${item.label}</span>
        ${item.checked !== undefined && html`<span class="menu-mark" aria-hidden="true"></span>`}
        ${item.help && html`<span class="menu-help">${item.help}</span>`}
      </button>`,
    )}
  </div>`;
}
