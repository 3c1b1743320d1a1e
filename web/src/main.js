// Starts the page: the store, the line to the server, the views, and what joins them.
import { html, render } from "../vendor/htm-preact.js";
import { effect } from "../vendor/signals.js";
import { Address } from "./address.js";
import { Connection } from "./connection.js";
import { weightsOf } from "./controls/pretrained.js";
import { keepDraft } from "./draft-keep.js";
import { FramePacer } from "./frame-pacer.js";
import { hideSettings } from "./hide-settings.js";
import { decodeFrame } from "./lib/frame.js";
import { keepChecked } from "./layer-check.js";
import { language } from "./lib/language.js";
import { translateCatalog, translateClasses, translateText } from "./lib/translate-catalog.js";
import { readLink } from "./link.js";
import { keepFile, openModel, saveModel } from "./models.js";
import { isEntry, keepPanels } from "./panels.js";
import { command } from "./protocol.js";
import { configIn, sceneAt, sceneCatalog } from "./scene.js";
import { listenForKeys } from "./shortcuts.js";
import { SmallLabs } from "./small-labs.js";
import { Store } from "./store.js";
import { texts } from "./texts.js";
import { applyTheme } from "./theme.js";
import { Tour } from "./tour.js";
import {
  rememberSession,
  rememberedSession,
  saveSettings,
  savedSettings,
  tokenInAddress,
  withoutToken,
} from "./url.js";
import { App } from "./views/app.js";
import { GRAPH_ARRAYS, MORPH_ARRAYS } from "./views/graph/miniatures.js";
import { arrive, tellRefused, turnTo } from "./visit.js";
import { keepView } from "./wanted.js";

/** @typedef {import("./connection.js").Listener} Listener */

/** Before asking again for previews that did not come. */
const PREVIEWS_PAUSE_MS = 5000;

/** @type {import("./connection.js").World} */
const browser = {
  fetch: (path, init) => fetch(path, init),
  openSocket: (path) => new WebSocket(new URL(path, location.href.replace(/^http/, "ws"))),
  setTimer: (run, delayMs) => setTimeout(run, delayMs),
  clearTimer: (timer) => clearTimeout(timer),
  random: () => Math.random(), // only spreads reconnections in time; no run depends on it
};

/** @type {import("./address.js").Bar} */
const addressBar = {
  fragment: () => location.hash,
  // without a fragment there is to be no "#" either
  replace: (fragment) => history.replaceState(history.state, "", location.pathname + location.search + fragment),
  after: (run, delayMs) => setTimeout(run, delayMs),
};

/** What the server says, in the page's language. @param {string} text */
const inWords = (text) => translateText(text, texts.catalog);

/** @param {import("./protocol.js").NoticeEvent} notice */
function translateNotice({ title, message, suggestion, ...rest }) {
  return {
    ...rest,
    title: inWords(title),
    message: inWords(message),
    ...(suggestion && { suggestion: { ...suggestion, label: inWords(suggestion.label) } }),
  };
}

/**
 * What happens when something other than a frame arrives.
 * @param {Store} store
 * @returns {Pick<Listener, "onCatalog"|"onEvent"|"onReplaced">}
 */
function listenerFor(store) {
  /** @type {Record<string, (event: any) => void>} */
  const takers = {
    state: (event) => store.pushState(translateClasses(event, store.catalog.peek(), texts.catalog)),
    error: (event) => store.pushError({ ...event, message: inWords(event.message) }),
    notice: (event) => store.pushNotice(translateNotice(event)),
  };
  /** @param {string} kind @param {string} title @param {string} message */
  const notify = (kind, title, message) =>
    (store.notice.value = { type: "notice", kind, title, message });
  return {
    onCatalog: (catalog) => {
      store.catalog.value = sceneCatalog(translateCatalog(catalog, texts.catalog), store.scene);
      if (store.scene === "plane") loadPreviews(store);
    },
    onEvent: (event) => takers[event.type]?.(event),
    onReplaced: () => notify("restarted", texts.plot.replacedTitle, texts.plot.replaced),
  };
}

/** Each scene has instruments of its own. */
const INSTRUMENTS = { plane: "instruments", image: "imageInstruments" };

/** @param {Store} store what of it is the reader's own, over all visits */
const settingsOf = ({ theme, colourBlind, heatmapMode, layers, settingsHidden, ownData, instruments, scene }) => ({
  theme,
  colourBlind,
  heatmapMode,
  layers,
  settingsHidden,
  origins: ownData.origins,
  [INSTRUMENTS[scene]]: instruments.chosen,
});

/** Restores what the reader chose before. @param {Store} store */
function restoreSettings(store) {
  const saved = savedSettings(localStorage);
  for (const [name, signal] of Object.entries(settingsOf(store))) {
    if (typeof saved[name] === typeof signal.peek()) signal.value = saved[name];
  }
}

/** Remembers what the reader chooses; what a link shows them is not their choice. @param {Store} store */
function keepSettings(store) {
  for (const [name, signal] of Object.entries(settingsOf(store))) {
    let last = signal.peek();
    effect(() => {
      const chosen = signal.value;
      if (chosen === last) return;
      last = chosen;
      if (store.linked[name] === chosen) return;
      delete store.linked[name];
      saveSettings(localStorage, { ...savedSettings(localStorage), [name]: chosen });
    });
  }
}

/**
 * Remembers the run of this tab, with the address that belongs to it.
 * @param {Store} store
 * @param {Address} address
 * @returns {() => void} writes at once what would be written a moment later
 */
function keepSession(store, address) {
  const remember = () => {
    const session = store.session.peek();
    if (session) rememberSession(sessionStorage, { ...session, ...weightsOf(session), address: address.runText }, store.scene);
  };
  effect(() => void (store.session.value && remember()));
  address.follow(remember);
  return () => {
    address.write();
    remember();
  };
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
 * @param {Address} address
 * @param {import("./connection.js").Start} session
 * @returns {Connection}
 */
function connect(store, address, session) {
  const pacer = new FramePacer(
    (frame) => store.pushFrame(frame),
    // a page that is not seen is not refreshed either, and yet its charts go on
    (turn) => (document.hidden ? queueMicrotask(turn) : requestAnimationFrame(turn)),
  );
  document.addEventListener("visibilitychange", () => pacer.turn());
  const listener = listenerFor(store);
  const connection = new Connection(
    browser,
    {
      ...listener,
      onEvent: (event) => {
        pacer.flush();
        listener.onEvent(event);
      },
      onConfigRefused: (refusal, config) => {
        tellRefused(store, address, { ...refusal, message: inWords(refusal.message) }, config);
        if (refusal.missing) store.supply.offer(refusal.missing, { control: "data", wanted: command.configure(config) });
      },
      onStatus: (status) => store.pushConnection(status),
      onFrame: (bytes) => {
        const frame = decodeFrame(bytes);
        store.density.take(frame);
        pacer.push(frame);
        connection.acknowledge(frame.number);
      },
    },
    session,
  );
  effect(() => {
    const state = store.session.value;
    if (state) connection.wanted = { config: state.config, ...weightsOf(state) }; // for a new session, should the server lose this one
  });
  return connection;
}

/** @param {Store} store @param {Address} address @returns {Connection} to the run that the address asks for */
function open(store, address) {
  const token = tokenInAddress(location.hash);
  if (token) addressBar.replace(withoutToken(location.hash)); // it should not be shared by accident
  const session = arrive(store, address, readLink(location.hash), rememberedSession(sessionStorage, store.scene));
  const connection = connect(store, address, { ...session, token, always: configIn(store.scene) });
  addEventListener("hashchange", () => {
    if (isEntry(history.state)) return; // back or forth between panels
    turnTo(store, address, readLink(location.hash), (run) => connection.begin(run));
  });
  return connection;
}

/** Joins the panels to the browser's back button. @param {Store} store */
function followPanels(store) {
  const goTo = keepPanels(store, {
    state: () => history.state,
    push: (state) => history.pushState(state, ""),
    replace: (state) => history.replaceState(state, ""),
  });
  addEventListener("popstate", ({ state }) => goTo(state));
}

/** Small labs have lines of their own, and end with the page. */
function smallLabs() {
  const labs = new SmallLabs((config, hearing) => {
    const line = new Connection(
      browser,
      { ...hearing, onCatalog: () => undefined, onReplaced: () => undefined, onConfigRefused: () => undefined },
      { id: null, config },
    );
    line.catalogKnown = true; // the page has it
    return line;
  });
  addEventListener("pagehide", () => labs.endAll());
  return labs;
}

/** @param {HTMLElement} root */
function start(root) {
  document.documentElement.lang = language;
  const store = new Store(undefined, sceneAt(location.pathname));
  restoreSettings(store);
  const address = new Address(store, addressBar);
  const connection = open(store, address);
  if (store.settingsHidden.peek()) hideSettings(store, true);
  applyTheme(store, document.documentElement);
  keepSettings(store);
  const writeNow = keepSession(store, address);
  store.reload = () => {
    writeNow();
    location.reload();
  };
  store.send = (message) => {
    store.noteSent(message);
    return connection.send(message);
  };
  store.retry = () => connection.retry();
  store.login = (typed) => connection.login(typed);
  const desk = { fetch: browser.fetch, keep: keepFile };
  store.saveModel = (network) => saveModel(store, desk, network);
  store.openModel = (file) => openModel(store, file, desk);
  store.labs = smallLabs();
  store.tour = new Tour(store, {
    load: () => savedSettings(localStorage).tour,
    save: (tour) => saveSettings(localStorage, { ...savedSettings(localStorage), tour }),
  });
  followPanels(store);
  keepView(store, { always: GRAPH_ARRAYS, morph: MORPH_ARRAYS });
  keepChecked(store.draft, browser);
  keepDraft(store.draft, sessionStorage);
  store.supply.line = browser;
  listenForKeys(store, document);
  addEventListener("online", () => connection.retry());
  render(html`<${App} store=${store} />`, root);
  connection.start();
}

start(/** @type {HTMLElement} */ (document.getElementById("page")));
