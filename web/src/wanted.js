// What the page asks the server to send with each frame: what it shows, and nothing else.
import { effect } from "../vendor/signals.js";
import { modelOf } from "./controls/model.js";
import { LAYERS } from "./layers/index.js";
import { command } from "./protocol.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {{always: string[], morph: string[]}} GraphArrays what the graph draws, and what also while noise moves in it */

/** Frames a second the picture can use: one per repaint of an ordinary screen. */
const FRAMES_PER_SECOND = 60;

/** Of images, which one looks at rather than watches. */
const IMAGES_PER_SECOND = 10;

/** Whatever is in the tool-tips of a sample. */
const ALWAYS_WANTED = ["real", "fake", "d_real", "d_fake", "gradients", "noise", "real_labels", "fake_labels"];

/** What is shown of images, beside the real ones themselves. */
const OF_IMAGES = ["fake", "d_real", "d_fake", "real_labels", "fake_labels"];

/**
 * Tells the server which arrays are needed, now and whenever that changes.
 * @param {Store} store
 * @param {GraphArrays} graph
 */
export function keepView(store, graph) {
  const wanted = () => (store.scene === "image" ? imagesWanted(store) : planeWanted(store, graph));
  effect(() => {
    if (store.connection.value.state === "open") store.send(command.view(wanted()));
  });
}

/** Those that the layers shown and the graph need. @param {Store} store @param {GraphArrays} graph */
function planeWanted(store, graph) {
  const shown = LAYERS.filter(({ id }) => store.layers.value[id]).flatMap((layer) => layer.arrays);
  const scores = store.slow.loss.value?.probability ? [] : ["d_real_raw", "d_fake_raw"];
  const morph = store.morphing.value ? graph.morph : [];
  const arrays = [...new Set([...ALWAYS_WANTED, ...graph.always, ...scores, ...shown, ...morph])];
  const density = store.density.wanted(store.layers.value.density);
  return { arrays, fps: FRAMES_PER_SECOND, units: store.units.value, density, ...commonWanted(store) };
}

/** Images are large, and real ones stay as they are: once is enough. @param {Store} store */
function imagesWanted(store) {
  const { paired, encodes } = modelOf(store) ?? {};
  const once = store.gallery.wantsReal.value ? ["real", ...(paired ? ["inputs"] : [])] : [];
  const arrays = [...once, ...OF_IMAGES, ...(encodes ? ["reconstruction"] : [])];
  return { arrays, fps: IMAGES_PER_SECOND, ...commonWanted(store) };
}

/** @param {Store} store */
function commonWanted(store) {
  const label = store.label.value;
  const instruments = store.instruments.wanted(store.catalog.value?.registries.instruments ?? []);
  return { label, instruments };
}
