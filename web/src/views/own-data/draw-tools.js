// What stands under the drawing board: brush and eraser, their size, the spread, and what to do with it.
import { html } from "../../../vendor/htm-preact.js";
import { changesFor, limitsOf, ownEntry } from "../../controls/own-points.js";
import { formatNumber } from "../../lib/format.js";
import { RADII, nearestRung } from "../../lib/rungs.js";
import { texts } from "../../texts.js";
import { Icon } from "../icons.js";
import { Range } from "../range.js";
import { SpreadRange } from "./spread-range.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../controls/own-points.js").OwnEntry} OwnEntry */
/** @typedef {import("../../lib/data/drawing.js").Drawing} Drawing */

const words = texts.data.board;

/** @param {{store: Store}} props */
export function DrawTools({ store }) {
  const drawing = store.ownData.drawing.value;
  const own = store.catalog.value && ownEntry(store.catalog.value);
  void store.ownData.changed.value; // the drawing is the same object before and after
  if (!drawing || !own) return null;
  return html`<div class="draw-tools">
    <div class="draw-row">
      <${BrushOrEraser} store=${store} />
      <${BrushSize} store=${store} />
      <${SpreadRange} id="draw-spread" own=${own} spread=${store.ownData.spread} />
    </div>
    <div class="draw-row">
      <${Actions} store=${store} own=${own} drawing=${drawing} />
    </div>
    <${Count} drawing=${drawing} own=${own} />
  </div>`;
}

/** @param {{store: Store}} props */
function BrushOrEraser({ store }) {
  const { erases } = store.ownData;
  const tools = /** @type {const} */ ([["draw-pen", words.brush, false], ["draw-eraser", words.eraser, true]]);
  return html`<span class="segments" role="group" aria-label=${words.tools}>
    ${tools.map(
      ([id, label, erasing]) => html`<button
        type="button"
        key=${id}
        class="segment"
        data-testid=${id}
        aria-pressed=${erases.value === erasing}
        onClick=${() => (erases.value = erasing)}
      >
        ${label}
      </button>`,
    )}
  </span>`;
}

/** @param {{store: Store}} props */
function BrushSize({ store }) {
  const { radius } = store.ownData;
  return html`<${Range}
    id="draw-brush"
    label=${words.size}
    help=${words.sizeHelp}
    position=${nearestRung(RADII, radius.value)}
    last=${RADII.length - 1}
    shown=${formatNumber(radius.value)}
    change=${(/** @type {number} */ position) => (radius.value = RADII[position])}
  />`;
}

/** @param {{store: Store, own: OwnEntry, drawing: Drawing}} props */
function Actions({ store, own, drawing }) {
  const { ownData } = store;
  const count = drawing.points.length;
  const ready = count >= limitsOf(own).fewest && store.ready.value;
  const button = (/** @type {string} */ id, /** @type {string} */ label, /** @type {boolean} */ on, /** @type {(drawing: Drawing) => void} */ act) =>
    html`<button
      type="button"
      class="button"
      data-testid=${id}
      aria-disabled=${!on}
      onClick=${() => ownData.change(act)}
    >
      ${label}
    </button>`;
  return html`<button
      type="button"
      class="button primary"
      data-testid="draw-use"
      aria-disabled=${!ready}
      aria-describedby="draw-count"
      data-tip-title=${words.use(count)}
      data-tip=${words.useHelp}
      onClick=${() => ready && use(store, own, drawing)}
    >
      ${words.use(count)}
    </button>
    ${button("draw-undo", words.undo, drawing.past.length > 0, (board) => board.undo())}
    ${button("draw-redo", words.redo, drawing.future.length > 0, (board) => board.redo())}
    ${button("draw-clear", words.clear, count > 0, (board) => board.clear())}
    <button
      type="button"
      class="button ghost"
      data-testid="draw-cancel"
      data-tip-title=${words.cancel}
      data-tip=${words.cancelHelp}
      onClick=${() => ownData.closeBoard()}
    >
      ${words.cancel}
    </button>`;
}

/** Makes the drawing the data; it stays on the board if nobody hears of it. @param {Store} store @param {OwnEntry} own @param {Drawing} drawing */
function use(store, own, drawing) {
  const { ownData } = store;
  const figure = { points: drawing.points, spread: ownData.spread.peek() };
  store.configure("distribution-draw", changesFor(own, figure));
  if (store.errors.peek()["distribution-draw"]) return;
  ownData.closeBoard();
  ownData.used(figure, "drawing");
}

/** How many points there are, and what that means. @param {{drawing: Drawing, own: OwnEntry}} props */
function Count({ drawing, own }) {
  const count = drawing.points.length;
  const { fewest, most } = limitsOf(own);
  const told = count < fewest ? words.tooFew(count, fewest) : words.count(count, most);
  return html`<p class=${drawing.isFull ? "draw-count draw-full" : "draw-count"} id="draw-count" role="status" data-testid="draw-count">
    ${drawing.isFull && html`<${Icon} name="warning" />`}${drawing.isFull ? words.full(most) : told}
  </p>`;
}
