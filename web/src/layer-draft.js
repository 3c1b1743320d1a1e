// The layers of both players while a person edits them: nothing is trained before they say so.
import { batch, computed, signal } from "../vendor/signals.js";
import { freshLayer, insertAt, moved, ofKind, plain, replaced, sameLayers, without } from "./lib/layer-list.js";
import { Trail } from "./lib/trail.js";
import { translateText } from "./lib/translate-catalog.js";
import { update } from "./lib/update.js";
import { texts } from "./texts.js";
import { otherParams, trainedLayers } from "./trained-networks.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./protocol.js").Choice} Choice */
/** @typedef {import("./protocol.js").StateEvent} StateEvent */
/** @typedef {import("./lib/layer-list.js").DraftLayer} DraftLayer */
/** @typedef {import("./lib/layer-list.js").LayerList} LayerList */
/** @typedef {"generator"|"discriminator"} Builder whose network it is */
/** @typedef {Record<Builder, LayerList>} Stacks */
/** @typedef {Record<Builder, Record<string, any>>} Beginnings parameters of the networks beside their layers, that belong to these */
/** @typedef {{stacks: Stacks, also: Beginnings}} Drafted */

/**
 * @typedef {object} Verdict what the server says of a list of layers
 * @property {LayerList} of
 * @property {{input: number[], output: number[], weights: number}[]} rows of the layers up to the first that does not fit
 * @property {number} weights
 * @property {Problem|null} problem
 */

/** @typedef {{layer: number, field: string, reason: string}} Problem the first layer that cannot be, and why */

/** @type {readonly Builder[]} */
export const BUILDERS = ["generator", "discriminator"];

/** The registry that layers are chosen from, and the control that trains them. */
export const LAYERS_REGISTRY = "layers";
export const TRAIN_LAYERS = "train-layers";

/** @type {Stacks} */
const NOTHING = { generator: [], discriminator: [] };
/** @type {Beginnings} */
const AS_TRAINED = { generator: {}, discriminator: {} };

/** Part of the store: what is drafted, how it came about, and what the server says of it. */
export class LayerDraft {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    this.lastKey = 0;
    /** Every draft of this page. @type {Trail<Drafted>} */
    this.trail = new Trail({ stacks: NOTHING, also: AS_TRAINED });
    this.stacks = computed(() => this.trail.now.value.stacks);
    /** What the run trains, by the server's last word; its networks' other parameters. */
    this.trained = signal(/** @type {Record<Builder, readonly Choice[]>} */ (NOTHING));
    this.others = signal(AS_TRAINED);
    /** What its networks are given and must give, and the layers as the server has built them. */
    this.builtFor = signal(/** @type {StateEvent["built_for"]} */ (undefined));
    this.rows = signal(/** @type {StateEvent["layers"]} */ (undefined));
    this.changed = computed(() => BUILDERS.filter((player) => this.differs(player)));
    this.canUndo = this.trail.canUndo;
    this.canRedo = this.trail.canRedo;
    /** The key of the layer whose parameters are shown. */
    this.open = signal(/** @type {number|null} */ (null));
    /** The newest answers; one that is of another list than the draft's is on its way. */
    this.verdicts = signal(/** @type {Record<Builder, Verdict|null>} */ ({ generator: null, discriminator: null }));
    /** Whether the server could not be asked. */
    this.unasked = signal(false);
    /** What was done last, to be read aloud. */
    this.said = signal("");
    this.mistyped = signal(/** @type {Record<string, string>} */ ({}));
    this.errors = computed(() => ({ ...this.refusals(), ...this.mistyped.value }));
    // Fields of a form take these from the store that they serve; a draft is never under way.
    this.pending = signal(/** @type {Record<string, any>} */ ({}));
    this.applied = signal(null);
  }

  /** @param {Builder} player @returns {boolean} whether its draft is not what is trained */
  differs(player) {
    const others = this.others.value[player];
    const also = Object.entries(this.trail.now.value.also[player]);
    return !sameLayers(plain(this.stacks.value[player]), this.trained.value[player]) || also.some(([name, value]) => others[name] !== value);
  }

  /** @param {string} id @returns {import("./lib/layer-list.js").LayerEntry|undefined} of a kind of layer */
  entryOf(id) {
    return this.store.catalog.value?.registries[LAYERS_REGISTRY]?.find((entry) => entry.id === id);
  }

  // What is trained

  /**
   * Takes what the server says is trained. Where that has changed, the draft follows; what was
   * drafted can be had back.
   * @param {StateEvent} state
   * @param {boolean} ours whether this page's draft is what has become of it: later edits stay then
   */
  take(state, ours) {
    batch(() => this.hear(state, ours)); // who follows the draft sees it when all of it is taken
  }

  /** @param {StateEvent} state @param {boolean} ours */
  hear(state, ours) {
    update(this.builtFor, state.built_for);
    update(this.rows, state.layers);
    const now = trainedLayers(state);
    const before = this.trained.peek();
    const others = otherParams(state);
    if (JSON.stringify(this.others.peek()) !== JSON.stringify(others)) {
      this.others.value = others;
      this.trail.seal({ ...this.trail.now.peek(), also: AS_TRAINED });
    }
    const other = BUILDERS.filter((player) => !sameLayers(now[player], before[player]));
    if (other.length === 0) return;
    this.trained.value = now;
    const follow = ours ? [] : other.filter((player) => this.differs(player));
    const followed = follow.map((player) => [player, this.keyed(now[player], this.stacks.peek()[player])]);
    const stacks = { ...this.stacks.peek(), ...Object.fromEntries(followed) };
    if (before === NOTHING) this.trail.begin({ stacks, also: AS_TRAINED });
    else if (follow.length > 0) this.record(stacks);
    else this.trail.seal();
  }

  /** @param {readonly Choice[]} layers @param {LayerList} before whose keys go on where the layer is of the same kind */
  keyed(layers, before) {
    return layers.map(({ id, params }, place) => ({
      key: before[place]?.id === id ? before[place].key : ++this.lastKey,
      id,
      params,
    }));
  }

  // Edits

  /** @param {Builder} player @param {string} id of its kind @param {number} place before which it goes @returns {number} its key */
  insert(player, id, place) {
    const entry = this.entryOf(id);
    if (!entry) return 0;
    const layer = freshLayer(entry, ++this.lastKey);
    this.edit(player, (list) => insertAt(list, place, layer));
    this.open.value = layer.key;
    this.say(texts.builder.added(entry.label, place + 1));
    return layer.key;
  }

  /** @param {Builder} player @param {number} key */
  remove(player, key) {
    this.say(texts.builder.removed(this.labelOf(player, key)));
    this.edit(player, (list) => without(list, key));
  }

  /** @param {Builder} player @param {number} key @param {number} place */
  move(player, key, place) {
    if (!this.edit(player, (list) => moved(list, key, place))) return;
    this.say(texts.builder.moved(this.labelOf(player, key), place + 1, this.stacks.peek()[player].length));
  }

  /** @param {Builder} player @param {DraftLayer} layer @param {string} id of another kind */
  changeKind(player, layer, id) {
    const [before, entry] = [this.entryOf(layer.id), this.entryOf(id)];
    if (before && entry) this.edit(player, (list) => replaced(list, ofKind(layer, before, entry)));
  }

  /** @param {Builder} player @param {DraftLayer} layer @param {string} name @param {any} value */
  changeParam(player, layer, name, value) {
    const changed = { ...layer, params: { ...layer.params, [name]: value } };
    this.edit(player, (list) => replaced(list, changed), `${layer.key} ${name}`);
  }

  /** Drops the draft; it can be had back. */
  revert() {
    const lists = BUILDERS.map((player) => [player, this.keyed(this.trained.peek()[player], this.stacks.peek()[player])]);
    this.record(/** @type {Stacks} */ (Object.fromEntries(lists)), null, AS_TRAINED);
    this.say(texts.builder.reverted);
  }

  /** @param {-1|1} direction */
  travel(direction) {
    if (!this.trail.travel(direction)) return;
    this.mistyped.value = {};
    this.say(direction < 0 ? texts.builder.undone : texts.builder.redone);
  }

  /**
   * @param {Builder} player
   * @param {(list: LayerList) => LayerList} change
   * @param {string|null} [tag]
   * @returns {boolean} whether anything has changed
   */
  edit(player, change, tag = null) {
    const stacks = this.stacks.peek();
    const list = change(stacks[player]);
    if (list === stacks[player]) return false;
    this.record({ ...stacks, [player]: list }, tag);
    return true;
  }

  /** @param {Stacks} stacks @param {string|null} [tag] @param {Beginnings} [also] */
  record(stacks, tag = null, also = this.trail.now.peek().also) {
    this.mistyped.value = {};
    this.trail.record({ stacks, also }, tag);
  }

  // What the server says of it

  /** @param {Builder} player @returns {Verdict|null} of this very draft */
  verdictOf(player) {
    const verdict = this.verdicts.value[player];
    return verdict?.of === this.stacks.value[player] ? verdict : null;
  }

  /** The first layer of either player that cannot be trained. @returns {(Problem & {player: Builder})|null} */
  get obstacle() {
    const found = BUILDERS.flatMap((player) => {
      const problem = this.verdictOf(player)?.problem;
      return problem ? [{ player, ...problem }] : [];
    });
    return found[0] ?? null;
  }

  /** Whether the draft can be trained as far as is known. @returns {boolean} */
  get possible() {
    return this.changed.value.every((player) => this.verdictOf(player)?.problem === null);
  }

  /** Trains both drafts, in a new run. */
  train() {
    const { stacks, also } = this.trail.now.peek();
    const changes = this.changed.peek().map((player) => [player, { params: { ...also[player], layers: plain(stacks[player]) } }]);
    this.store.configure(TRAIN_LAYERS, Object.fromEntries(changes));
  }

  /** Refusals at the parameters of the layer that is open, by control. @returns {Record<string, string>} */
  refusals() {
    for (const player of BUILDERS) {
      const problem = this.verdictOf(player)?.problem;
      const layer = problem && this.stacks.value[player][problem.layer];
      const param = problem && this.refusedParam(player, problem);
      if (param && layer?.key === this.open.value) return { [paramControl(param.name)]: texts.builder.mustBe(param.expected ?? "") };
    }
    return {};
  }

  /** The parameter that is out of its range, where that is the problem. @param {Builder} player @param {Problem} problem */
  refusedParam(player, { layer, field }) {
    const { id = "" } = this.stacks.value[player][layer] ?? {};
    return this.entryOf(id)?.params.find(({ name }) => field === `params.${name}`);
  }

  /** What is wrong, as a sentence in the page's language. @param {Builder} player @param {Problem} problem */
  reasonOf(player, problem) {
    const param = this.refusedParam(player, problem);
    if (param) return texts.about(param.label, texts.builder.mustBe(param.expected ?? ""));
    const reason = translateText(problem.reason, texts.catalog);
    return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${/[.?]$/.test(reason) ? "" : "."}`;
  }

  /**
   * Another network in the place of a player's.
   * @param {Builder} player
   * @param {{layers: readonly Choice[]} & Record<string, any>} params its layers, and what else belongs to them
   * @param {string} label
   */
  replace(player, { layers, ...rest }, label) {
    const { stacks, also } = this.trail.now.peek();
    const list = this.keyed(layers.map((layer) => this.filled(layer)), stacks[player]);
    this.record({ ...stacks, [player]: list }, null, { ...also, [player]: rest });
    this.say(texts.builder.replaced(label));
  }

  /** Goes on with what was drafted before the page was left. @param {Record<Builder, readonly Choice[]>} lists @param {Beginnings} also */
  restore(lists, also) {
    const before = this.stacks.peek();
    const [g, d] = BUILDERS.map((player) => this.keyed(lists[player], before[player]));
    this.record({ generator: g, discriminator: d }, null, also);
  }

  /** A layer with all its parameters. @param {Choice} layer @returns {Choice} */
  filled({ id, params }) {
    const usual = (this.entryOf(id)?.params ?? []).map(({ name, default: value }) => [name, value]);
    return { id, params: { ...Object.fromEntries(usual), ...params } };
  }

  /** A refusal of what was typed. @param {string} control @param {string|null} message */
  setError(control, message) {
    const { [control]: _before, ...others } = this.mistyped.peek();
    this.mistyped.value = message === null ? others : { ...others, [control]: message };
  }

  /** @param {Builder} player @param {number} key */
  labelOf(player, key) {
    const layer = this.stacks.peek()[player].find((other) => other.key === key);
    return (layer && this.entryOf(layer.id)?.label) ?? "";
  }

  /** @param {string} sentence */
  say(sentence) {
    this.said.value = sentence;
  }
}

/** The control of a parameter of the layer that is open. @param {string} name */
export const paramControl = (name) => `card-${name.replaceAll("_", "-")}`;
