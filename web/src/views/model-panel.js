// The left column: the model to look at, or to change; its head switches between them.
import { html } from "../../vendor/htm-preact.js";
import { texts } from "../texts.js";
import { ControlPanel, RebuildTag } from "./control-panel.js";
import { LAYOUTS } from "./graph/layouts.js";
import { ModelGraph } from "./graph/model-graph.js";
import { Icon } from "./icons.js";
import { UndoButtons } from "./undo-buttons.js";
import { twoColumns } from "./viewport.js";

/** @typedef {import("../store.js").Store} Store */

const words = texts.graph;

/** @param {{store: Store}} props */
export function ModelPanel({ store }) {
  const editing = store.graphMode.value === "edit";
  return html`<div class="panel-head">
      <h2>${texts.panel.title}</h2>
      ${editing && html`<p><${RebuildTag} /> ${texts.panel.subtitle}</p>`}
      <span class="spacer"></span>
      ${!twoColumns.value && html`<${UndoButtons} store=${store} />`}
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
    data-tip-title=${editing ? words.done : words.edit}
    data-tip=${editing ? words.doneHelp : words.editHelp}
    onClick=${() => (store.graphMode.value = editing ? "overview" : "edit")}
  >
    ${editing ? words.done : html`<${Icon} name="edit" />${words.edit}`}
  </button>`;
}

/** The model to look at. @param {{store: Store}} props */
function Overview({ store }) {
  return html`<${ModelGraph} store=${store} layout=${LAYOUTS.overview}>
    <p class="graph-intro">${words.intro}</p>
  <//>`;
}
