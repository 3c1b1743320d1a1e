// Models as files: saves the run as the server holds it, and opens one that was saved.
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

/** @typedef {{field: string, expected: string, got: string, message: string}} Refusal */

/** @param {Store} store */
const pathOf = (store) => `/api/sessions/${encodeURIComponent(store.session.peek()?.id ?? "")}/model`;

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
  const { config, step } = parseMetadata(document);
  return `ganlab-${JSON.parse(config).data.id}-step-${step}.safetensors`;
}

/** @param {Store} store @param {Desk} desk */
export async function saveModel(store, desk) {
  const words = texts.models;
  const response = await desk.fetch(pathOf(store)).catch(() => null);
  if (!response?.ok) {
    const reason = (response && (await refusalOf(response))?.message) ?? words.unreachable;
    return say(store, "refused", words.notSavedTitle, words.notSaved(reason));
  }
  const document = await response.arrayBuffer();
  desk.keep(nameOf(document), new Blob([document]));
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
  if (file.size > LARGEST_MODEL) return refuse(words.tooLarge);
  const response = await desk.fetch(pathOf(store), { method: "PUT", body: file }).catch(() => null);
  if (!response) return refuse(words.unreachable);
  if (!response.ok) {
    const found = await refusalOf(response);
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
