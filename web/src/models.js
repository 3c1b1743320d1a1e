// Models as files: saves the run as the server holds it, or one of its networks, and opens one that was saved.
import { parseMetadata } from "./lib/safetensors.js";
import { texts } from "./texts.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./protocol.js").StateEvent} StateEvent */

/** The largest file that the server takes, in bytes. */
export const LARGEST_MODEL = 64 * 1024 * 1024;

/**
 * @typedef {object} Desk what this needs from the browser, so that tests can give theirs
 * @property {(path: string, init?: RequestInit) => Promise<Response>} fetch
 * @property {(name: string, contents: Blob) => void} keep stores a file for the reader
 */

/** @typedef {import("./connection.js").Refusal & {field: string, expected: string}} Refusal */

/** The longest header that the server reads, and the bytes before it that say how long it is. */
const LONGEST_HEADER = 256 * 1024;
const LENGTH_BYTES = 8;

/** @param {Store} store @param {string} [what] of it */
const pathOf = (store, what = "model") => `/api/sessions/${encodeURIComponent(store.session.peek()?.id ?? "")}/${what}`;

/** @param {Store} store @param {string} kind @param {string} title @param {string} message */
function say(store, kind, title, message) {
  store.notice.value = { type: "notice", kind, title, message };
}

/** Why the server refused, in its words. @param {Response} response @returns {Promise<Refusal|null>} */
async function refusalOf(response) {
  const body = await response.json().catch(() => null);
  return body?.error ?? null;
}

/** A name that says what is in the file. @param {ArrayBuffer} document */
function nameOf(document) {
  const { config, run, player, step } = parseMetadata(document);
  const parts = [JSON.parse(config ?? run).data.id.replaceAll("_", "-"), player, "step", step];
  return `ganlab-${parts.filter(Boolean).join("-")}.safetensors`;
}

/**
 * @param {Store} store
 * @param {Desk} desk
 * @param {import("./layer-draft.js").Builder} [network] one alone; without, the whole run
 */
export async function saveModel(store, desk, network) {
  const words = texts.models;
  const response = await desk.fetch(pathOf(store, network && `networks/${network}`)).catch(() => null);
  if (!response?.ok) {
    const reason = (response && (await refusalOf(response))?.message) ?? words.unreachable;
    return say(store, "refused", words.notSavedTitle, words.notSaved(reason));
  }
  const document = await response.arrayBuffer();
  desk.keep(nameOf(document), new Blob([document]));
  if (!network && document.byteLength > LARGEST_MODEL) say(store, "refused", words.savedTitle, words.savedLarge);
}

/**
 * The texts in the header of a file; null where it is no safetensors with some.
 * @param {File} file
 * @returns {Promise<Record<string, string>|null>}
 */
async function notesOf(file) {
  const start = await file.slice(0, LENGTH_BYTES).arrayBuffer();
  if (start.byteLength < LENGTH_BYTES) return null;
  const length = Number(new DataView(start).getBigUint64(0, true));
  if (length > LONGEST_HEADER) return null;
  try {
    return parseMetadata(await file.slice(0, LENGTH_BYTES + length).arrayBuffer());
  } catch {
    return null;
  }
}

/**
 * What keeps a file from being opened here, as far as its header tells; null: nothing.
 * @param {Store} store
 * @param {File} file
 */
async function obstacleIn(store, file) {
  const words = texts.models;
  if (file.size > LARGEST_MODEL) return words.tooLarge;
  const notes = await notesOf(file);
  if (notes?.architecture !== undefined) return words.network(file.name);
  if (notes?.config === undefined) return words.noModel(file.name);
  const scene = /"scene": ?"image"/.test(notes.config) ? "image" : "plane";
  return scene === store.scene ? null : words.otherScene[scene](file.name);
}

/**
 * Has the server go on from a saved model. Every page of the session sees it.
 * @param {Store} store
 * @param {File} file
 * @param {Desk} desk
 */
export async function openModel(store, file, desk) {
  const words = texts.models;
  const refuse = (/** @type {string} */ reason) => say(store, "refused", words.refusedTitle, words.refused(reason));
  const obstacle = await obstacleIn(store, file);
  if (obstacle !== null) return refuse(obstacle);
  const response = await desk.fetch(pathOf(store), { method: "PUT", body: file }).catch(() => null);
  if (!response) return refuse(words.unreachable);
  if (!response.ok) {
    const found = await refusalOf(response);
    if (found?.missing) {
      store.supply.offer(found.missing, { again: () => void openModel(store, file, desk) });
      return refuse(words.missing);
    }
    return refuse(response.status === 422 && found ? words.wrong(found) : (found?.message ?? words.unreachable));
  }
  const state = /** @type {StateEvent} */ (await response.json());
  say(store, "opened", words.openedTitle, words.opened(file.name, state.step));
}

/** Hands the reader a file, as a download. @param {string} name @param {Blob} contents */
export function keepFile(name, contents) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(contents);
  link.download = name;
  link.click();
  // The browser reads it after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
