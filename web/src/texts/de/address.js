// German: the sentences about addresses that ask for what is not there.

/** @param {string[]} names */
function list(names) {
  const shown = names.slice(0, 5).map((name) => `„${name.length > 40 ? `${name.slice(0, 40)}…` : name}“`);
  return shown.join(", ") + (names.length > shown.length ? " und andere" : "");
}

/** @type {typeof import("../en/address.js").address} */
export const address = {
  unreadableTitle: {
    long: "Die Adresse ist zu lang, um sie zu lesen",
    malformed: "Die Adresse lässt sich nicht lesen",
  },
  usual: "Das Labor beginnt mit den üblichen Einstellungen.",
  goesOn: "Der Lauf dieses Fensters geht weiter, wie er war.",
  oddTitle: "Ein Teil der Adresse blieb unbeachtet",
  odd: (names) => `Das Labor kennt ${list(names)} nicht. Alles andere ist, wie die Adresse es verlangt.`,
  refusedTitle: "Die Einstellungen in der Adresse wurden abgelehnt",
  unknown: (names) => `Eine Einstellung ${list(names)} gibt es nicht.`,
  refused: (field, message) => (field ? `${list([field])}: ${message}` : message),
};
