// The noise on its way to where the generator sends it, in any picture of the plane.
import { effect } from "../../vendor/signals.js";
import { fake } from "../layers/fake.js";
import { manifold } from "../layers/manifold.js";
import { Morph } from "../lib/morph.js";

/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("./picture.js").Picture} Picture */

/** What is drawn of it in the large. */
export const MORPH_PAINTERS = Object.freeze([manifold, fake]);

/**
 * Shows frames in between for as long as the store's morph goes on.
 * @param {Picture} picture
 * @param {Store} store
 * @returns {() => void} stops
 */
export function followMorph(picture, store) {
  /** @type {Morph|null} */
  let morph = null;
  return effect(() => {
    const part = store.morph.value;
    const extent = store.session.value?.extent;
    if (part === null) morph = null;
    const frame = store.frame.value;
    if (part === null || !extent || !frame) return;
    morph ??= new Morph();
    picture.set({ frame: morph.at(frame, part, extent) });
  });
}
