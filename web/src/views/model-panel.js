// The left column: the model to look at, or to change; its head switches between them.
import { html } from "../../vendor/htm-preact.js";
import { isHidden } from "../controls/hideable.js";
import { hideSettings } from "../hide-settings.js";
import { keyOf } from "../shortcuts.js";
import { texts } from "../texts.js";
import { ControlPanel, RebuildTag } from "./control-panel.js";
import { explained } from "./explain.js";
import { LAYOUTS } from "./graph/layouts.js";
import { ModelGraph } from "./graph/model-graph.js";
import { Icon } from "./icons.js";
import { SlowBody, SlowHead } from "./slow/slow-panel.js";
import { SlowButton } from "./slow/slow-transport.js";
import { TheoryDrawer } from "./theory/theory-drawer.js";
import { UndoButtons } from "./undo-buttons.js";
import { narrow, short, twoColumns } from "./viewport.js";

/** @typedef {import("../store.js").Store} Store */

const words = texts.graph;

/** Between the phases of both players the graph may shrink so far, before it scrolls. */
const LEAST_ZOOM = 0.7;

/** @param {{store: Store}} props */
export function ModelPanel({ store }) {
  const mode = store.graphMode.value;
  const crowded = mode === "slow" && short.value && !narrow.value;
  return html`${mode === "slow" ? html`<${SlowMotion} store=${store} />` : html`<${Model} store=${store} />`}
    ${!crowded && html`<${TheoryDrawer} store=${store} />`}`;
}

/** @param {{store: Store}} props */
function Model({ store }) {
  const editing = store.graphMode.value === "edit" && !isHidden(store.hidden.value, "graph-edit");
  return html`<div class="panel-head">
      <h2>${texts.panel.title}</h2>
      ${editing && html`<${RebuildTag} /><p>${texts.panel.subtitle}</p>`}
      <span class="spacer"></span>
      ${!twoColumns.value && html`<${UndoButtons} store=${store} />`}
      ${narrow.value && html`<${SlowButton} store=${store} />`}
      ${editing && !narrow.value && html`<${HideButton} store=${store} />`}
      <${EditButton} store=${store} editing=${editing} />
    </div>
    ${editing ? html`<${ControlPanel} store=${store} />` : html`<${Overview} store=${store} />`}`;
}

/** @param {{store: Store, editing: boolean}} props */
function EditButton({ store, editing }) {
  return html`<button
    type="button"
    class=${`button small${editing ? " primary" : ""}`}
    data-testid="graph-edit"
    ...${explained(editing ? words.done : words.edit, editing ? words.doneHelp : words.editHelp, keyOf("edit"))}
    onClick=${() => (store.graphMode.value = editing ? "overview" : "edit")}
  >
    ${editing ? words.done : html`<${Icon} name="edit" />${words.edit}`}
  </button>`;
}

/** For those to whom the settings would be too much. @param {{store: Store}} props */
function HideButton({ store }) {
  return html`<button
    type="button"
    class="button ghost small square"
    data-testid="hide-settings"
    aria-label=${texts.edit.hide}
    ...${explained(texts.edit.hide, texts.edit.hideHelp)}
    onClick=${() => hideSettings(store, true)}
  >
    <${Icon} name="unseen" />
  </button>`;
}

/** The model phase by phase. @param {{store: Store}} props */
function SlowMotion({ store }) {
  return html`<${SlowHead} store=${store} />
    <${SlowBody} store=${store}><${ModelGraph} store=${store} layout=${LAYOUTS.overview} least=${LEAST_ZOOM} /><//>`;
}

/** The model to look at. @param {{store: Store}} props */
function Overview({ store }) {
  return html`<${ModelGraph} store=${store} layout=${LAYOUTS.overview}>
    <p class="graph-intro">${words.intro}</p>
  <//>`;
}
