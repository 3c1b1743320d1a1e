// Images that a run needs and the server does not have yet: offered, on their way, here, or not to be had.
import { signal } from "../vendor/signals.js";
import { ImageUpload } from "./image-upload.js";
import { translateText } from "./lib/translate-catalog.js";
import { texts } from "./texts.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./protocol.js").Command} Command */
/** @typedef {import("./protocol.js").ErrorEvent} ErrorEvent */
/** @typedef {import("./protocol.js").Missing} Missing */
/** @typedef {import("./protocol.js").SupplyJob} SupplyJob */

/** How often the server is asked how far it is, and after no answer. */
const ASK_MS = 400;
const RETRY_MS = 3000;

/** Commands whose refusal may still come. */
const MOST_HEARD = 16;

export const DATA_PATH = "/api/data";

/** @typedef {{control: string, wanted: Command, value?: any}|{again: () => void}} Asked a command to be given again, or what else to do */

/**
 * @typedef {object} Line what this needs from the browser
 * @property {(path: string, init?: RequestInit) => Promise<Response>} fetch
 * @property {(run: () => void, delayMs: number) => any} setTimer
 */

/** One set at a time: the one that was asked for last. */
export class DataSupply {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    this.missing = signal(/** @type {Missing|null} */ (null));
    /** How far it is; null while it is only offered. */
    this.job = signal(/** @type {SupplyJob|null} */ (null));
    this.upload = new ImageUpload(store, this);
    /** @type {Map<number, Asked>} by request */
    this.heard = new Map();
    /** @type {Asked|null} what the set was asked for by */
    this.asked = null;
    this.turn = 0;
    /** @type {Line} set by main */
    this.line = { fetch: () => Promise.reject(new Error("no line")), setTimer: () => undefined };
  }

  /** Notes a command that may turn out to lack its images. @param {number} request @param {Asked} asked */
  hear(request, asked) {
    if (!("wanted" in asked) || !["configure", "load"].includes(asked.wanted.type)) return;
    this.heard.set(request, asked);
    const [oldest] = this.heard.keys();
    if (this.heard.size > MOST_HEARD) this.heard.delete(oldest);
  }

  /** Takes a refusal that is about images which are not there. @param {ErrorEvent} error @returns {boolean} whether it was one */
  refuse(error) {
    if (!error.missing) return false;
    this.offer(error.missing, this.heard.get(error.request ?? 0) ?? null);
    return true;
  }

  /**
   * Offers what is missing; what can be made in seconds is asked for at once.
   * @param {Missing} missing
   * @param {Asked|null} asked
   */
  offer(missing, asked) {
    this.dismiss();
    this.missing.value = missing.by_hand ? { ...missing, by_hand: translateText(missing.by_hand, texts.catalog) } : missing;
    this.asked = asked;
    if (!missing.origin) this.begin();
  }

  /** Asks for what is missing. */
  begin() {
    const missing = this.missing.peek();
    if (!missing) return;
    const { id, params } = missing;
    const headers = { "content-type": "application/json" };
    this.follow(DATA_PATH, { method: "POST", headers, body: JSON.stringify({ id, params }) });
  }

  /** @param {string} path @param {RequestInit} [init] */
  async follow(path, init) {
    const turn = (this.turn += 1);
    this.job.value ??= { job: "", status: "waiting", share: 0, words: "" };
    /** @type {any} */
    let answer = null;
    try {
      const response = await this.line.fetch(path, init);
      answer = await response.json();
      if (!response.ok) answer = { job: "", status: "failed", share: 0, words: "", error: answer.error };
    } catch {
      // no line to the server: it is asked again
    }
    if (turn !== this.turn) return;
    if (answer) this.take(answer);
    else this.line.setTimer(() => turn === this.turn && this.follow(path, init), RETRY_MS);
  }

  /** @param {SupplyJob} answer */
  take(answer) {
    const words = translateText(answer.words, texts.catalog);
    this.job.value = { ...answer, words, ...(answer.error && { error: { ...answer.error, message: reasonOf(answer.error) } }) };
    const { turn } = this;
    const goesOn = answer.status === "waiting" || answer.status === "working";
    if (goesOn) this.line.setTimer(() => turn === this.turn && this.follow(`${DATA_PATH}/${answer.job}`), ASK_MS);
    // Who waited for minutes may be at something else, which a new run would end.
    if (answer.status === "done" && !this.missing.peek()?.origin) this.use();
  }

  /** Gives the command again for which the set was missing. */
  use() {
    const { asked } = this;
    this.close();
    if (asked && "again" in asked) asked.again();
    else if (asked) this.store.submit(asked.control, asked.wanted, asked.value);
  }

  /** Waits no more for the set, nor offers it. */
  dismiss() {
    const job = this.job.peek();
    if (job?.job && (job.status === "waiting" || job.status === "working")) {
      this.line.fetch(`${DATA_PATH}/${job.job}`, { method: "DELETE", keepalive: true }).catch(() => undefined);
    }
    this.close();
  }

  close() {
    this.turn += 1;
    this.missing.value = null;
    this.job.value = null;
    this.asked = null;
  }
}

/**
 * Why a set did not come: what the line to its origin said, or which file is wrong and how.
 * @param {{field?: string, got?: string, message: string}} error
 */
function reasonOf({ field, got, message }) {
  if (field === "data" && got) return got.replace(/^(['"])(.*)\1$/, "$2");
  const said = translateText(message, texts.catalog);
  return field ? `${field}: ${said}` : said;
}
