// The card with what each unit of a layer puts out, live, over the graph's lower part.
import { html } from "../../../vendor/htm-preact.js";
import { useEffect, useRef } from "../../../vendor/preact-hooks.js";
import { effect } from "../../../vendor/signals.js";
import { UnitPainter, tableFor, tableHeight, unitRamp } from "../../layers/unit-pictures.js";
import { formatNumber } from "../../lib/format.js";
import { texts } from "../../texts.js";
import { drawingLoop } from "../drawing-loop.js";
import { NARROW_WIDTH } from "./layouts.js";
import { placed } from "./placed.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../lib/palette.js").Palette} Palette */
/** @typedef {import("../../layers/unit-pictures.js").Table} Table */
/** @typedef {import("./layouts.js").Layout} Layout */

const words = texts.graph.units;

const PADDING = 12;
const MOST_HEIGHT = 168;
const LEAST_HEIGHT = 88;

/** What the card holds beside the pictures: a line or two of words, and the spaces between. */
const AROUND = 44;
const AROUND_NARROW = 60;

/**
 * @param {{store: Store, layout: Layout, zoom: number, palette: Palette, room: number}} props
 *   `room` is the height in the graph's plane down to where it would be cut off
 */
export function UnitCard({ store, layout, zoom, palette, room }) {
  void store.readout.value; // the numbers change as fast as one can read them
  const chosen = store.units.value;
  if (!chosen) return null;
  const widths = store.session.value?.networks[chosen.player] ?? [];
  const frame = store.frame.peek();
  const shown = frame?.units;
  const facts = shown?.player === chosen.player && shown.layer === chosen.layer ? shown : null;
  const count = Math.min(widths[chosen.layer] ?? 1, facts?.units ?? 64);
  const width = layout.width - 2 * PADDING - 2;
  const around = layout.width < NARROW_WIDTH ? AROUND_NARROW : AROUND;
  const wanted = layout.unitCard ?? 0;
  const table = tableFor(count, width, Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, room - wanted - around)));
  const top = Math.max(0, Math.min(wanted, room - around - tableHeight(table)));
  return html`<div
    class=${`unit-card unit-card-${chosen.player}`}
    id="unit-pictures"
    style=${placed({ x: 0, y: top, width: layout.width })}
    data-testid="unit-pictures"
  >
    <div class="unit-head">
      <p>
        <b>${words.title(chosen.player, chosen.layer, widths.length - 2)}</b>
        ${facts ? ` ${words.over(facts)}` : ` ${words.waiting}`}
      </p>
      ${facts && html`<${UnitScale} scale=${facts.scale} colours=${unitRamp(palette, chosen.player)} />`}
    </div>
    <${UnitCanvas} ...${{ store, table, zoom, palette, width }} label=${facts ? words.summary(facts) : words.waiting} />
  </div>`;
}

/** The outputs that the colours stand for. @param {{scale: number, colours: string[]}} props */
function UnitScale({ scale, colours }) {
  return html`<p class="unit-scale">
    <span>${formatNumber(-scale)}</span>
    <i style=${{ background: `linear-gradient(90deg, ${colours.join(", ")})` }}></i>
    <span>${formatNumber(scale)}</span>
  </p>`;
}

/** @param {{store: Store, table: Table, zoom: number, palette: Palette, width: number, label: string}} props */
function UnitCanvas({ store, table, zoom, palette, width, label }) {
  const canvas = useRef(/** @type {HTMLCanvasElement|null} */ (null));
  const height = tableHeight(table);
  useEffect(() => {
    const ctx = canvas.current?.getContext("2d", { alpha: false });
    return ctx ? followUnits(ctx, store, table, palette, zoom * devicePixelRatio) : undefined;
  }, [table.columns, table.cell, palette, zoom]);
  return html`<canvas
    ref=${canvas}
    role="img"
    aria-label=${label}
    style=${{ width: `${width}px`, height: `${height}px` }}
  ></canvas>`;
}

/**
 * Draws the newest pictures at each refresh of the screen that brings new ones.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Store} store
 * @param {Table} table
 * @param {Palette} palette
 * @param {number} ratio device pixels in a pixel of the graph's plane
 * @returns {() => void} stops
 */
function followUnits(ctx, store, table, palette, ratio) {
  const painter = new UnitPainter((width, height) => new OffscreenCanvas(width, height));
  const { canvas } = ctx;
  canvas.width = Math.round(parseFloat(canvas.style.width) * ratio);
  canvas.height = Math.round(tableHeight(table) * ratio);
  let request = 0;
  const draw = () => {
    request = 0;
    const frame = store.frame.peek();
    const chosen = store.units.peek();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.fillStyle = palette.surface;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    const current = frame?.units?.player === chosen?.player && frame?.units?.layer === chosen?.layer;
    if (frame?.arrays.units && chosen && current) painter.draw(ctx, frame.arrays.units, table, palette, chosen.player);
  };
  const stop = effect(() => {
    void store.frame.value;
    void store.units.value;
    if (request === 0) request = drawingLoop.request(draw);
  });
  return () => {
    stop();
    drawingLoop.cancel(request);
  };
}
