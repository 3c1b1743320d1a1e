// Theme and palette: resolved from the reader's choice and put on the root element, where the colours are.
import { effect } from "../vendor/signals.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./store.js").Theme} Theme */

/**
 * The theme after a click. The first click always changes what one sees.
 * @param {Theme} theme the choice so far
 * @param {string|undefined} shown "light" or "dark": what that looks like now
 * @returns {Theme}
 */
export function nextTheme(theme, shown) {
  if (theme === "system") return shown === "dark" ? "light" : "dark";
  const systemIsDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const firstStop = systemIsDark ? "light" : "dark";
  if (theme === firstStop) return theme === "dark" ? "light" : "dark";
  return "system";
}

/**
 * Keeps the root element's data-theme and data-cb in step with the store and the system.
 * @param {Store} store
 * @param {HTMLElement} root
 */
export function applyTheme(store, root) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const chosen = store.theme.peek();
    root.dataset.theme = chosen === "system" ? (system.matches ? "dark" : "light") : chosen;
  };
  effect(() => {
    void store.theme.value;
    apply();
  });
  effect(() => {
    root.toggleAttribute("data-cb", store.colourBlind.value);
  });
  system.addEventListener("change", apply);
}
