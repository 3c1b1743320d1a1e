// Asks the server what it says of drafted layers: shapes, numbers of weights, the first that does not fit.
import { effect } from "../vendor/signals.js";
import { BUILDERS } from "./layer-draft.js";
import { plain } from "./lib/layer-list.js";

/** @typedef {import("./layer-draft.js").Builder} Builder */
/** @typedef {import("./layer-draft.js").LayerDraft} LayerDraft */
/** @typedef {import("./layer-draft.js").Verdict} Verdict */

/** Whoever steps a number or drags a layer does not want an answer to each place on the way. */
export const CHECK_PAUSE_MS = 120;

/** Before a server that did not answer is asked again. */
export const RETRY_MS = 3000;

export const CHECK_PATH = "/api/layers/check";

/**
 * @typedef {object} Line what this needs from the browser
 * @property {(path: string, init?: RequestInit) => Promise<Response>} fetch
 * @property {(run: () => void, delayMs: number) => any} setTimer
 * @property {(timer: any) => void} clearTimer
 */

/**
 * Keeps the verdicts of a draft up to date.
 * @param {LayerDraft} draft
 * @param {Line} line
 * @returns {() => void} ends it
 */
export function keepChecked(draft, line) {
  const ends = BUILDERS.map((player) => effect(() => follow(draft, player, line)));
  return () => ends.forEach((end) => end());
}

/** @param {LayerDraft} draft @param {Builder} player @param {Line} line @returns {(() => void)|undefined} gives up the question */
function follow(draft, player, line) {
  const of = draft.stacks.value[player];
  const place = draft.builtFor.value?.[player];
  const connected = draft.store.connection.value.state === "open";
  if (!place) return undefined;
  const trained = draft.rows.value?.[player];
  if (trained && !draft.differs(player)) {
    settle(draft, player, { of, rows: trained, weights: sum(trained), problem: null });
    return undefined;
  }
  if (!connected) {
    draft.unasked.value = true;
    return undefined;
  }
  let over = false;
  const ask = async () => {
    const verdict = await asked(of, place, line);
    if (over) return;
    draft.unasked.value = verdict === null;
    if (verdict) settle(draft, player, verdict);
    else timer = line.setTimer(ask, RETRY_MS);
  };
  let timer = line.setTimer(ask, CHECK_PAUSE_MS);
  return () => {
    over = true;
    line.clearTimer(timer);
  };
}

/** @param {import("./lib/layer-list.js").LayerList} of @param {object} place @param {Line} line @returns {Promise<Verdict|null>} null without an answer */
async function asked(of, place, { fetch }) {
  try {
    const response = await fetch(CHECK_PATH, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...place, layers: plain(of) }),
    });
    if (!response.ok) return null;
    const { layers, weights, problem } = await response.json();
    return { of, rows: layers, weights, problem };
  } catch {
    return null; // no line to the server
  }
}

/** @param {LayerDraft} draft @param {Builder} player @param {Verdict} verdict */
function settle(draft, player, verdict) {
  draft.verdicts.value = { ...draft.verdicts.peek(), [player]: verdict };
}

/** @param {{weights: number}[]} rows */
const sum = (rows) => rows.reduce((total, { weights }) => total + weights, 0);
