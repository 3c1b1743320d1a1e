// A layer's card: what it is, its main parameters, and once it is open all of them.
import { html } from "../../../vendor/htm-preact.js";
import { LAYERS_REGISTRY, paramControl } from "../../layer-draft.js";
import { formatCount, formatNumber } from "../../lib/format.js";
import { texts } from "../../texts.js";
import { explained } from "../explain.js";
import { Icon } from "../icons.js";
import { SelectField } from "../inputs.js";
import { ParamField } from "../param-field.js";
import { LayerMenu } from "./builder-menu.js";
import { summaryOf } from "./builder-words.js";

const words = texts.builder;

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../layer-draft.js").Builder} Player */
/** @typedef {import("../../lib/layer-list.js").DraftLayer} DraftLayer */

/**
 * @typedef {object} CardProps
 * @property {Store} store
 * @property {Player} player
 * @property {DraftLayer} layer
 * @property {number} place
 * @property {number} count of layers
 * @property {{input: number[], output: number[], weights: number}|null} row what the server says of it
 * @property {number|null} partner the place of the layer that joins what this one remembers, or the other way round
 * @property {string|null} reason why it does not fit
 * @property {boolean} dragged
 * @property {(event: PointerEvent) => void} grab
 * @property {(key: number|null) => void} focus
 */

/** In slow motion, once the gradient is found: this layer's part of it. @param {{store: Store, player: Player, place: number}} props */
function LayerGradient({ store, player, place }) {
  const phase = store.slow.on.value ? store.slow.phase.value : null;
  const length = phase?.player === player && phase.name === "gradients" ? phase.layerGradients?.[place] : undefined;
  if (!length || store.draft.differs(player)) return null;
  return html`<span class="layer-gradient" data-testid=${`gradient-${player}-${place}`} data-tip-title=${texts.slowImages.layer(formatNumber(length))} data-tip=${texts.slowImages.layerHelp}>
    ${texts.slowImages.layer(formatNumber(length))}
  </span>`;
}

/** @param {CardProps} props */
export function BuilderCard(props) {
  const { store, player, layer, place, row, partner, reason, dragged, grab } = props;
  const { draft } = store;
  const entry = draft.entryOf(layer.id);
  if (!entry) return null;
  const open = draft.open.value === layer.key;
  const id = `${player}-${place}`;
  const fieldSaysIt = open && Object.keys(draft.errors.value).length > 0;
  const weights = row ? (row.weights ? words.weights(formatCount(row.weights)) : words.noWeights) : "";
  const help = `${entry.help} ${words.cardHelp}`;
  const remove = () => removeCard(props);
  return html`<div class="layer-card" data-key=${layer.key} data-open=${open} data-problem=${reason !== null} data-dragged=${dragged}
    data-testid=${`layer-${id}`} onKeyDown=${(/** @type {KeyboardEvent} */ event) => cardKey(event, props)}>
    <div class="layer-head" onPointerDown=${grab}>
      <button
        type="button"
        class="layer-open"
        data-testid=${`open-${id}`}
        aria-expanded=${open}
        aria-describedby=${reason && !fieldSaysIt ? `problem-${id}` : undefined}
        data-tip-title=${weights ? `${entry.label} · ${weights}` : entry.label}
        data-tip=${help}
        aria-description=${`${weights} ${help}`}
        onClick=${() => (draft.open.value = open ? null : layer.key)}
      >
        <span class="layer-name">${entry.label}</span>
        <span class="layer-summary">${partner === null ? summaryOf(entry, layer.params, row) : words.partner[partner > place ? "to" : "from"](partner + 1)}</span>
        <${LayerGradient} store=${store} player=${player} place=${place} />
      </button>
      <button
        type="button"
        class="layer-remove"
        tabindex="-1"
        data-testid=${`remove-${id}`}
        aria-label=${words.removeOf(entry.label)}
        ...${explained(words.removeOf(entry.label), words.removeHelp)}
        onClick=${remove}
      >
        <${Icon} name="close" />
      </button>
    </div>
    ${reason && !fieldSaysIt && html`<p class="layer-problem" id=${`problem-${id}`} data-testid=${`problem-${id}`}>${reason}</p>`}
    ${open && html`<${Form} ...${props} entry=${entry} weights=${weights} remove=${remove} />`}
  </div>`;
}

/** All that can be set of a layer, and what can be done with it. @param {CardProps & {entry: import("../../protocol.js").Entry, weights: string, remove: () => void}} props */
function Form(props) {
  const { store, player, layer, place, count, entry, weights, focus, remove } = props;
  const { draft } = store;
  const kinds = store.catalog.value?.registries[LAYERS_REGISTRY] ?? [];
  const type = { id: "card-type", label: words.type, help: entry.help, formula: entry.formula, registry: LAYERS_REGISTRY, live: false, effect: words.inDraft };
  const move = (/** @type {-1|1} */ by) => () => moveCard(props, by);
  return html`<div class="layer-form">
    <div class="fields">
      <${SelectField} store=${draft} words=${type} options=${kinds} value=${layer.id}
        change=${(/** @type {string} */ id) => draft.changeKind(player, layer, id)} />
      ${entry.params.map(
        (param) => html`<${ParamField}
          key=${`${layer.id}-${param.name}`}
          store=${draft}
          id=${paramControl(param.name)}
          param=${param}
          value=${layer.params[param.name]}
          live=${false}
          effect=${words.inDraft}
          change=${(/** @type {any} */ value) => draft.changeParam(player, layer, param.name, value)}
        />`,
      )}
    </div>
    ${weights && html`<p class="layer-weights" data-testid="card-weights">${weights}</p>`}
    <div class="layer-acts">
      <${Act} id="up" label=${words.up} help=${words.upHelp} off=${place === 0} act=${move(-1)} />
      <${Act} id="down" label=${words.down} help=${words.downHelp} off=${place === count - 1} act=${move(1)} />
      <${Act} id="remove" label=${words.remove} help=${words.removeHelp} off=${false} act=${remove} />
      <${LayerMenu} store=${store} id="card-insert" label=${words.insertBefore} help=${words.insertHelp} plain=${true}
        choose=${(/** @type {string} */ id) => focus(draft.insert(player, id, place))} />
    </div>
  </div>`;
}

/** @param {{id: string, label: string, help: string, off: boolean, act: () => void}} props */
function Act({ id, label, help, off, act }) {
  return html`<button type="button" class="button small" data-testid=${`card-${id}`} aria-disabled=${off} ...${explained(label, help)}
    onClick=${() => !off && act()}>${label}</button>`;
}

/** @param {CardProps} props @param {-1|1} by */
function moveCard({ store, player, layer, place, focus }, by) {
  store.draft.move(player, layer.key, place + by);
  focus(layer.key);
}

/** Takes the layer out; the focus goes on to the one that takes its place. @param {CardProps} props */
function removeCard({ store, player, layer, place, focus }) {
  const list = store.draft.stacks.peek()[player];
  const next = list[place + 1] ?? list[place - 1];
  store.draft.remove(player, layer.key);
  focus(next?.key ?? null);
}

/** @param {KeyboardEvent} event @param {CardProps} props */
function cardKey(event, props) {
  const onHead = event.target instanceof Element && event.target.matches(".layer-open");
  const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
  if (event.altKey && by) {
    moveCard(props, /** @type {-1|1} */ (by));
  } else if (onHead && by) {
    const list = props.store.draft.stacks.peek()[props.player];
    const key = list[props.place + by]?.key;
    if (key === undefined) return;
    const builder = /** @type {Element} */ (event.target).closest(".builder");
    /** @type {HTMLElement|null|undefined} */ (builder?.querySelector(`[data-key="${key}"] .layer-open`))?.focus();
  } else if (onHead && (event.key === "Delete" || event.key === "Backspace")) {
    removeCard(props);
  } else return;
  event.preventDefault();
}
