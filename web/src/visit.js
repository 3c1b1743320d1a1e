// Opening an address: when the page starts, and when another one is pasted into the same tab.
import { showPage } from "./address.js";
import { texts } from "./texts.js";

/** @typedef {import("./address.js").Address} Address */
/** @typedef {import("./connection.js").Refusal} Refusal */
/** @typedef {import("./link.js").Link} Link */
/** @typedef {import("./link.js").RunLink} RunLink */
/** @typedef {import("./link.js").Unreadable} Unreadable */
/** @typedef {import("./protocol.js").RunConfig} RunConfig */
/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./url.js").Remembered} Remembered */

/** @param {Store} store @param {string} title @param {string} message */
function tell(store, title, message) {
  store.notice.value = { type: "notice", kind: "address", title, message };
}

/** @param {Store} store @param {Link} link */
function tellOdd(store, { odd }) {
  if (odd.length > 0) tell(store, texts.address.oddTitle, texts.address.odd(odd));
}

/**
 * Shows what the address asks for, and says which run the page begins with. A link wins over the
 * run that the tab remembers, unless it is that very run's: a reload finds its own again.
 * @param {Store} store
 * @param {Address} address
 * @param {Link|Unreadable} link
 * @param {Remembered|null} remembered
 * @returns {{id: string|null} & RunLink}
 */
export function arrive(store, address, link, remembered) {
  const { id, config, pretrained } = remembered ?? { id: null, config: {} };
  const own = { id, config, ...(pretrained && { pretrained }) };
  if (!link.readable) {
    address.hold();
    const words = texts.address;
    tell(store, words.unreadableTitle[link.why], remembered ? words.goesOn : words.usual);
    return own;
  }
  tellOdd(store, link);
  if (!link.asks) return own;
  showPage(store, link.page);
  return remembered?.address === link.runText ? own : { id: null, ...link.run };
}

/**
 * Follows an address that was pasted into the page's own tab.
 * @param {Store} store
 * @param {Address} address
 * @param {Link|Unreadable} link
 * @param {(run: RunLink) => void} begin leaves this run for a new one
 */
export function turnTo(store, address, link, begin) {
  if (!link.readable) {
    address.hold();
    tell(store, texts.address.unreadableTitle[link.why], texts.address.goesOn);
    return;
  }
  tellOdd(store, link);
  if (!link.asks) return;
  const same = link.runText === address.present;
  showPage(store, link.page);
  if (same) return;
  address.runText = link.runText;
  store.leaveRun();
  begin(link.run);
}

/**
 * Says why the server did not take the settings of an address, which is left standing.
 * @param {Store} store
 * @param {Address} address
 * @param {Refusal} refusal
 * @param {RunConfig} config what was asked for
 */
export function tellRefused(store, address, { message, field }, config) {
  address.hold();
  const known = store.catalog.peek()?.fields.map(({ name }) => name) ?? [];
  const unknown = Object.keys(config).filter((name) => !known.includes(name));
  const words = texts.address;
  const reason = unknown.length > 0 ? words.unknown(unknown) : words.refused(field ?? "", message);
  tell(store, words.refusedTitle, `${reason} ${words.usual}`);
}
