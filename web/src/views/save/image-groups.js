// What of the panel of images can be saved: its part of the export menu.
import { formatCount } from "../../lib/format.js";
import { texts } from "../../texts.js";
import { filmPast, filmWalk, saveGrid, saveSlice, saveWalk } from "./save-images.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../menu.js").MenuGroup} MenuGroup */

const { groups, help, items } = texts.saveImages;

/** @param {Store} store @returns {MenuGroup} */
export function gridsGroup(store) {
  const { captions } = store.gallery;
  return {
    label: groups.grids,
    items: [
      { id: "save-real-png", label: items.real, act: () => void saveGrid(store, "real") },
      { id: "save-fake-png", label: items.fake, act: () => void saveGrid(store, "fake") },
      {
        id: "save-captions",
        label: items.captions,
        help: help.captions,
        checked: captions.value,
        act: () => void (captions.value = !captions.peek()),
      },
    ],
  };
}

/** @param {Store} store @returns {MenuGroup} */
export function walkGroup(store) {
  const disabled = store.gallery.making.value !== null;
  return {
    label: groups.walk,
    items: [
      { id: "save-walk-png", label: items.walkPng, act: () => void saveWalk(store) },
      { id: "save-walk-gif", label: items.walkGif, help: help.there, disabled, act: () => void filmWalk(store, "gif") },
      { id: "save-walk-webm", label: items.walkWebm, disabled, act: () => void filmWalk(store, "webm") },
      { id: "save-slice-png", label: items.slicePng, act: () => void saveSlice(store) },
    ],
  };
}

/** @param {Store} store @returns {MenuGroup} */
export function filmGroup(store) {
  const moments = store.gallery.timeline.moments.value;
  const last = moments.length - 1;
  const disabled = last < 1 || store.gallery.making.value !== null;
  const about = last < 1 ? help.noFilm : help.film(formatCount(moments.length), formatCount(moments[0].step), formatCount(moments[last].step));
  return {
    label: groups.film,
    items: [
      { id: "save-film-gif", label: items.filmGif, help: about, disabled, act: () => void filmPast(store, "gif") },
      { id: "save-film-webm", label: items.filmWebm, disabled, act: () => void filmPast(store, "webm") },
    ],
  };
}
