// What controls asked of the server: the commands under way, and how the last ones were answered.
import { signal } from "../vendor/signals.js";
import { changesBetween, difference } from "./controls/changes.js";
import { controlId } from "./controls/ids.js";
import { command } from "./protocol.js";
import { texts } from "./texts.js";

/** @typedef {import("./protocol.js").Command} Command */
/** @typedef {import("./protocol.js").ErrorEvent} ErrorEvent */
/** @typedef {import("./protocol.js").RunConfig} RunConfig */

/** Knows which control asked for what; a control is known by its id, which is its data-testid. */
export class Asking {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store;
    /** Refusals by control id; each control shows its own. */
    this.errors = signal(/** @type {Record<string, string>} */ ({}));
    /** Values sent and not yet answered, by control id: shown until the answer comes. */
    this.pending = signal(/** @type {Record<string, any>} */ ({}));
    /** The change that took effect last, so that its control can show it. */
    this.applied = signal(/** @type {{control: string, count: number}|null} */ (null));
    /** @type {Map<number, string>} the control behind each command under way */
    this.requests = new Map();
  }

  /** @param {string} control */
  markApplied(control) {
    this.setError(control, null);
    this.applied.value = { control, count: (this.applied.peek()?.count ?? 0) + 1 };
  }

  /**
   * The control whose command a message answers, once.
   * @param {number|null|undefined} request
   * @returns {string|undefined}
   */
  answered(request) {
    if (!request) return undefined;
    const control = this.requests.get(request);
    this.requests.delete(request);
    if (control && control in this.pending.peek()) {
      const { [control]: _answered, ...others } = this.pending.peek();
      this.pending.value = others;
    }
    return control;
  }

  /**
   * Sends a configuration change on behalf of a control, which then shows its effect or refusal.
   * @param {string} control its id, which is also its data-testid
   * @param {RunConfig} changes
   * @param {any} [value] what the control shows until the answer comes
   */
  configure(control, changes, value) {
    this.submit(control, command.configure(changes), value);
  }

  /**
   * Sends a command on behalf of a control, which then shows its effect or refusal.
   * @param {string} control its id, which is also its data-testid
   * @param {Command} wanted
   * @param {any} [value] what the control shows until the answer comes
   */
  submit(control, wanted, value) {
    this.errors.value = {}; // they speak of what was asked before
    const request = this.store.send(wanted);
    if (!request) return this.setError(control, texts.offline);
    this.note(request, control);
    this.store.supply.hear(request, { control, wanted, value });
    if (value !== undefined) this.pending.value = { ...this.pending.peek(), [control]: value };
  }

  /**
   * Takes back the last change of the configuration, or makes it again. The control that it
   * concerns shows that it took effect, as after a change by hand.
   * @param {-1|1} direction
   */
  travel(direction) {
    const journey = this.store.undo.journey(direction);
    const catalog = this.store.catalog.peek();
    if (!journey || !catalog) return;
    this.errors.value = {};
    const request = this.store.send(command.configure(difference(journey.from, journey.to)));
    if (!request) return this.store.refuse(texts.offline);
    const [first] = changesBetween(catalog, journey.from, journey.to);
    if (first) this.note(request, first.control);
    this.store.undo.depart(journey, request);
  }

  /** Notes which control is behind a command that was sent. @param {number} request @param {string} control */
  note(request, control) {
    this.requests.set(request, control);
  }

  /**
   * A refusal, with the name of the number or switch that it speaks of where another control caused
   * it: other choices say what they are.
   * @param {ErrorEvent} error
   * @param {string} control that caused it
   */
  about({ field: name, message }, control) {
    const field = this.store.catalog.peek()?.fields.find((other) => other.name === name);
    const elsewhere = field && field.registry === null && controlId(field.name) !== control;
    return elsewhere ? texts.about(field.label, message) : message;
  }

  /** Waits no longer for any answer. */
  forget() {
    this.requests.clear();
    this.pending.value = {};
  }

  /** Shows or clears a refusal at a control. @param {string} control @param {string|null} message */
  setError(control, message) {
    const { [control]: before, ...others } = this.errors.peek();
    if (message === null && before === undefined) return;
    this.errors.value = message === null ? others : { ...others, [control]: message };
  }
}
