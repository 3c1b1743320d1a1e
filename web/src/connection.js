// The page's line to the server: finds or makes a session, keeps its socket open, comes back when it breaks.

/** @typedef {import("./protocol.js").Catalog} Catalog */
/** @typedef {import("./protocol.js").Command} Command */
/** @typedef {import("./protocol.js").RunConfig} RunConfig */
/** @typedef {import("./protocol.js").ServerEvent} ServerEvent */
/** @typedef {import("./store.js").Connection} ConnectionStatus */

/** Pauses between attempts grow and then stay at the last. */
export const RETRY_PAUSES_MS = [500, 1000, 2000, 4000, 8000];

/** Each pause is lengthened by up to this share, so that many pages do not return in one moment. */
const JITTER = 0.25;

/** A full server is asked again at this pace. */
const FULL_PAUSE_MS = 10_000;

/**
 * @typedef {object} World what the connection needs from the browser, so that tests can give theirs
 * @property {(path: string, init?: RequestInit) => Promise<Response>} fetch
 * @property {(path: string) => WebSocket} openSocket
 * @property {(run: () => void, delayMs: number) => any} setTimer
 * @property {(timer: any) => void} clearTimer
 * @property {() => number} random in [0, 1)
 */

/**
 * @typedef {object} Listener
 * @property {(status: ConnectionStatus) => void} onStatus
 * @property {(catalog: Catalog) => void} onCatalog
 * @property {(event: ServerEvent) => void} onEvent
 * @property {(bytes: ArrayBuffer) => void} onFrame
 * @property {() => void} onReplaced the server had lost the session; a new one took its place
 * @property {(refusal: Refusal, asked: RunConfig) => void} onConfigRefused a new session has the
 *   usual settings, because the server refused the ones asked for
 */

/**
 * @typedef {object} Refusal the server's reasons
 * @property {string} message a plain sentence
 * @property {string} [field] dotted path of what was refused
 * @property {import("./protocol.js").Missing} [missing] images that have to be brought to the server first
 */

/**
 * @typedef {object} Start
 * @property {string|null} id the session to resume
 * @property {RunConfig} config for a new one, when there is no id or the server no longer knows it
 * @property {string} [pretrained] the distribution whose pre-trained weights a new one begins with
 * @property {any[]} [script] what a new one does by itself, at which steps
 * @property {string|null} [token] to be shown to a server that asks for one
 * @property {RunConfig} [always] what the configuration of every new one has
 */

/** A socket's close code for a server whose places are all taken. */
const PLACES_TAKEN = 4503;

/** An answer that is not a success. */
class Refused extends Error {
  /** @param {number} status @param {Partial<Refusal>} [said] in the server's words */
  constructor(status, { message, field, missing } = {}) {
    super(message ?? `The server answered with status ${status}.`);
    this.status = status;
    this.field = field;
    this.missing = missing;
  }
}

/** @typedef {{config: RunConfig, pretrained?: string, script?: any[]}} Wanted */

/** @param {Wanted} from @returns {Wanted} */
const wantedOf = ({ config, pretrained, script }) => ({ config, ...(pretrained && { pretrained }), ...(script && { script }) });

/** One session's socket over its breaks. `start` once; everything else happens by itself. */
export class Connection {
  /**
   * @param {World} world
   * @param {Listener} listener
   * @param {Start} session
   */
  constructor(world, listener, session) {
    this.world = world;
    this.listener = listener;
    this.id = session.id;
    /** What a new session is made from. @type {Wanted} */
    this.wanted = wantedOf(session);
    this.always = session.always ?? {};
    this.token = session.token ?? null;
    this.tokenShown = false;
    this.attempts = 0;
    this.everOpen = false;
    this.catalogKnown = false;
    this.requests = 0;
    /** Which attempt to connect counts: the newest. */
    this.attempt = 0;
    this.ended = false;
    /** @type {WebSocket|null} */
    this.socket = null;
    /** @type {any} */
    this.timer = null;
  }

  start() {
    this.report("connecting", null, null);
    return this.connect();
  }

  /** Connects now instead of at the end of the pause, if there is one. */
  retry() {
    if (this.timer === null) return undefined;
    this.world.clearTimer(this.timer);
    this.timer = null;
    this.attempts = 0;
    return this.start();
  }

  /** Leaves this session, which the server keeps for a while, for a new one. @param {Wanted} wanted */
  begin(wanted) {
    this.hangUp();
    this.id = null;
    this.wanted = wantedOf(wanted);
    return this.start();
  }

  /** Ends this session for good, also while the page is being left; nothing is heard of it any more. */
  end() {
    this.ended = true;
    this.attempt += 1;
    this.hangUp();
    if (this.id !== null) this.discard(this.id);
  }

  hangUp() {
    this.world.clearTimer(this.timer);
    this.timer = null;
    const left = this.socket;
    this.socket = null; // its end is no break of the line
    if (!left) return;
    left.onmessage = null;
    // one that is still opening cannot be closed without a complaint in the console
    if (left.readyState === 0) left.onopen = () => left.close();
    else left.close();
  }

  /** @param {string} id of a session that nobody needs; should this fail, the server drops it later */
  discard(id) {
    const path = `/api/sessions/${encodeURIComponent(id)}`;
    this.world.fetch(path, { method: "DELETE", keepalive: true }).catch(() => undefined);
  }

  /** Finds the session and opens its socket; on any failure plans the next attempt. */
  async connect() {
    this.attempt += 1;
    const { attempt } = this;
    try {
      if (this.token !== null) await this.showToken(this.token);
      if (!this.catalogKnown) await this.loadCatalog();
      const id = await this.findSession();
      if (this.ended) return this.discard(id); // made while it was being ended
      if (attempt !== this.attempt) return;
      this.id = id;
      this.open(`/ws/sessions/${id}`);
    } catch (error) {
      if (attempt === this.attempt) this.failed(/** @type {Error} */ (error));
    }
  }

  /** Shows the server another token, as its reader typed it. @param {string} token */
  login(token) {
    this.token = token;
    return this.start();
  }

  /** Exchanges the token for a cookie. @param {string} token */
  async showToken(token) {
    this.token = null;
    this.tokenShown = true;
    await this.post("/api/login", { token });
  }

  async loadCatalog() {
    this.listener.onCatalog(await this.request("/api/catalog"));
    this.catalogKnown = true;
  }

  /** @returns {Promise<string>} the id of a session that the server knows */
  async findSession() {
    const { id } = this;
    if (id !== null && (await this.isKnown(id))) return id;
    if (id !== null) await this.loadCatalog(); // a restarted server may offer other things
    const made = await this.create();
    if (id !== null) this.listener.onReplaced();
    return made;
  }

  /** @returns {Promise<string>} the id of a new session, with the usual settings if ours are bad */
  async create() {
    try {
      return await this.make();
    } catch (error) {
      const judged = error instanceof Refused && (error.status === 400 || error.status === 422);
      const asked = this.wanted;
      const plain = Object.keys(asked.config).length === 0 && !asked.pretrained && !asked.script;
      if (!judged || plain) throw error;
      this.wanted = { config: {} };
      const id = await this.make();
      const { message, field, missing } = error;
      this.listener.onConfigRefused({ message, field, ...(missing && { missing }) }, asked.config);
      return id;
    }
  }

  /** @returns {Promise<string>} the id of the session made */
  async make() {
    const config = { ...this.always, ...this.wanted.config };
    return (await this.post("/api/sessions", { ...this.wanted, config })).id;
  }

  /** @param {string} path @param {object} body */
  post(path, body) {
    const headers = { "content-type": "application/json" };
    return this.request(path, { method: "POST", headers, body: JSON.stringify(body) });
  }

  /** @param {string} id @returns {Promise<boolean>} */
  async isKnown(id) {
    try {
      await this.request(`/api/sessions/${encodeURIComponent(id)}`);
      return true;
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return false;
      throw error;
    }
  }

  /**
   * @param {string} path
   * @param {RequestInit} [init]
   * @returns {Promise<any>} the parsed answer; throws Refused when it is not a success
   */
  async request(path, init) {
    const response = await this.world.fetch(path, init);
    const body = await response.json().catch(() => null);
    if (response.ok) return body;
    throw new Refused(response.status, body?.error);
  }

  /** @param {string} path */
  open(path) {
    const socket = this.world.openSocket(path);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    socket.onopen = () => {
      this.attempts = 0;
      this.everOpen = true;
      this.report("open", null, null);
    };
    socket.onmessage = ({ data }) => {
      if (typeof data === "string") this.listener.onEvent(JSON.parse(data));
      else this.listener.onFrame(data);
    };
    socket.onclose = ({ code }) => {
      if (this.socket !== socket) return;
      this.socket = null;
      if (code === PLACES_TAKEN) this.plan("full", null, FULL_PAUSE_MS);
      else this.plan(this.everOpen ? "lost" : "failed", null, this.pauseMs());
    };
  }

  /**
   * Sends a command.
   * @param {Command} command
   * @returns {number} its request number, which the answer carries; 0 when there is no line
   */
  send(command) {
    if (this.socket?.readyState !== 1) return 0;
    this.requests += 1;
    this.socket.send(JSON.stringify({ ...command, request: this.requests }));
    return this.requests;
  }

  /** Acknowledges a frame, which lets the server send the next. @param {number} frame */
  acknowledge(frame) {
    if (this.socket?.readyState === 1) this.socket.send(JSON.stringify({ type: "ack", frame }));
  }

  /** @param {Error} error */
  failed(error) {
    if (error instanceof Refused && error.status === 401) {
      this.report("locked", null, this.tokenShown ? error.message : null);
      return;
    }
    if (error instanceof Refused && error.status === 503) {
      this.plan("full", error.message, FULL_PAUSE_MS);
      return;
    }
    const said = error instanceof Refused ? error.message : null;
    this.plan(this.everOpen ? "lost" : "failed", said, this.pauseMs());
  }

  /** @returns {number} how long to wait before the next attempt, which this counts */
  pauseMs() {
    const pause = RETRY_PAUSES_MS[Math.min(this.attempts, RETRY_PAUSES_MS.length - 1)];
    this.attempts += 1;
    return pause * (1 + JITTER * this.world.random());
  }

  /**
   * Waits, counting down second by second for the banner, then connects.
   * @param {"lost"|"full"|"failed"} state
   * @param {string|null} message
   * @param {number} pauseMs
   */
  plan(state, message, pauseMs) {
    this.report(state, pauseMs, message);
    const tick = Math.min(pauseMs, 1000);
    this.timer = this.world.setTimer(() => {
      this.timer = null;
      return pauseMs - tick > 1 ? this.plan(state, message, pauseMs - tick) : this.connect();
    }, tick);
  }

  /** @param {ConnectionStatus["state"]} state @param {number|null} retryInMs @param {string|null} message */
  report(state, retryInMs, message) {
    this.listener.onStatus({ state, retryInMs, message });
  }
}
