// Small labs, such as the article's live figures: each a session of its own, ended when nobody looks any more.
import { effect } from "../vendor/signals.js";
import { LAYERS, isShown } from "./layers/index.js";
import { decodeFrame } from "./lib/frame.js";
import { command } from "./protocol.js";
import { Store } from "./store.js";

/** @typedef {import("./protocol.js").Catalog} Catalog */
/** @typedef {import("./protocol.js").Player} Player */
/** @typedef {import("./protocol.js").RunConfig} RunConfig */

/**
 * @typedef {object} Line what a small lab needs of a connection
 * @property {() => unknown} start
 * @property {(command: import("./protocol.js").Command) => number} send
 * @property {(frame: number) => void} acknowledge
 * @property {() => void} end
 */

/**
 * @typedef {object} Hearing
 * @property {(status: import("./store.js").Connection) => void} onStatus
 * @property {(event: import("./protocol.js").ServerEvent) => void} onEvent
 * @property {(bytes: ArrayBuffer) => void} onFrame
 */

/** @typedef {(config: RunConfig, hearing: Hearing) => Line} Connect */

/** So many may be open at one time; opening one more ends the oldest. */
export const MOST_LABS = 2;

/** Frames a second: small pictures, and others may be playing beside them. */
const FRAMES_PER_SECOND = 30;

/** The server takes at most so many steps in one command. */
const MOST_STEPS = 1000;

/** One small lab: its own store, filled by its own line. */
export class SmallLab {
  /**
   * @param {Catalog|null} catalog
   * @param {RunConfig} config what it changes of the usual configuration
   * @param {Connect} connect
   */
  constructor(catalog, config, connect) {
    this.store = new Store();
    this.store.catalog.value = catalog;
    this.ended = false;
    this.line = connect(config, {
      onStatus: (status) => this.store.pushConnection(status),
      onEvent: (event) => this.take(event),
      onFrame: (bytes) => {
        const frame = decodeFrame(bytes);
        this.store.pushFrame(frame);
        this.line.acknowledge(frame.number);
      },
    });
    this.store.send = (message) => this.line.send(message);
    this.stopView = this.keepView();
  }

  /** @param {import("./protocol.js").ServerEvent} event */
  take(event) {
    if (event.type === "state") this.store.pushState(event);
    if (event.type === "error") this.store.pushError(event);
  }

  /** Asks for what the layers shown need. @returns {() => void} stops */
  keepView() {
    const { store } = this;
    return effect(() => {
      if (store.connection.value.state !== "open") return;
      const shown = LAYERS.filter((layer) => isShown(store.layers.value, layer));
      const arrays = new Set(["real", "fake", "d_fake", ...shown.flatMap((layer) => layer.arrays)]);
      store.send(command.view({ arrays: [...arrays], fps: FRAMES_PER_SECOND }));
    });
  }

  /**
   * Waits until something holds; for ever if the lab is ended before.
   * @param {(store: Store) => boolean} holds reads signals
   * @returns {Promise<void>}
   */
  when(holds) {
    return new Promise((resolve) => {
      const stop = effect(() => {
        if (this.ended || !holds(this.store)) return;
        resolve();
        queueMicrotask(() => stop()); // it may hold from the start, before there is a stop
      });
    });
  }

  /** @param {RunConfig} changes */
  configure(changes) {
    this.store.send(command.configure(changes));
  }

  /**
   * Plays steps of one player, and waits for them.
   * @param {Player} player
   * @param {number} count
   */
  async practise(player, count) {
    for (let left = count; left > 0; left -= MOST_STEPS) {
      const request = this.store.send(command.step(player, Math.min(left, MOST_STEPS)));
      await this.when((store) => store.frame.value?.request === request);
    }
  }

  /** Ends the session on the server as well. */
  end() {
    this.ended = true;
    this.stopView();
    this.line.end();
  }
}

/** All small labs of a page. */
export class SmallLabs {
  /** @param {Connect} connect */
  constructor(connect) {
    this.connect = connect;
    /** @type {{lab: SmallLab, onEnd: () => void}[]} the oldest first */
    this.open = [];
  }

  /**
   * Begins one. It trains nothing by itself.
   * @param {Catalog|null} catalog
   * @param {RunConfig} config
   * @param {() => void} onEnd called when it has to make room for another, or the page is left
   * @returns {SmallLab}
   */
  begin(catalog, config, onEnd) {
    while (this.open.length >= MOST_LABS) this.end(this.open[0].lab);
    const lab = new SmallLab(catalog, config, this.connect);
    this.open.push({ lab, onEnd });
    lab.line.start();
    return lab;
  }

  /** @param {SmallLab} lab */
  end(lab) {
    const place = this.open.findIndex((one) => one.lab === lab);
    if (place < 0) return;
    const [{ onEnd }] = this.open.splice(place, 1);
    lab.end();
    onEnd();
  }

  endAll() {
    for (const { lab } of [...this.open]) this.end(lab);
  }
}
