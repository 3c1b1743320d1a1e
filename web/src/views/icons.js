// The page's icons: 16-unit outlines in the colour of the text around them.
import { html } from "../../vendor/htm-preact.js";

const PATHS = {
  slow: "M8 2.5a5.5 5.5 0 1 0 5.5 5.5M9.6 2.8l.3.1M11.6 3.9l.2.2M13 5.7l.1.3M8 5v3.2l2 1.3",
  next: "M6 3.5 10.5 8 6 12.5",
  latest: "M3.5 4 8.5 8l-5 4zM12 4v8",
  reset: "M3.1 5.6A5.4 5.4 0 1 1 2.6 8.6M3 2.4v3.4h3.4",
  undo: "M5.2 3 2.4 5.8l2.8 2.8M2.6 5.8h6.9a3.6 3.6 0 0 1 0 7.2H6",
  redo: "M10.8 3l2.8 2.8-2.8 2.8M13.4 5.8H6.5a3.6 3.6 0 0 0 0 7.2H10",
  draw: "M2.5 11.5c1.6-6 3.4-6.6 4.6-3.6s2.6 3 3.6.4 1.6-3 2.8-3.3",
  upload: "M8 10.3V2.8M5 5.6l3-3 3 3M2.8 11v2.4h10.4V11",
  chevron: "M4.5 6.5 8 10l3.5-3.5",
  plus: "M8 3.5v9M3.5 8h9",
  minus: "M3.5 8h9",
  check: "M3 8.5 6.5 12 13 4.5",
  close: "M4 4l8 8M12 4l-8 8",
  warning: "M8 2.5 14.3 13.5H1.7zM8 6.5v3.5M8 11.9v.1",
  theme: "M8 2.6a5.4 5.4 0 1 0 0 10.8a5.4 5.4 0 1 0 0-10.8M8 2.6v10.8",
  help: "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M6.4 6.5a1.65 1.65 0 1 1 2.4 1.45c-.55.3-.8.6-.8 1.15v.2M8 11.2v.1",
  eye: "M1.8 8s2.3-4 6.2-4 6.2 4 6.2 4-2.3 4-6.2 4-6.2-4-6.2-4zM8 6.2a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 1 0 0-3.6",
  export: "M8 2.2v7.3M5 6.7l3 3 3-3M2.8 11v2.4h10.4V11",
  share: "M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.5-2.5a2.6 2.6 0 0 0-3.7-3.7L8.3 4M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.1 9.2a2.6 2.6 0 0 0 3.7 3.7l.9-.9",
  screen: "M2.2 3h11.6v7.8H2.2zM8 10.8v2.4M5.4 13.2h5.2",
  grow: "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3",
  shrink: "M6 3v3H3M13 6h-3V3M10 13v-3h3M3 10h3v3",
  menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
  edit: "m3 13 .6-2.7 7.2-7.2 2.1 2.1-7.2 7.2z",
  unseen: "M1.8 8s2.3-4 6.2-4 6.2 4 6.2 4-2.3 4-6.2 4-6.2-4-6.2-4zM3 13 13 3",
  palette: "M5 5.2a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6M11.5 4.7 14.8 8l-3.3 3.3L8.2 8z",
};

/** What is filled of the icons that are not outlines alone. @type {Record<string, string>} */
const FILLED = { theme: "M8 2.6v10.8a5.4 5.4 0 0 0 0-10.8z" };

/** @typedef {keyof typeof PATHS} IconName */

/** @param {{name: IconName}} props */
export function Icon({ name }) {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d=${PATHS[name]} />${FILLED[name] && html`<path class="icon-filled" d=${FILLED[name]} />`}
  </svg>`;
}

/** Triangle or bars of the play button. @param {{playing: boolean}} props */
export function PlayIcon({ playing }) {
  const path = playing ? "M5.5 4h3v12h-3zM11.5 4h3v12h-3z" : "M6.5 3.5v13l10-6.5z";
  return html`<svg class="icon icon-solid" viewBox="0 0 20 20" aria-hidden="true">
    <path d=${path} />
  </svg>`;
}

/** Two rings that meet: data and fakes. */
export function Mark() {
  return html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
    <circle class="mark-real" cx="9" cy="12" r="6.5" />
    <circle class="mark-fake" cx="15" cy="12" r="6.5" />
  </svg>`;
}
