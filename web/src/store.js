// The page's state: signals that views read, and the few methods that change them.
import { computed, signal } from "../vendor/signals.js";
import { changesBetween, difference } from "./controls/changes.js";
import { controlId, controlOfPath } from "./controls/ids.js";
import { History } from "./history.js";
import { Density } from "./density.js";
import { Inspecting } from "./inspecting.js";
import { Gallery } from "./gallery.js";
import { Instruments } from "./instruments.js";
import { DataSupply } from "./data-supply.js";
import { LayerDraft, TRAIN_LAYERS } from "./layer-draft.js";
import { initialLayers } from "./layers/index.js";
import { OwnData } from "./own-data.js";
import { command } from "./protocol.js";
import { EMPTY_READOUT, readoutAfter } from "./readout.js";
import { SlowMotion } from "./slow-motion.js";
import { texts } from "./texts.js";
import { Undo } from "./undo.js";

/** @typedef {import("./protocol.js").Catalog} Catalog */
/** @typedef {import("./protocol.js").StateEvent} StateEvent */
/** @typedef {import("./protocol.js").ErrorEvent} ErrorEvent */
/** @typedef {import("./protocol.js").NoticeEvent} NoticeEvent */
/** @typedef {import("./protocol.js").Frame} Frame */
/** @typedef {import("./protocol.js").Command} Command */
/** @typedef {import("./protocol.js").RunConfig} RunConfig */
/** @typedef {import("./protocol.js").Player} Player */
/** @typedef {"connecting"|"open"|"lost"|"full"|"failed"|"locked"} ConnectionState */
/** @typedef {{state: ConnectionState, retryInMs: number|null, message: string|null}} Connection */
/** @typedef {"system"|"light"|"dark"} Theme */
/** @typedef {"smooth"|"cells"} HeatmapMode */
/** @typedef {"paused"|"playing"|"diverged"} Status */
/** @typedef {"overview"|"edit"|"slow"} GraphMode what the left column shows */
/** @typedef {import("./lib/samples.js").Sample} Sample */
/** @typedef {{nodes: ReadonlySet<string>, edges: ReadonlySet<string>}} Lit parts of the model graph */

/** @typedef {import("./readout.js").Readout} Readout */

/**
 * @typedef {object} Clock
 * @property {() => number} now milliseconds, monotonic
 * @property {(run: () => void, delayMs: number) => unknown} after
 */

/** Steps per second at first: fast enough to see it learn, slow enough to see how. */
export const FIRST_SPEED = 300;

/** Text is repainted at most this often: faster, nobody can read the digits. */
export const READOUT_INTERVAL_MS = 100;

/** @type {Clock} */
const browserClock = {
  now: () => performance.now(),
  after: (run, delayMs) => setTimeout(run, delayMs),
};

/** Everything the page knows. Views take it as their `store` property, never the connection. */
export class Store {
  /** @param {Clock} [clock] @param {import("./scene.js").Scene} [scene] */
  constructor(clock = browserClock, scene = "plane") {
    this.clock = clock;
    this.scene = scene;
    this.catalog = signal(/** @type {Catalog|null} */ (null));
    /** Points in [0, 1]², y up, for the thumbnail of each distribution id. */
    this.previews = signal(/** @type {Record<string, number[][]>} */ ({}));
    /** The server's last word: configuration, extent, modes, floors, checkpoints, status. */
    this.session = signal(/** @type {StateEvent|null} */ (null));
    /** The newest frame, up to 60 a second: drawn in a requestAnimationFrame loop. */
    this.frame = signal(/** @type {Frame|null} */ (null));
    /** The same numbers for text, at most ten times a second. */
    this.readout = signal(EMPTY_READOUT);
    this.history = new History();
    /** Every configuration of this page's run, to go back and forth among. */
    this.undo = new Undo();
    this.layers = signal(initialLayers());
    this.heatmapMode = signal(/** @type {HeatmapMode} */ ("smooth"));
    this.theme = signal(/** @type {Theme} */ ("system"));
    this.colourBlind = signal(false);
    this.connection = signal(/** @type {Connection} */ ({ state: "connecting", retryInMs: null, message: null }));
    /** The notice to be shown; null when none, or dismissed. */
    this.notice = signal(/** @type {NoticeEvent|null} */ (null));
    /** Refusals by control id; each control shows its own. */
    this.errors = signal(/** @type {Record<string, string>} */ ({}));
    /** Values sent and not yet answered, by control id: shown until the answer comes. */
    this.pending = signal(/** @type {Record<string, any>} */ ({}));
    /** The change that took effect last, so that its control can show it. */
    this.applied = signal(/** @type {{control: string, count: number}|null} */ (null));
    /** Steps per second that play asks for; null is as fast as it can. */
    this.speed = signal(/** @type {number|null} */ (FIRST_SPEED));
    this.status = computed(() => /** @type {Status} */ (this.session.value?.status ?? "paused"));
    this.playing = computed(() => this.status.value === "playing");
    this.helpOpen = signal(false);
    this.shareOpen = signal(false);
    /** What fills the screen, alone; null is the whole page. */
    this.stage = signal(/** @type {import("./stage.js").OnStage|null} */ (null));
    /** Data that a person draws or brings along. */
    this.ownData = new OwnData();
    /** Which panel of the page is open; a panel's id is also its place in the address. */
    this.panel = signal("lab");
    /** How the model graph is shown: to look at, to edit, or phase by phase. */
    this.graphMode = signal(/** @type {GraphMode} */ ("overview"));
    /** The parts of the graph at work; the others are dimmed. Null when nothing is singled out. */
    this.lit = signal(/** @type {Lit|null} */ (null));
    /** The sample under the pointer, in whatever picture: every picture marks the same one. */
    this.hover = signal(/** @type {Sample|null} */ (null));
    /** The picture that the pointer is in: "plot", or the id of a node of the graph. */
    this.hoverIn = signal("plot");
    /** How far the noise has come to what the generator makes of it, 0..1; null when not shown. */
    this.morph = signal(/** @type {number|null} */ (null));
    this.morphing = computed(() => this.morph.value !== null);
    /** The hidden layer that one looks into. */
    this.units = signal(/** @type {import("./protocol.js").UnitLayer|null} */ (null));
    /** The one class that the pictures show, of a model with labels; null are all of them. */
    this.label = signal(/** @type {number|null} */ (null));
    /** The player of the newest step that was asked for, and how many were. */
    this.stepped = signal(/** @type {{player: Player, count: number}|null} */ (null));
    /** Whether the reader wants to see no settings, now and later. */
    this.settingsHidden = signal(false);
    /** What a teacher's link, or the reader, takes away: groups of controls, or single ones by their data-testid. */
    this.hidden = signal(/** @type {ReadonlySet<string>} */ (new Set()));
    /** A teacher's words, out of the link that opened the page. */
    this.prompt = signal("");
    /** The look that a link asks for; null leaves it to the reader. */
    this.linkTheme = signal(/** @type {string|null} */ (null));
    this.started = computed(() => this.frame.value !== null);
    /** Controls wait while nobody would hear them. */
    this.ready = computed(() => this.connection.value.state === "open" && !!this.session.value);
    /** @type {(command: Command) => number} set by main; returns the command's request number */
    this.send = () => 0;
    /** @type {() => void} set by main: connects now instead of at the end of the pause */
    this.retry = () => undefined;
    /** @type {() => void} set by main: loads the page anew, as it stands */
    this.reload = () => undefined;
    /** @type {() => Promise<void>} set by main: saves the run as a file */
    this.saveModel = async () => undefined;
    /** @type {(file: File) => Promise<void>} set by main: goes on from a file */
    this.openModel = async () => undefined;
    this.tour = /** @type {import("./tour.js").Tour|null} */ (null); // set by main, as are the small labs
    this.labs = /** @type {import("./small-labs.js").SmallLabs|null} */ (null);
    /** @type {(token: string) => void} set by main: shows the server its token */
    this.login = () => undefined;
    /** What the page shows because a link said so: not the reader's own choice, so not kept. */
    this.linked = /** @type {Record<string, any>} */ ({});
    /** @type {Map<number, string>} the control behind each command under way */
    this.requests = new Map();
    this.slow = new SlowMotion(this);
    /** The model of the data beside the GAN. */
    this.density = new Density(this);
    this.instruments = new Instruments();
    this.inspecting = new Inspecting(this);
    /** The layers of image networks while they are edited. */
    this.draft = new LayerDraft(this);
    this.supply = new DataSupply(this);
    /** Layers as the picture shows them: the reader's, or those of a phase in slow motion. */
    this.shown = computed(() => this.slow.layers);
    /** Whether time passes: it trains, or slow motion plays. */
    this.running = computed(() => this.playing.value || this.slow.playing.value);
    /** The images, in the scene of images. */
    this.gallery = new Gallery(this);
    this.latest = /** @type {Readout|undefined} */ (undefined);
    this.readoutAtMs = -Infinity;
    this.readoutPending = false;
  }

  /** Takes a decoded frame. @param {Frame} frame */
  pushFrame(frame) {
    if (frame.step < (this.slow.newest?.step ?? 0)) this.forget();
    this.slow.take(frame);
    this.inspecting.take(frame);
    this.history.push(frame);
    this.instruments.take(frame);
    this.gallery.take(frame);
    this.latest = readoutAfter(this.latest, frame);
    this.scheduleReadout();
  }

  /** Drops the metrics of steps that are no longer the run's past. */
  forget() {
    this.latest = undefined;
    this.instruments.forget();
  }

  /** Publishes the newest numbers, now or when the last ones have stood long enough. */
  scheduleReadout() {
    if (this.readoutPending) return;
    const waitMs = this.readoutAtMs + READOUT_INTERVAL_MS - this.clock.now();
    if (waitMs <= 0) return this.publishReadout();
    this.readoutPending = true;
    this.clock.after(() => this.publishReadout(), waitMs);
  }

  publishReadout() {
    this.readoutPending = false;
    this.readoutAtMs = this.clock.now();
    this.readout.value = this.latest ?? EMPTY_READOUT;
  }

  /** Takes the server's word on the session. @param {StateEvent} state */
  pushState(state) {
    const anew = this.startsAnew(state);
    if (anew) {
      this.forget();
      this.history.clear();
      this.inspecting.anew();
      this.gallery.forget();
    }
    if ((this.label.peek() ?? 0) >= (state.classes ?? 0)) this.label.value = null;
    this.session.value = state;
    const travelled = this.undo.take(state.config, state.request);
    if (travelled && anew) this.notice.value = { type: "notice", kind: "travelled", ...texts.edit.newRun };
    if (state.status === "playing" && !state.request) this.speed.value = state.speed;
    const control = this.answered(state.request);
    this.draft.take(state, control === TRAIN_LAYERS);
    if (control) this.markApplied(control);
    if (state.status !== "diverged" && this.notice.peek()?.kind === "diverged") {
      this.notice.value = null;
    }
  }

  /** Forgets the run on the page: another one is on its way. */
  leaveRun() {
    this.forget();
    this.history.clear();
    this.forgetRequests();
    this.session.value = null;
    this.frame.value = null;
    this.gallery.forget();
    this.hover.value = null;
    this.publishReadout();
  }

  /** Whether a state belongs to another run than the last one did. @param {StateEvent} state */
  startsAnew({ config, origin }) {
    const before = this.session.peek();
    if (!before) return false;
    const fields = this.catalog.peek()?.fields ?? [];
    const differs = (/** @type {any} */ one, /** @type {any} */ other) => JSON.stringify(one) !== JSON.stringify(other);
    return (
      differs(before.origin ?? null, origin ?? null) ||
      fields.some(({ live, name }) => !live && differs(before.config[name], config[name]))
    );
  }

  /** @param {string} control */
  markApplied(control) {
    this.setError(control, null);
    this.applied.value = { control, count: (this.applied.peek()?.count ?? 0) + 1 };
  }

  /**
   * The control whose command a message answers, once.
   * @param {number|null|undefined} request
   * @returns {string|undefined}
   */
  answered(request) {
    if (!request) return undefined;
    const control = this.requests.get(request);
    this.requests.delete(request);
    if (control && control in this.pending.peek()) {
      const { [control]: _answered, ...others } = this.pending.peek();
      this.pending.value = others;
    }
    return control;
  }

  /**
   * Sends a configuration change on behalf of a control, which then shows its effect or refusal.
   * @param {string} control its id, which is also its data-testid
   * @param {RunConfig} changes
   * @param {any} [value] what the control shows until the answer comes
   */
  configure(control, changes, value) {
    this.submit(control, command.configure(changes), value);
  }

  /**
   * Sends a command on behalf of a control, which then shows its effect or refusal.
   * @param {string} control its id, which is also its data-testid
   * @param {Command} wanted
   * @param {any} [value] what the control shows until the answer comes
   */
  submit(control, wanted, value) {
    this.errors.value = {}; // they speak of what was asked before
    const request = this.send(wanted);
    if (!request) return this.setError(control, texts.offline);
    this.requests.set(request, control);
    this.supply.hear(request, { control, wanted, value });
    if (value !== undefined) this.pending.value = { ...this.pending.peek(), [control]: value };
  }

  /**
   * Takes back the last change of the configuration, or makes it again. The control that it
   * concerns shows that it took effect, as after a change by hand.
   * @param {-1|1} direction
   */
  travel(direction) {
    const journey = this.undo.journey(direction);
    const catalog = this.catalog.peek();
    if (!journey || !catalog) return;
    this.errors.value = {};
    const request = this.send(command.configure(difference(journey.from, journey.to)));
    if (!request) return this.refuse(texts.offline);
    const [first] = changesBetween(catalog, journey.from, journey.to);
    if (first) this.requests.set(request, first.control);
    this.undo.depart(journey, request);
  }

  /**
   * Takes a refusal: it appears at the control that caused it, or else as a notice.
   * @param {ErrorEvent} error
   */
  pushError(error) {
    if (this.inspecting.refuse(error)) return;
    const config = this.session.peek()?.config ?? {};
    const control = this.answered(error.request) ?? controlOfPath(error.field, config);
    this.undo.forget(error.request);
    this.slow.forget(error.request);
    if (this.supply.refuse(error)) return;
    if (control) this.setError(control, this.about(error, control));
    else this.refuse(error.message);
  }

  /**
   * A refusal, with the name of the number or switch that it speaks of where another control caused
   * it: other choices say what they are.
   * @param {ErrorEvent} error
   * @param {string} control that caused it
   */
  about({ field: name, message }, control) {
    const field = this.catalog.peek()?.fields.find((other) => other.name === name);
    const elsewhere = field && field.registry === null && controlId(field.name) !== control;
    return elsewhere ? texts.about(field.label, message) : message;
  }

  /** A refusal that no control caused. @param {string} message */
  refuse(message) {
    this.notice.value = { type: "notice", kind: "refused", title: texts.refused, message };
  }

  /** @param {NoticeEvent} notice */
  pushNotice(notice) {
    if (notice.kind === "recovered") this.forgetRequests(); // its worker took them along
    this.notice.value = notice;
  }

  /** Takes the state of the line; after a break no answer will come any more. @param {Connection} status */
  pushConnection(status) {
    if (status.state !== "open") this.forgetRequests();
    this.connection.value = status;
  }

  /** Waits no longer for answers to what was sent. */
  forgetRequests() {
    this.requests.clear();
    this.undo.forget();
    this.slow.forget();
    this.inspecting.forget();
    this.pending.value = {};
  }

  /** Shows or clears a refusal at a control. @param {string} control @param {string|null} message */
  setError(control, message) {
    const { [control]: before, ...others } = this.errors.peek();
    if (message === null && before === undefined) return;
    this.errors.value = message === null ? others : { ...others, [control]: message };
  }

  /** Chooses a speed, also for a run that is playing. @param {number|null} speed steps per second */
  setSpeed(speed) {
    this.speed.value = speed;
    if (this.playing.peek()) this.send(command.play(speed));
  }

  /** Into slow motion, or out of it. */
  toggleSlow() {
    this.graphMode.value = this.slow.on.peek() ? "overview" : "slow";
  }

  /** Starts training at the chosen speed, or stops it; in slow motion, phase after phase. */
  togglePlay() {
    if (this.slow.on.peek()) return this.slow.toggle();
    this.send(this.playing.peek() ? command.pause() : command.play(this.speed.peek()));
    return undefined;
  }

  /** Takes note of a command on its way, for what is shown of it. @param {Command} sent */
  noteSent(sent) {
    this.slow.hear(sent);
    if (sent.type !== "step") return;
    this.stepped.value = { player: sent.player, count: (this.stepped.peek()?.count ?? 0) + 1 };
  }

  /** @param {string} layer */
  toggleLayer(layer) {
    if (this.slow.scene.peek()) return this.slow.toggleLayer(layer);
    const shown = this.layers.peek();
    this.layers.value = { ...shown, [layer]: !shown[layer] };
    return undefined;
  }
}
