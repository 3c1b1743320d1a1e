// What the diagnosis says of images while nothing goes wrong: what was measured, and what it comes to.
import { formatPercent } from "../../lib/format.js";
import { texts } from "../../texts.js";

/** @typedef {import("../../store.js").Store} Store */

const words = texts.time;

const RIGHT = ["d_right_on_real", "d_right_on_fakes"];
const CLASSES = "image_classes";
const DISTANCE = "image_frechet";

/** Detectors need four readings, 50 steps apart, to say anything: before, silence means little. */
const EARLY = 200;

/** Above that D is seldom wrong: no failure by itself, and no balance. */
const MOST_RIGHT = 0.95;

/** Of all classes: with fewer among the fakes there is nothing to be content with yet. */
const FEWEST_CLASSES = 0.8;

/**
 * @param {Store} store
 * @returns {import("../diagnosis.js").Calm|null} null before anything was trained or measured
 */
export function balanceOf(store) {
  const { metrics, step } = store.readout.value;
  const values = RIGHT.map((id) => metrics[id]);
  if (step === 0 || values.some((value) => value === undefined)) return null;
  const right = (values[0] + values[1]) / 200;
  const entry = store.catalog.value?.registries.metrics?.find(({ id }) => id === RIGHT[0]);
  const good = step >= EARLY && right <= MOST_RIGHT && shareOfClasses(store) >= FEWEST_CLASSES;
  const text = [words.right(formatPercent(right), entry?.samples ?? 0), classesWords(store), good && distanceWords(store)];
  const title = good ? words.balanced : step < EARLY ? words.early : words.unremarkable;
  return { title, text: text.filter(Boolean).join(" "), good };
}

/** By the instrument, where it is chosen and has read something. @param {Store} store */
function classesWords({ instruments }) {
  const found = classesOf(instruments);
  return found ? words.classes(found.present, found.of, found.samples) : "";
}

/** 1 where nothing is known of classes. @param {Store} store */
function shareOfClasses({ instruments }) {
  const found = classesOf(instruments);
  return found ? found.present / found.of : 1;
}

/** @param {import("../../instruments.js").Instruments} instruments */
function classesOf(instruments) {
  const reading = chosen(instruments, CLASSES);
  if (reading?.value === undefined || !reading.shares || !reading.by) return null;
  return { present: reading.value, of: reading.shares.length, samples: reading.by.samples };
}

/** @param {Store} store */
const distanceWords = ({ instruments }) => (chosen(instruments, DISTANCE)?.value === undefined ? "" : words.distance);

/** @param {import("../../instruments.js").Instruments} instruments @param {string} id */
const chosen = (instruments, id) => (instruments.chosen.value.includes(id) ? instruments.readings.value[id] : undefined);
