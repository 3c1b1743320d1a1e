// Small labs on lines that the test answers by hand.
import { SmallLabs } from "../../src/small-labs.js";

/** One line of a small lab. */
export class HandLine {
  /** @param {any} config @param {import("../../src/small-labs.js").Hearing} hearing */
  constructor(config, hearing) {
    this.config = config;
    this.hearing = hearing;
    /** @type {any[]} */
    this.sent = [];
    this.started = false;
    this.ended = false;
  }
  start() {
    this.started = true;
  }
  /** @param {any} command */
  send(command) {
    this.sent.push(command);
    return this.sent.length;
  }
  acknowledge() {}
  end() {
    this.ended = true;
  }
  /** @param {import("../../src/store.js").ConnectionState} state */
  become(state) {
    this.hearing.onStatus({ state, retryInMs: null, message: null });
  }
  /** The server's word. @param {object} [more] */
  say(more) {
    this.hearing.onEvent(/** @type {any} */ ({ type: "state", id: "x", status: "paused", step: 0, config: {}, ...more }));
  }
  /** @returns {string[]} types of the commands sent, but for what is looked at */
  get commands() {
    return this.sent.map(({ type }) => type).filter((type) => type !== "view");
  }
}

/** @returns {{labs: SmallLabs, lines: HandLine[]}} */
export function handLabs() {
  /** @type {HandLine[]} */
  const lines = [];
  const labs = new SmallLabs((config, hearing) => {
    const line = new HandLine(config, hearing);
    lines.push(line);
    return line;
  });
  return { labs, lines };
}

/** Lets promises that are settled run on. */
export const settle = () => new Promise((resolve) => setTimeout(resolve));
