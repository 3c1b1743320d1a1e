// Whether the server's word on the session is of another run than its last one.

/** @typedef {import("./protocol.js").StateEvent} StateEvent */

/**
 * @param {StateEvent|null} before
 * @param {StateEvent} now
 * @param {import("./protocol.js").Catalog|null} catalog
 */
export function startsAnew(before, { config, origin }, catalog) {
  if (!before) return false;
  const fields = catalog?.fields ?? [];
  return (
    differs(before.origin ?? null, origin ?? null) ||
    fields.some(({ live, name }) => !live && differs(before.config[name], config[name]))
  );
}

/** @param {any} one @param {any} other */
const differs = (one, other) => JSON.stringify(one) !== JSON.stringify(other);
