// Keeps the address in step with the page, so that copying it is sharing it, and obeys one that is pasted.
import { effect } from "../vendor/signals.js";
import { LONGEST_LINK, composeLink, composeRun, readLink } from "./link.js";
import { compact } from "./lib/compact.js";
import { weightsOf } from "./controls/pretrained.js";
import { changesOf, shortScript } from "./link-config.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./link.js").Link} Link */
/** @typedef {import("./link.js").PageLink} PageLink */
/** @typedef {import("./link.js").RunLink} RunLink */
/** @typedef {import("./link.js").LinkTheme} LinkTheme */

/** Changes within this time make one change of the address: browsers refuse more than a few a second. */
export const PAUSE_MS = 400;

/**
 * @typedef {object} Bar the address bar
 * @property {() => string} fragment
 * @property {(fragment: string) => void} replace
 * @property {(run: () => void, delayMs: number) => void} after
 */

/** A script of more characters, escaped, leaves too little of a link for the rest. */
const LONGEST_SCRIPT = 6000;

/**
 * What the run on the page is made from; null while there is none. A run to which too much was done
 * is told as if it had begun with the settings it has now.
 * @param {Store} store
 * @returns {RunLink|null}
 */
export function runOf(store) {
  const catalog = store.catalog.value;
  const session = store.session.value;
  if (!catalog || !session) return null;
  const script = scriptOf(catalog, session);
  const start = script ? { ...session.config, ...session.script?.start } : session.config;
  const done = script && script.length > 0 && { script };
  return { config: changesOf(catalog, start), ...weightsOf(session), ...done };
}

/** Whether a link brings back the run on the page to the last digit. @param {Store} store */
export function isExact(store) {
  const catalog = store.catalog.value;
  const session = store.session.value;
  return !!catalog && !!session && scriptOf(catalog, session) !== null;
}

/**
 * @param {import("./protocol.js").Catalog} catalog
 * @param {import("./protocol.js").StateEvent} session
 * @returns {any[][]|null} null when it is not known, or too long for a link
 */
function scriptOf(catalog, { config, script }) {
  if (!script) return null;
  const short = shortScript(catalog, { ...config, ...script.start }, script.entries);
  return encodeURIComponent(compact(short)).length <= LONGEST_SCRIPT ? short : null;
}

/** @param {Store} store @returns {PageLink} how the page stands */
export function pageOf(store) {
  const theme = store.linkTheme.value;
  return {
    layers: store.layers.value,
    density: store.density.linked(store.layers.value.density),
    speed: store.speed.value,
    heatmap: store.heatmapMode.value,
    panel: store.panel.value,
    graph: store.graphMode.value,
    hide: store.hidden.value,
    prompt: store.prompt.value,
    theme: theme === themeOf(store) ? theme : null,
  };
}

/** The look of the page in one word; null when it is the system's and the ordinary palette. @param {Store} store */
export function themeOf(store) {
  const theme = store.theme.value === "system" ? "" : store.theme.value;
  const words = [theme, store.colourBlind.value ? "colour-blind" : ""].filter(Boolean);
  return /** @type {LinkTheme|null} */ (words.join("-") || null);
}

/** Shows the page as a link has it; the run is the connection's. @param {Store} store @param {PageLink} page */
export function showPage(store, page) {
  store.linked = linkedSettings(page);
  store.density.follow(page.density);
  store.layers.value = page.layers;
  store.speed.value = page.speed;
  store.heatmapMode.value = page.heatmap;
  store.panel.value = page.panel;
  store.graphMode.value = page.graph;
  store.hidden.value = page.hide;
  store.prompt.value = page.prompt;
  store.linkTheme.value = page.theme;
  if (page.theme === null) return;
  store.colourBlind.value = store.linked.colourBlind;
  store.theme.value = store.linked.theme;
}

/** Those of the reader's own settings that a link decides. @param {PageLink} page */
function linkedSettings({ layers, heatmap, theme }) {
  const shown = { layers, heatmapMode: heatmap };
  if (theme === null) return shown;
  const [first] = theme.split("-");
  return { ...shown, theme: first === "colour" ? "system" : first, colourBlind: theme.endsWith("colour-blind") };
}

/** Writes the address. It never touches one that could not be read, until something else changes. */
export class Address {
  /** @param {Store} store @param {Bar} bar */
  constructor(store, bar) {
    this.store = store;
    this.bar = bar;
    this.waiting = false;
    this.holding = false;
    /** What would be written in the place of the address that is held. @type {string|null} */
    this.heldFor = null;
    /** The parts about the run, as they stand in the address; null when it cannot be read. */
    this.runText = this.readRunText();
  }

  /** Writes from now on. @param {() => void} onWritten @returns {() => void} stops */
  follow(onWritten) {
    return effect(() => {
      if (this.composed() === null || this.waiting) return;
      this.waiting = true;
      this.bar.after(() => {
        this.write();
        onWritten();
      }, PAUSE_MS);
    });
  }

  /** The address as it should be, or empty if it were too long to be read; null while there is no run. */
  composed() {
    const run = runOf(this.store);
    if (!run) return null;
    const link = composeLink(run, pageOf(this.store));
    return link.length <= LONGEST_LINK ? link : "";
  }

  /** The parts about the run that is on the page now. @returns {string|null} null while there is none */
  get present() {
    const run = runOf(this.store);
    return run && composeRun(run);
  }

  write() {
    this.waiting = false;
    const wanted = this.composed();
    if (wanted === null || this.isHeld(wanted)) return;
    if (wanted !== this.bar.fragment()) this.bar.replace(wanted);
    this.runText = this.readRunText();
  }

  /** Leaves an address as it is, that its reader may look at it. */
  hold() {
    this.holding = true;
    this.heldFor = null;
  }

  /** Lets go of the address that is held as soon as something on the page changes. @param {string} wanted */
  isHeld(wanted) {
    if (!this.holding) return false;
    this.heldFor ??= wanted;
    this.holding = this.heldFor === wanted;
    return this.holding;
  }

  /** @returns {string|null} */
  readRunText() {
    const link = readLink(this.bar.fragment());
    return link.readable ? link.runText : null;
  }
}
