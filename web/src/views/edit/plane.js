// Controls and graph in one plane: the controls are laid out by the stylesheet, the graph goes where they leave room.
import { html } from "../../../vendor/htm-preact.js";
import { useLayoutEffect, useRef, useState } from "../../../vendor/preact-hooks.js";
import { ModelGraph } from "../graph/model-graph.js";
import { CONTROLS, NODES, editLayout, settingLinks } from "./layout.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../graph/layouts.js").Box} Box */
/** @typedef {import("./layout.js").Places} Places */

/**
 * @param {{store: Store, children: import("preact").ComponentChildren}} props children are the groups
 *   of controls, and stand before the graph for the keyboard
 */
export function EditPlane({ store, children }) {
  const plane = useRef(/** @type {HTMLDivElement|null} */ (null));
  const places = usePlaces(plane);
  return html`<div class="edit-plane" ref=${plane}>
    ${children}
    ${NODES.map((id) => html`<div key=${id} class="edit-node" data-node=${id}></div>`)}
    ${places &&
    html`<div class="edit-graph">
      <${ModelGraph} store=${store} layout=${editLayout(places)}>
        <svg class="graph-edges" viewBox=${`0 0 ${places.width} ${places.height}`} aria-hidden="true">
          <path class="setting-link" d=${settingLinks(places)} />
        </svg>
      <//>
    </div>`}
  </div>`;
}

/**
 * Where the controls and the free places of the nodes are, now and whenever that changes.
 * @param {{current: HTMLDivElement|null}} plane
 * @returns {Places|null} null until the first measure, which comes before the first painting
 */
function usePlaces(plane) {
  const [places, setPlaces] = useState(/** @type {Places|null} */ (null));
  useLayoutEffect(() => {
    const element = plane.current;
    if (!element) return undefined;
    const measure = () => {
      const found = measured(element);
      setPlaces((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const part of element.querySelectorAll("[data-place], [data-node]")) observer.observe(part);
    return () => observer.disconnect();
  }, []);
  return places;
}

/** @param {HTMLElement} plane @returns {Places} */
function measured(plane) {
  const origin = plane.getBoundingClientRect();
  /** @param {string} selector @returns {Box|undefined} */
  const boxOf = (selector) => {
    const found = plane.querySelector(selector)?.getBoundingClientRect();
    return found && {
      x: Math.round(found.left - origin.left),
      y: Math.round(found.top - origin.top),
      width: Math.round(found.width),
      height: Math.round(found.height),
    };
  };
  const nodes = Object.fromEntries(NODES.map((id) => [id, boxOf(`[data-node=${id}]`)]));
  const controls = Object.fromEntries(CONTROLS.map((id) => [id, boxOf(`[data-place=${id}]`)]));
  return /** @type {Places} */ ({ width: plane.clientWidth, height: plane.clientHeight, nodes, controls });
}
