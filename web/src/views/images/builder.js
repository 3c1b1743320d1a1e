// One player's network, layer by layer: what goes in, a card for each layer, what comes out of it, and where to add more.
import { html } from "../../../vendor/htm-preact.js";
import { useLayoutEffect, useRef, useState } from "../../../vendor/preact-hooks.js";
import { modelOf } from "../../controls/model.js";
import { formatCount } from "../../lib/format.js";
import { partnersIn, placeOfGap } from "../../lib/layer-list.js";
import { texts } from "../../texts.js";
import { BuilderCard } from "./builder-card.js";
import { beginDrag } from "./builder-drag.js";
import { LayerMenu } from "./builder-menu.js";
import { ReadyMade } from "./ready-made.js";
import { countWords, shapeWords } from "./builder-words.js";

const words = texts.builder;

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../layer-draft.js").Builder} Player */
/** @typedef {import("../../layer-draft.js").Verdict} Verdict */
/** @typedef {import("../../layer-draft.js").LayerDraft} LayerDraft */
/** @typedef {import("../../lib/layer-list.js").DraftLayer} DraftLayer */
/** @typedef {{key: number, gap: number}} Drag what is dragged, and where it would go */

/** @param {{store: Store, player: Player}} props */
export function Builder({ store, player }) {
  const { draft } = store;
  const root = useRef(/** @type {HTMLElement|null} */ (null));
  const focus = useFocusAfter(root);
  const [drag, setDrag] = useState(/** @type {Drag|null} */ (null));
  const list = draft.stacks.value[player];
  const place = draft.builtFor.value?.[player];
  const verdict = draft.verdicts.value[player];
  const fresh = verdict?.of === list;
  const rows = rowsByKey(verdict);
  const partners = partnersIn(list, (id) => draft.entryOf(id));
  const taken = list.some(({ id }) => draft.entryOf(id)?.tells);
  const problem = fresh && verdict ? verdict.problem : null;
  /** @param {DraftLayer} layer @param {number} at @param {PointerEvent} event */
  const grab = (layer, at, event) =>
    beginDrag(event, root.current, {
      over: (gap) => setDrag({ key: layer.key, gap }),
      drop: (gap) => draft.move(player, layer.key, placeOfGap(at, gap)),
      end: () => setDrag(null),
    });
  /** @param {string} id @param {number} before */
  const insert = (id, before) => focus(draft.insert(player, id, before));
  const gapAt = (/** @type {number} */ gap) => ({ player, gap, store, insert, drop: drag?.gap === gap });
  return html`<section class="builder" data-player=${player} data-fresh=${fresh} aria-label=${words.listOf[player]}
    data-testid=${`builder-${player}`} ref=${root} onKeyDown=${(/** @type {KeyboardEvent} */ event) => travelKey(event, draft)}>
    <${Head} player=${player} weights=${problem ? null : (verdict?.weights ?? null)} />
    ${place && html`<${InputBox} store=${store} player=${player} />
    <${Gap} ...${gapAt(0)} shape=${taken ? place.inputs : inputShape(place)} />
    <ol class="builder-list">
      ${list.map(
        (layer, at) => html`<li key=${layer.key} style=${{ "--at": at, "--back": list.length - 1 - at }}>
          <${BuilderCard}
            store=${store}
            player=${player}
            layer=${layer}
            place=${at}
            count=${list.length}
            row=${rows.get(layer.key) ?? null}
            partner=${partners.get(layer.key) ?? null}
            reason=${problem?.layer === at ? draft.reasonOf(player, problem) : null}
            dragged=${drag?.key === layer.key}
            grab=${(/** @type {PointerEvent} */ event) => grab(layer, at, event)}
            focus=${focus}
          />
          <${Gap} ...${gapAt(at + 1)} shape=${fresh && problem && at >= problem.layer ? shownAfter(verdict, at) : rows.get(layer.key)?.output} />
        </li>`,
      )}
    </ol>
    <${OutputBox} player=${player} wanted=${place?.outputs ?? null} last=${verdict?.rows.at(-1)?.output ?? null}
      reason=${problem && problem.layer >= list.length ? draft.reasonOf(player, problem) : null} />
    ${player === "discriminator" && html`<${EncoderBox} store=${store} />`}
    <div class="builder-foot">
      <${LayerMenu} store=${store} id=${`add-layer-${player}`} label=${words.add} help=${words.addHelp} choose=${(/** @type {string} */ id) => insert(id, list.length)} />
      <${ReadyMade} store=${store} player=${player} />
    </div>`}
  </section>`;
}

/** @param {{player: Player, weights: number|null}} props */
function Head({ player, weights }) {
  const exact = weights === null ? words.impossible : words.weights(formatCount(weights));
  return html`<div class="builder-head">
    <h2>${words.players[player]}</h2>
    <span class="builder-total" data-testid=${`weights-${player}`} data-tip-title=${exact} data-tip=${words.weightsHelp}>
      ${weights === null ? "–" : words.weights(countWords(weights))}
    </span>
  </div>`;
}

/** What goes in. @param {{store: Store, player: Player}} props */
function InputBox({ store, player }) {
  const session = store.session.value;
  const place = store.draft.builtFor.value?.[player];
  const image = place && place.inputs.length > 1;
  const registries = store.catalog.value?.registries ?? {};
  const prior = registries.priors?.find(({ id }) => id === session?.config.prior?.id);
  const { paired, encodes } = modelOf(store) ?? {};
  const first = image ? words[paired ? "pairIn" : "imageIn"][player] : words.numbers(prior?.label ?? "", formatCount(place?.inputs[0] ?? 0));
  const more = encodes ? words.withCode : words.withNumbers;
  const told = place && place.labels > 0 ? (session?.classes ? words.withClass : more(formatCount(place.labels))) : "";
  return html`<div class="builder-box" data-testid=${`input-${player}`}>
    <b>${image ? words.image : words.noise}</b>
    <span>${[first, told].filter(Boolean).join(", ")}</span>
  </div>`;
}

/** What is built as the discriminator is. @param {{store: Store}} props */
function EncoderBox({ store }) {
  const code = store.session.value?.encoder?.at(-1);
  if (!code) return null;
  return html`<div class="builder-box" data-testid="encoder"><b>${words.encoder}</b><span>${words.encoderHelp(formatCount(code))}</span></div>`;
}

/**
 * What must come out, and what does where that is something else.
 * @param {{player: Player, wanted: number[]|null, last: number[]|null, reason: string|null}} props
 */
function OutputBox({ player, wanted, last, reason }) {
  const open = wanted?.includes(0); // of any size
  const shape = open ? last : (wanted ?? last);
  const image = player === "generator" && (shape?.length ?? 3) > 1;
  const single = shape?.length === 1 && shape[0] === 1;
  const name = image ? words.image : player === "generator" ? words.code : single ? words.verdict : words.verdicts;
  const help = image ? words.asData(shapeWords(shape ?? [])) : single ? words.verdictHelp : wanted && !open ? shapeWords(wanted) : words.verdictsHelp;
  return html`<div class="builder-box" data-testid=${`output-${player}`} data-problem=${reason !== null}>
    <b>${name}</b>
    <span>${help}</span>
    ${reason && html`<p class="layer-problem" data-testid=${`problem-${player}`}>${reason}</p>`}
  </div>`;
}

/**
 * Between two layers: what comes out of one and goes into the other, and a place for a new one.
 * @param {{store: Store, player: Player, gap: number, shape: number[]|null|undefined, drop: boolean,
 *   insert: (id: string, gap: number) => void}} props
 */
function Gap({ store, player, gap, shape, drop, insert }) {
  return html`<div class="builder-gap" data-gap=${gap} data-drop=${drop}>
    <span class="builder-shape" data-testid=${`shape-${player}-${gap}`}>${shape ? shapeWords(shape) : "–"}</span>
    <${LayerMenu} store=${store} id=${`insert-${player}-${gap}`} label=${words.insert} help=${words.insertHelp} small=${true}
      choose=${(/** @type {string} */ id) => insert(id, gap)} />
  </div>`;
}

/** With the class, or what else it is told, counted in. @param {{inputs: number[], labels: number}} place */
function inputShape({ inputs: [first, ...rest], labels }) {
  return [first + labels, ...rest];
}

/** What comes out of a layer at or behind the one that does not fit: known only where it fits in itself. @param {Verdict|null} verdict @param {number} at */
function shownAfter(verdict, at) {
  return verdict?.rows[at]?.output;
}

/** What is known of each layer, by its key; also of a list that has changed since. @param {Verdict|null} verdict */
function rowsByKey(verdict) {
  return new Map((verdict?.rows ?? []).map((row, place) => [verdict?.of[place]?.key, row]));
}

/** Undo and redo of the layers come before those of the page. @param {KeyboardEvent} event @param {LayerDraft} draft */
function travelKey(event, draft) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const typing = event.target instanceof Element && event.target.matches("input[data-settled=false]");
  const key = event.key.toLowerCase();
  if (typing || (key !== "z" && key !== "y")) return;
  event.preventDefault();
  draft.travel(key === "y" || event.shiftKey ? 1 : -1);
}

/**
 * Moves the focus to a layer's card once it is there: new ones are not, and one that moves loses it.
 * @param {{current: HTMLElement|null}} root
 * @returns {(key: number|null) => void} null is the button that adds a layer
 */
function useFocusAfter(root) {
  const wanted = useRef(/** @type {number|null|undefined} */ (undefined));
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const at = wanted.current === null ? ".builder-foot button" : `[data-key="${wanted.current}"] .layer-open`;
    const found = /** @type {HTMLElement|null|undefined} */ (root.current?.querySelector(at));
    if (!found) return;
    wanted.current = undefined;
    found.focus();
  });
  return (key) => {
    wanted.current = key;
  };
}
