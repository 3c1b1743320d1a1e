// What lies over the images: waiting, a run that diverged, a line that broke.
import { html } from "../../../vendor/htm-preact.js";
import { Banners, Obstacle } from "../messages.js";
import { DropHere } from "./drop-here.js";
import { FilmMaking } from "./film-making.js";

/** @typedef {import("../../store.js").Store} Store */

/** @param {{store: Store}} props */
export function Overlay({ store }) {
  return html`<div class="overlay"><${Obstacle} store=${store} /><${Banners} store=${store}><${FilmMaking} store=${store} /><//></div>
    <${DropHere} store=${store} />`;
}
