// The page's state: signals that views read, and the few methods that change them.
import { computed, signal } from "../vendor/signals.js";
import { controlOfPath } from "./controls/ids.js";
import { Asking } from "./asking.js";
import { browserClock } from "./clock.js";
import { History } from "./history.js";
import { Density } from "./density.js";
import { Inspecting } from "./inspecting.js";
import { Gallery, classesToShow } from "./gallery.js";
import { Instruments } from "./instruments.js";
import { DataSupply } from "./data-supply.js";
import { LayerDraft, TRAIN_LAYERS } from "./layer-draft.js";
import { initialLayers } from "./layers/index.js";
import { OwnData } from "./own-data.js";
import { command } from "./protocol.js";
import { Readouts } from "./readout.js";
import { SlowMotion } from "./slow-motion.js";
import { startsAnew } from "./starts-anew.js";
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

/** Steps per second at first: fast enough to see it learn, slow enough to see how. */
export const FIRST_SPEED = 300;

/** Everything the page knows. Views take it as their `store` property, never the connection. */
export class Store {
  /** @param {import("./clock.js").Clock} [clock] @param {import("./scene.js").Scene} [scene] */
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
    this.readouts = new Readouts(clock);
    /** The same numbers for text, at most ten times a second. */
    this.readout = this.readouts.readout;
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
    this.asking = new Asking(this);
    /** As in `Asking`, for controls. */
    this.errors = this.asking.errors;
    this.pending = this.asking.pending;
    this.applied = this.asking.applied;
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
    /** @type {(network?: import("./layer-draft.js").Builder) => Promise<void>} set by main: saves the run, or one network, as a file */
    this.saveModel = async () => undefined;
    /** @type {(file: File) => Promise<void>} set by main: goes on from a file */
    this.openModel = async () => undefined;
    this.tour = /** @type {import("./tour.js").Tour|null} */ (null); // set by main, as are the small labs
    this.labs = /** @type {import("./small-labs.js").SmallLabs|null} */ (null);
    /** @type {(token: string) => void} set by main: shows the server its token */
    this.login = () => undefined;
    /** What the page shows because a link said so: not the reader's own choice, so not kept. */
    this.linked = /** @type {Record<string, any>} */ ({});
    this.slow = new SlowMotion(this);
    /** The model of the data beside the GAN. */
    this.density = new Density(this);
    this.instruments = new Instruments(this.scene);
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
  }

  /** Takes a decoded frame. @param {Frame} frame */
  pushFrame(frame) {
    if (frame.step < (this.slow.newest?.step ?? 0)) this.forget();
    this.slow.take(frame);
    this.inspecting.take(frame);
    this.history.push(frame);
    this.instruments.take(frame);
    this.readouts.take(frame);
  }

  /** Drops the metrics of steps that are no longer the run's past. */
  forget() {
    this.readouts.forget();
    this.instruments.forget();
  }

  /** Takes the server's word on the session. @param {StateEvent} state */
  pushState(state) {
    const anew = startsAnew(this.session.peek(), state, this.catalog.peek());
    if (anew) {
      this.forget();
      this.history.clear();
      this.inspecting.anew();
      this.gallery.forget();
    }
    if ((this.label.peek() ?? 0) >= classesToShow(state, this.catalog.peek())) this.label.value = null;
    this.session.value = state;
    const travelled = this.undo.take(state.config, state.request);
    if (travelled && anew) this.notice.value = { type: "notice", kind: "travelled", ...texts.edit.newRun };
    if (state.status === "playing" && !state.request) this.speed.value = state.speed;
    const control = this.asking.answered(state.request);
    this.draft.take(state, control === TRAIN_LAYERS);
    if (control) this.asking.markApplied(control);
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
    this.readouts.publish();
  }

  /**
   * Sends a configuration change on behalf of a control, which then shows its effect or refusal.
   * @param {string} control its id, which is also its data-testid
   * @param {RunConfig} changes
   * @param {any} [value] what the control shows until the answer comes
   */
  configure(control, changes, value) {
    this.asking.configure(control, changes, value);
  }

  /**
   * Sends a command on behalf of a control; as `configure`.
   * @param {string} control @param {Command} wanted @param {any} [value]
   */
  submit(control, wanted, value) {
    this.asking.submit(control, wanted, value);
  }

  /**
   * Takes a refusal: it appears at the control that caused it, or else as a notice.
   * @param {ErrorEvent} error
   */
  pushError(error) {
    if (this.inspecting.refuse(error)) return;
    const config = this.session.peek()?.config ?? {};
    const control = this.asking.answered(error.request) ?? controlOfPath(error.field, config);
    this.undo.forget(error.request);
    this.slow.forget(error.request);
    if (this.supply.refuse(error)) return;
    if (control) this.asking.setError(control, this.asking.about(error, control));
    else this.refuse(error.message);
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
    this.asking.forget();
    this.undo.forget();
    this.slow.forget();
    this.inspecting.forget();
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
