// Which class of a model with labels the pictures show: one, or all in colours of their own.
import { html } from "../../vendor/htm-preact.js";
import { classesToShow } from "../gallery.js";
import { classColour } from "../lib/palette.js";
import { texts } from "../texts.js";
import { explained } from "./explain.js";
import { Icon } from "./icons.js";
import { usePalette } from "./palette-watch.js";

/** @typedef {import("../store.js").Store} Store */

const words = texts.classes;
const ALL = "all";

/** @param {{store: Store}} props nothing for a model without labels */
export function ClassPicker({ store }) {
  const palette = usePalette();
  const count = classesToShow(store.session.value, store.catalog.value);
  const label = store.label.value;
  const names = store.session.value?.images?.names ?? [];
  if (!count) return null;
  const choose = (/** @type {Event} */ event) => {
    const { value } = /** @type {HTMLSelectElement} */ (event.currentTarget);
    store.label.value = value === ALL ? null : Number(value);
  };
  const help = store.session.value?.classes ? words.pickerHelp : words.pickerRealHelp;
  const amongWords = store.scene === "image"; // beside other choices that look like words
  return html`<label class=${amongWords ? "preset" : "class-picker"} ...${explained(words.picker, help)}>
    <span>${words.picker}</span>
    ${label !== null &&
    store.scene === "plane" &&
    html`<svg class="layer-swatch" viewBox="0 0 14 14" aria-hidden="true">
      <path d="M7 3a4 4 0 1 1 0 8a4 4 0 1 1 0-8z" style=${{ fill: classColour(palette, label, count) }} />
    </svg>`}
    <select data-testid="class-picker" onChange=${choose}>
      <option value=${ALL} selected=${label === null}>${words.all}</option>
      ${Array.from({ length: count }, (_, index) => html`<option key=${index} value=${index} selected=${label === index}>${names[index] ?? index + 1}</option>`)}
    </select>
    ${amongWords && html`<${Icon} name="chevron" />`}
  </label>`;
}
