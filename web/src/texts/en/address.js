// The sentences about addresses that ask for what is not there.

/** Names out of an address, short enough for a message. @param {string[]} names */
function list(names) {
  const shown = names.slice(0, 5).map((name) => `“${name.length > 40 ? `${name.slice(0, 40)}…` : name}”`);
  return shown.join(", ") + (names.length > shown.length ? " and others" : "");
}

export const address = {
  unreadableTitle: {
    long: "The address is too long to be read",
    malformed: "The address cannot be read",
  },
  usual: "The lab starts with the usual settings.",
  goesOn: "This tab’s run goes on as it was.",
  oddTitle: "A part of the address was left out",
  /** @param {string[]} names */
  odd: (names) => `The lab does not know ${list(names)}. Everything else is as the address asks.`,
  refusedTitle: "The settings in the address were refused",
  /** @param {string[]} names */
  unknown: (names) => `There is no setting ${list(names)}.`,
  /** @param {string} field @param {string} message */
  refused: (field, message) => (field ? `${list([field])}: ${message}` : message),
};
