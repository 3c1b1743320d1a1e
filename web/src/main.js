// Starts the page: the store, the line to the server, the views, and what joins them.
import { html, render } from "../vendor/htm-preact.js";
import { effect } from "../vendor/signals.js";
import { Connection } from "./connection.js";
import { LAYERS } from "./layers/index.js";
import { decodeFrame } from "./lib/frame.js";
import { command } from "./protocol.js";
import { listenForKeys } from "./shortcuts.js";
import { Store } from "./store.js";
import { texts } from "./texts.js";
import { applyTheme } from "./theme.js";
import {
  configInAddress,
  rememberSession,
  rememberedSession,
  saveSettings,
  savedSettings,
  tokenInAddress,
} from "./url.js";
import { App } from "./views/app.js";

/** @typedef {import("./connection.js").Listener} Listener */

/** Frames a second the picture can use: one per repaint of an ordinary screen. */
const FRAMES_PER_SECOND = 60;

/** Before asking again for previews that did not come. */
const PREVIEWS_PAUSE_MS = 5000;

/** Whatever is in the tool-tips of the picture, beside the layers. */
const ALWAYS_WANTED = ["real", "fake", "d_real", "d_fake", "gradients"];

/** @type {import("./connection.js").World} */
const browser = {
  fetch: (path, init) => fetch(path, init),
  openSocket: (path) => new WebSocket(new URL(path, location.href.replace(/^http/, "ws"))),
  setTimer: (run, delayMs) => setTimeout(run, delayMs),
  clearTimer: (timer) => clearTimeout(timer),
  random: () => Math.random(), // only spreads reconnections in time; no run depends on it
};

/**
 * What happens when something other than a frame arrives.
 * @param {Store} store
 * @returns {Pick<Listener, "onCatalog"|"onEvent"|"onReplaced"|"onConfigRefused">}
 */
function listenerFor(store) {
  /** @type {Record<string, (event: any) => void>} */
  const takers = {
    state: (event) => {
      store.pushState(event);
      rememberSession(sessionStorage, event);
    },
    error: (event) => store.pushError(event),
    notice: (event) => store.pushNotice(event),
  };
  /** @param {string} kind @param {string} title @param {string} message */
  const notify = (kind, title, message) =>
    (store.notice.value = { type: "notice", kind, title, message });
  return {
    onCatalog: (catalog) => {
      store.catalog.value = catalog;
      loadPreviews(store);
    },
    onEvent: (event) => takers[event.type]?.(event),
    onReplaced: () => notify("restarted", texts.plot.replacedTitle, texts.plot.replaced),
    onConfigRefused: (message) =>
      notify("refused", texts.plot.configRefusedTitle, texts.plot.configRefused(message)),
  };
}

/** Tells the server which arrays the layers shown need, now and whenever that changes. @param {Store} store */
function keepView(store) {
  effect(() => {
    if (store.connection.value.state !== "open") return;
    const shown = LAYERS.filter(({ id }) => store.layers.value[id]).flatMap((layer) => layer.arrays);
    const arrays = [...new Set([...ALWAYS_WANTED, ...shown])];
    store.send(command.view({ arrays, fps: FRAMES_PER_SECOND }));
  });
}

/** Restores what the reader chose before, and remembers each change. @param {Store} store */
function keepSettings(store) {
  const kept = { theme: store.theme, colourBlind: store.colourBlind, heatmapMode: store.heatmapMode, layers: store.layers };
  const saved = savedSettings(localStorage);
  for (const [name, signal] of Object.entries(kept)) {
    if (typeof saved[name] === typeof signal.peek()) signal.value = saved[name];
  }
  effect(() => {
    const entries = Object.entries(kept).map(([name, signal]) => [name, signal.value]);
    saveSettings(localStorage, Object.fromEntries(entries));
  });
}

/**
 * Fills the thumbnails once the server has drawn them; the page does not wait.
 * @param {Store} store
 * @param {number} [attempts]
 */
async function loadPreviews(store, attempts = 3) {
  const response = await fetch("/api/previews").catch(() => null);
  if (response?.ok) store.previews.value = await response.json();
  else if (attempts > 1) setTimeout(() => loadPreviews(store, attempts - 1), PREVIEWS_PAUSE_MS);
}

/**
 * @param {Store} store
 * @param {import("./connection.js").Start} session
 * @returns {Connection}
 */
function connect(store, session) {
  const connection = new Connection(
    browser,
    {
      ...listenerFor(store),
      onStatus: (status) => store.pushConnection(status),
      onFrame: (bytes) => {
        const frame = decodeFrame(bytes);
        store.pushFrame(frame);
        connection.acknowledge(frame.number);
      },
    },
    session,
  );
  effect(() => {
    const state = store.session.value;
    if (state) connection.config = state.config; // for a new session, should the server lose this one
  });
  return connection;
}

/** @param {HTMLElement} root */
function start(root) {
  const store = new Store();
  keepSettings(store);
  applyTheme(store, document.documentElement);
  const remembered = rememberedSession(sessionStorage);
  const config = remembered?.config ?? configInAddress(location.hash) ?? {};
  const token = tokenInAddress(location.hash);
  if (token) history.replaceState(null, "", location.pathname); // it should not be shared by accident
  const connection = connect(store, { id: remembered?.id ?? null, config, token });
  store.send = (message) => connection.send(message);
  store.retry = () => connection.retry();
  store.login = (typed) => connection.login(typed);
  keepView(store);
  listenForKeys(store, document);
  addEventListener("online", () => connection.retry());
  render(html`<${App} store=${store} />`, root);
  connection.start();
}

start(/** @type {HTMLElement} */ (document.getElementById("page")));
