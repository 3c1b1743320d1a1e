// Keeps what an inspection says up to date for as long as a part of the page shows it.
import { useEffect, useRef, useState } from "../../../vendor/preact-hooks.js";
import { InspectionLine } from "../../inspecting.js";

/** @typedef {import("../../store.js").Store} Store */
/** @typedef {import("../../inspecting.js").Told} Told */

const clock = {
  now: () => performance.now(),
  after: (/** @type {() => void} */ run, /** @type {number} */ delayMs) => setTimeout(run, delayMs),
  cancel: (/** @type {any} */ timer) => clearTimeout(timer),
};

/** @type {Told} */
const NOTHING = { found: null, error: null };

/**
 * @param {Store} store
 * @param {string} id of an inspection
 * @param {Record<string, any>|null} params null: nothing is wanted now
 * @param {number} [everyMs] not more often than this while the run plays
 * @returns {Told} the newest answer; while another is on its way, the one before
 */
export function useInspection(store, id, params, everyMs = 300) {
  const [told, tell] = useState(NOTHING);
  const line = useRef(/** @type {InspectionLine|null} */ (null));
  line.current ??= new InspectionLine((kind, wanted) => store.inspecting.ask(kind, wanted), tell, clock);
  const { step } = store.readout.value;
  const ready = store.ready.value;
  const label = store.label.value;
  const run = store.session.value?.id;
  const seed = JSON.stringify(store.session.value?.config ?? null);
  const key = JSON.stringify(params);
  useEffect(() => line.current?.forget(), [ready, label, run, seed]); // another answer, at the same step
  useEffect(() => {
    if (params === null) tell(NOTHING);
    line.current?.want(params && ready ? { id, params, step, everyMs } : null);
  }, [id, key, step, ready, label, run, seed]);
  useEffect(() => () => line.current?.want(null), []);
  return told;
}
