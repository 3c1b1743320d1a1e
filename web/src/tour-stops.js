// The stops of the guided tour: what each points at, what it asks for, and when that has been done.
import { presetOf } from "./controls/presets.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {{discriminator: number, generator: number}} Alone steps of one player, since the stop began */

/**
 * @typedef {object} Visit what a stop looks at to see whether it was done
 * @property {Store} store
 * @property {Alone} alone
 * @property {any} mark what `mark` found when the task began
 */

/**
 * @typedef {object} Stop
 * @property {StopId} id names its words in texts.tour.stops
 * @property {string} control data-testid of what it is about: where a link hides it, the stop is left out
 * @property {(store: Store) => string[]} targets selectors of what it points at; the first that is on the page
 * @property {"model"|"metrics"} [tab] that has to be open on small screens
 * @property {(store: Store) => void} [prepare] makes the target be there
 * @property {string[]} [predictions] answers to the question before
 * @property {(store: Store) => any} [mark] what to compare with later
 * @property {(visit: Visit) => boolean} [done] there is nothing to do where it is missing
 */

/** @typedef {"data"|"colours"|"play"|"d-only"|"g-only"|"layers"|"loss"|"break"|"metrics"|"end"} StopId */

/** Steps after which one sees what a run does. */
const SEEN = 150;
const COLLAPSED = 1000;

/** Presses of a single step that show what it does. */
const PRESSES = 3;

const PRESET_TO_BREAK = "mode_collapse";

/** @param {string} testid */
const control = (testid) => `[data-testid="${testid}"]`;

/** Whether the run is the one that fails on purpose. @param {Store} store */
function isBroken(store) {
  const catalog = store.catalog.value;
  const config = store.session.value?.config;
  return !!catalog && !!config && presetOf(catalog, config)?.id === PRESET_TO_BREAK;
}

/** @param {Store} store */
const lastStep = (store) => store.history.steps.at(-1) ?? 0;

/** @type {Stop[]} */
export const STOPS = [
  {
    id: "data",
    control: "distribution-moons",
    targets: () => [".thumbnails", control("distribution-moons")],
    mark: (store) => store.session.peek()?.config.data,
    done: ({ store, mark }) => JSON.stringify(store.session.value?.config.data) !== JSON.stringify(mark),
  },
  { id: "colours", control: "plot", targets: () => [control("plot")] },
  {
    id: "play",
    control: "play",
    targets: () => [control("play"), control("pause")],
    predictions: ["spread", "rush", "stay"],
    mark: (store) => store.readout.peek().step,
    done: ({ store, mark }) => store.readout.value.step >= (store.readout.value.step < mark ? 0 : mark) + SEEN,
  },
  {
    id: "d-only",
    control: "step-discriminator",
    targets: (store) => [store.playing.value ? control("pause") : control("step-discriminator"), control("step-discriminator")],
    predictions: ["dots", "colours", "both"],
    done: ({ alone }) => alone.discriminator >= PRESSES,
  },
  {
    id: "g-only",
    control: "step-generator",
    targets: (store) => [store.playing.value ? control("pause") : control("step-generator"), control("step-generator")],
    done: ({ alone }) => alone.generator >= PRESSES,
  },
  {
    id: "layers",
    control: "layer-manifold",
    targets: () => [control("layer-manifold"), control("graph-layer-manifold")],
    mark: (store) => store.layers.peek().manifold,
    done: ({ store, mark }) => store.layers.value.manifold !== mark,
  },
  {
    id: "loss",
    control: "edit",
    tab: "model",
    targets: () => [control("loss")],
    prepare: (store) => (store.graphMode.value = "edit"),
    mark: (store) => store.session.peek()?.config.loss.id,
    done: ({ store, mark }) => store.session.value?.config.loss.id !== mark,
  },
  {
    id: "break",
    control: "preset",
    targets: (store) => (isBroken(store) ? [control("play"), control("pause")] : [control("preset")]),
    predictions: ["all", "jump", "still"],
    // the history is the new run's from its beginning; the readout may still be that of the run before
    done: ({ store }) => isBroken(store) && store.readout.value.step >= COLLAPSED && lastStep(store) >= COLLAPSED,
  },
  {
    id: "metrics",
    control: "chart-js-divergence",
    tab: "metrics",
    targets: () => [control("chart-js-divergence"), ".panel.metrics"],
  },
  { id: "end", control: "panel-learn", targets: () => [control("panel-learn")] },
];
