// A signal is set only where its value is another: what comes often brings news rarely.

/** @param {import("../../vendor/signals.js").Signal<any>} signal @param {any} value of which JSON says everything */
export function update(signal, value) {
  if (JSON.stringify(signal.peek()) !== JSON.stringify(value)) signal.value = value;
}
