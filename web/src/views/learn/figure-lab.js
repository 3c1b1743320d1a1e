// What a live figure of the article does when it is pressed: it begins its small lab, plays, steps, starts again.
import { computed, signal } from "../../../vendor/signals.js";
import { initialLayers } from "../../layers/index.js";
import { command } from "../../protocol.js";

/** @typedef {import("../../protocol.js").Catalog} Catalog */
/** @typedef {import("../../protocol.js").RunConfig} RunConfig */
/** @typedef {import("../../small-labs.js").SmallLab} SmallLab */
/** @typedef {import("../../small-labs.js").SmallLabs} SmallLabs */
/** @typedef {import("./figures.js").LiveFigure} LiveFigure */

/** States of the line after which a figure gives its lab up: whoever reads on is not kept waiting. */
const BROKEN = /** @type {const} */ (["full", "lost", "failed", "locked"]);

export class FigureLab {
  /**
   * @param {LiveFigure} figure
   * @param {SmallLabs} labs
   * @param {() => Catalog|null} catalogNow
   */
  constructor(figure, labs, catalogNow) {
    this.figure = figure;
    this.labs = labs;
    this.catalogNow = catalogNow;
    /** None until the figure is first pressed, and none again when it was left. */
    this.lab = signal(/** @type {SmallLab|null} */ (null));
    this.busy = signal(/** @type {"starting"|"practising"|null} */ (null));
    this.trouble = signal(/** @type {"full"|"lost"|null} */ (null));
    this.playing = computed(() => this.lab.value?.store.playing.value ?? false);
    const shown = Object.keys(initialLayers()).map((id) => [id, figure.layers.includes(id)]);
    this.layers = signal(/** @type {Record<string, boolean>} */ (Object.fromEntries(shown)));
    /** What the reader changed; a lab that is begun later has it from the start. @type {RunConfig} */
    this.changes = figure.control.kind === "options" ? Object.values(figure.control.options)[0] : {};
  }

  /** The lab, begun and prepared if it was not; null if it was ended meanwhile. */
  async open() {
    const running = this.lab.peek();
    if (running) return this.busy.peek() ? null : running;
    this.trouble.value = null;
    this.busy.value = "starting";
    const config = { ...this.figure.config, ...this.changes };
    const lab = this.labs.begin(this.catalogNow(), config, () => this.forget(lab));
    lab.store.layers.value = this.layers.peek();
    lab.store.speed.value = this.figure.speed;
    this.lab.value = lab;
    this.watch(lab);
    await lab.when((store) => store.ready.value);
    await this.prepare(lab);
    return lab;
  }

  /** @param {SmallLab} lab */
  async prepare(lab) {
    if (this.figure.prepare) {
      this.busy.value = "practising";
      await this.figure.prepare(lab);
    }
    this.busy.value = null;
  }

  /** Gives a lab up when its line breaks. @param {SmallLab} lab */
  async watch(lab) {
    await lab.when(({ connection }) => BROKEN.some((state) => state === connection.value.state));
    const full = lab.store.connection.peek().state === "full";
    this.labs.end(lab);
    this.trouble.value = full ? "full" : "lost";
  }

  /** @param {SmallLab} lab that has ended */
  forget(lab) {
    if (this.lab.peek() !== lab) return;
    this.lab.value = null;
    this.busy.value = null;
  }

  async togglePlay() {
    const lab = await this.open();
    lab?.store.togglePlay();
  }

  async step() {
    const lab = await this.open();
    lab?.store.send(command.step("both"));
  }

  /** Back to step 0, paused. */
  async reset() {
    const lab = this.lab.peek();
    if (!lab || this.busy.peek()) return;
    this.busy.value = "starting";
    lab.store.send(command.reset());
    await lab.when((store) => store.frame.value?.step === 0);
    await this.prepare(lab);
  }

  /** Something to do with the lab, once; training waits for it. @param {(lab: SmallLab) => Promise<void>} act */
  async act(act) {
    const lab = await this.open();
    if (!lab) return;
    const played = this.playing.peek();
    this.pause();
    this.busy.value = "practising";
    await act(lab);
    this.busy.value = null;
    if (played) lab.store.togglePlay();
  }

  /**
   * Changes settings. What was prepared is prepared anew, so that the comparison is fair.
   * @param {RunConfig} changes
   */
  async change(changes) {
    this.changes = { ...this.changes, ...changes };
    const lab = this.lab.peek();
    if (!lab) return;
    const played = this.playing.peek();
    lab.configure(changes);
    if (!this.figure.prepare) return;
    await this.reset();
    if (played) lab.store.togglePlay();
  }

  /** @param {string} layer */
  toggleLayer(layer) {
    const layers = { ...this.layers.peek(), [layer]: !this.layers.peek()[layer] };
    this.layers.value = layers;
    const lab = this.lab.peek();
    if (lab) lab.store.layers.value = layers;
  }

  /** Stops training, as when the figure is scrolled out of sight. */
  pause() {
    if (this.playing.peek()) this.lab.peek()?.store.send(command.pause());
  }

  end() {
    const lab = this.lab.peek();
    if (lab) this.labs.end(lab);
  }
}
