// What becomes of the draft of both networks: trained, dropped, or one edit back; and why it cannot be trained.
import { html } from "../../../vendor/htm-preact.js";
import { TRAIN_LAYERS } from "../../layer-draft.js";
import { texts } from "../../texts.js";
import { explained } from "../explain.js";
import { Icon } from "../icons.js";

const words = texts.builder;

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../layer-draft.js").LayerDraft} LayerDraft */

/** @param {{store: Store}} props */
export function DraftBar({ store }) {
  const { draft } = store;
  const changed = draft.changed.value;
  const refusal = store.errors.value[TRAIN_LAYERS];
  const possible = store.ready.value && draft.possible;
  const why = changed.length > 0 && !possible ? obstacleOf(draft) : null;
  return html`<section class="draft-bar" aria-label=${words.draft} data-testid="draft-bar" data-changed=${changed.length > 0}>
    <p class="draft-state" id="draft-state" data-testid="draft-state" data-problem=${why !== null && draft.obstacle !== null}>
      ${changed.length === 0 ? words.asTrained : (why ?? words.changed(changed.map((player) => words.players[player]).join(words.and)))}
    </p>
    ${refusal && html`<p class="refusal" role="alert" data-testid=${`error-${TRAIN_LAYERS}`}>${refusal}</p>`}
    <div class="draft-acts">
      <${Travel} draft=${draft} id="undo" direction=${-1} on=${draft.canUndo.value} />
      <${Travel} draft=${draft} id="redo" direction=${1} on=${draft.canRedo.value} />
      <span class="spacer"></span>
      <button type="button" class="button small" data-testid="draft-revert" aria-disabled=${changed.length === 0}
        ...${explained(words.revert, words.revertHelp)} onClick=${() => changed.length > 0 && draft.revert()}>
        ${words.revert}
      </button>
      <button type="button" class="button small primary" data-testid=${TRAIN_LAYERS} aria-disabled=${changed.length === 0 || !possible}
        aria-describedby="draft-state" ...${explained(words.train, words.trainHelp)}
        onClick=${() => changed.length > 0 && possible && draft.train()}>
        ${words.train}
      </button>
    </div>
    <p class="hidden" role="status" data-testid="draft-said">${draft.said.value}</p>
  </section>`;
}

/** @param {{draft: LayerDraft, id: "undo"|"redo", direction: -1|1, on: boolean}} props */
function Travel({ draft, id, direction, on }) {
  const [label, help] = id === "undo" ? [words.undo, words.undoHelp] : [words.redo, words.redoHelp];
  return html`<button type="button" class="button ghost small square" data-testid=${`draft-${id}`} aria-label=${label} aria-disabled=${!on}
    ...${explained(label, help)} onClick=${() => on && draft.travel(direction)}>
    <${Icon} name=${id} />
  </button>`;
}

/** Why the draft cannot be trained, in words. @param {LayerDraft} draft */
function obstacleOf(draft) {
  const found = draft.obstacle;
  if (!found) return draft.unasked.value ? words.unasked : words.checking;
  const reason = draft.reasonOf(found.player, found);
  const layer = draft.stacks.value[found.player][found.layer];
  const player = words.players[found.player];
  if (!layer) return words.obstacleAll(player, reason);
  return words.obstacle(player, found.layer + 1, draft.entryOf(layer.id)?.label ?? layer.id, reason);
}
