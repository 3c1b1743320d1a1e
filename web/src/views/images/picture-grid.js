// A grid of images of one kind: under each D's verdict, as a bar and in words; arrow keys go from image to image.
import { html } from "../../../vendor/htm-preact.js";
import { useRef, useState } from "../../../vendor/preact-hooks.js";
import { formatPercent } from "../../lib/format.js";
import { meanOf } from "../../lib/tiles.js";
import { texts } from "../../texts.js";
import { Tile } from "./tile.js";
import { TimelineBar } from "./timeline-bar.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../gallery.js").Kind} Kind */

const words = texts.images;

/** @param {{store: Store, kind: Kind}} props */
export function PictureGrid({ store, kind }) {
  const { verdicts } = store.gallery.seen(kind);
  const mean = meanOf(verdicts);
  const shown = store.gallery.shown(kind);
  const columns = kind === "fake" ? store.gallery.columns : 0;
  const parts = store.gallery.parts(kind);
  const root = useRef(/** @type {HTMLElement|null} */ (null));
  const [place, setPlace] = useState(0);
  const last = Math.min(place, shown.length - 1);
  /** @param {KeyboardEvent} event */
  const key = (event) => {
    const next = placeAfter(event.key, last, shown.length, columnsOf(root.current));
    if (next === null) return;
    event.preventDefault();
    setPlace(next);
    /** @type {HTMLElement|undefined} */ (root.current?.querySelectorAll("button")[next])?.focus();
  };
  return html`<section class="picture-column" data-kind=${kind} data-testid=${`pictures-${kind}`} aria-labelledby=${`pictures-${kind}-title`}>
    <div class="picture-head">
      <h2 id=${`pictures-${kind}-title`}>${words.kinds[kind]}</h2>
      <span class="spacer"></span>
      <${HeadNote} ...${{ store, kind, mean }} />
    </div>
    ${parts.length > 1 && html`<${PartsLine} kind=${kind} parts=${parts} />`}
    <ul class="tiles" ref=${root} data-parts=${parts.length} data-columns=${columns || undefined} style=${{ "--columns": columns || undefined }} onKeyDown=${key}>
      ${columns > 0 && html`<${ClassHeads} store=${store} count=${columns} />`}
      ${shown.map(
        (index, at) => html`<li key=${at}><${Picture} ...${{ store, kind, index, short: columns > 0 }} tabbable=${at === last} focused=${() => setPlace(at)} /></li>`,
      )}
    </ul>
    ${shown.length === 0 && verdicts && html`<p class="tiles-empty">${words.nothingShown}</p>`}
    ${kind === "fake" && html`<${TimelineBar} store=${store} />`}
  </section>`;
}

/** What stands side by side in each place. @param {{kind: Kind, parts: {id: string}[]}} props */
function PartsLine({ kind, parts }) {
  const help = words.partsHelp[parts[0].id === "input" ? "pair" : "rebuilt"];
  const named = parts.map(({ id }) => /** @type {Record<string, string>} */ (words.part)[id]);
  return html`<p class="picture-parts" data-testid=${`parts-${kind}`} data-tip-title=${words.kinds[kind]} data-tip=${help}>${named.join(" · ")}</p>`;
}

/** Which class is in each column; who hears the page hears it with each image. @param {{store: Store, count: number}} props */
function ClassHeads({ store, count }) {
  const names = store.session.value?.images?.names ?? [];
  return Array.from(
    { length: count },
    (_, label) => html`<li key=${`class-${label}`} class="class-head" aria-hidden="true" title=${words.class(names[label] ?? "")}>${names[label] ?? label}</li>`,
  );
}

/** What D makes of them all; in slow motion what is shown in their place. @param {{store: Store, kind: Kind, mean: number|null}} props */
function HeadNote({ store, kind, mean }) {
  const batch = store.gallery.batch.value?.[kind];
  if (batch && mean === null) {
    const note = kind === "fake" && store.slow.phase.value?.pixelGradients ? texts.slowImages.gradients : texts.slowImages.batch(batch.images?.shape[0] ?? 0);
    return html`<span data-testid=${`batch-${kind}`}>${note}</span>`;
  }
  return html`<span data-testid=${`mean-${kind}`} data-tip-title=${words.meanTitle} data-tip=${words.meanHelp}>${mean === null ? "\u00a0" : words.mean(formatPercent(mean))}</span>`;
}

/** @param {{store: Store, kind: Kind, index: number, short: boolean, tabbable: boolean, focused: () => void}} props */
function Picture({ store, kind, index, short, tabbable, focused }) {
  const { verdicts, labels } = store.gallery.seen(kind);
  const batch = store.gallery.batch.value?.[kind] ?? null;
  const verdict = verdicts?.[index] ?? null;
  const label = labels ? (store.session.value?.images?.names[labels[index]] ?? null) : null;
  const shown = verdict === null ? null : formatPercent(verdict);
  const mark = kind === "fake" ? store.inspecting.markOf(index) : "";
  const choosing = kind === "fake" && !batch && store.inspecting.picking.value !== null;
  return html`<button
    type="button"
    class="picture-button"
    data-testid=${`${kind}-${index}`}
    tabindex=${tabbable ? 0 : -1}
    aria-label=${words.picture(words.one[kind], index + 1, label, shown)}
    data-tip-title=${label === null ? undefined : words.class(label)}
    aria-pressed=${choosing ? mark !== "" : undefined}
    onFocus=${focused}
    aria-disabled=${batch ? true : undefined}
    onClick=${() => batch || press(store, kind, index)}
  >
    <span class="tile-row">${store.gallery.parts(kind).map(({ id, images }) => html`<${Tile} key=${id} images=${images} index=${index} />`)}</span>
    ${mark && html`<b class="inspect-mark" data-mark=${mark} aria-hidden="true"></b>`}
    <span class=${`verdict-bar${(verdict ?? 0) > 0.5 ? " verdict-real" : ""}`}><i style=${{ width: `${100 * (verdict ?? 0)}%` }}></i></span>
    <span class="verdict-words">${shown === null ? "\u00a0" : short ? shown : words.verdict(shown)}</span>
  </button>`;
}

/** What is looked into is what the generator makes now. @param {Store} store @param {Kind} kind @param {number} index */
function press(store, kind, index) {
  if (kind === "fake") store.gallery.timeline.goTo(null);
  store.inspecting.press(kind, index);
}

/** How many images stand side by side. @param {HTMLElement|null} list */
function columnsOf(list) {
  if (!list) return 1;
  return getComputedStyle(list).gridTemplateColumns.split(" ").length;
}

/**
 * Where a key leads among images in rows; null where it leads nowhere.
 * @param {string} key
 * @param {number} place
 * @param {number} count
 * @param {number} columns
 * @returns {number|null}
 */
export function placeAfter(key, place, count, columns) {
  const ways = /** @type {Record<string, number>} */ ({
    ArrowLeft: place - 1,
    ArrowRight: place + 1,
    ArrowUp: place - columns,
    ArrowDown: place + columns,
    Home: 0,
    End: count - 1,
  });
  const next = ways[key];
  return next === undefined || next < 0 || next >= count ? null : next;
}
