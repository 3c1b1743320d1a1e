// The upload sheet's state: what was given, what was chosen about it, and what became of it.
import { signal } from "../vendor/signals.js";
import { DataReader, browser } from "./data-reader.js";
import { FIRST_CHOICES } from "./lib/data/reading.js";

/** @typedef {import("./lib/data/reading.js").Choices} Choices */
/** @typedef {import("./lib/data/reading.js").Limits} Limits */
/** @typedef {import("./lib/data/reading.js").Reading} Reading */
/** @typedef {{name: string|null, bytes: number}} Source a file, or (without a name) a long text pasted */

/** A longer text is not shown in the text field: laying it out would freeze the page. */
export const LONGEST_SHOWN = 100_000;

/** Who types is not told what is wrong before they pause. */
const TYPING_PAUSE_MS = 350;

/** @typedef {import("./data-reader.js").World} World */

/** What is on the sheet stays there when it is closed. */
export class Upload {
  /** @param {World} [world] */
  constructor(world = browser) {
    this.world = world;
    this.open = signal(false);
    /** A file, or a text too long to be shown; null while the text field is the source. */
    this.source = signal(/** @type {Source|null} */ (null));
    this.text = signal("");
    this.choices = signal(FIRST_CHOICES);
    this.reading = signal(/** @type {Reading|null} */ (null));
    this.waiting = signal(false);
    this.spread = signal(0);
    /** @type {Limits} */
    this.limits = { fewest: 1, most: 1 };
    this.reader = new DataReader((reading) => {
      this.reading.value = reading;
      this.waiting.value = false;
    }, world);
    /** @type {any} */
    this.timer = null;
  }

  /** Shows the sheet. @param {number} spread at first @param {Limits} limits */
  show(spread, limits) {
    this.limits = limits;
    this.spread.value ||= spread;
    this.open.value = true;
  }

  /** @param {File} file */
  takeFile(file) {
    this.source.value = { name: file.name, bytes: file.size };
    this.begin(file);
  }

  /** @param {string} text typed or pasted */
  takeText(text) {
    const long = text.length > LONGEST_SHOWN;
    this.source.value = long ? { name: null, bytes: text.length } : null;
    this.text.value = long ? "" : text;
    if (text.trim() === "") return this.clear();
    this.waiting.value = true;
    this.world.clearTimer(this.timer);
    this.timer = this.world.setTimer(() => this.begin(long ? new Blob([text]) : text), TYPING_PAUSE_MS);
  }

  /** Takes the source away again. */
  clear() {
    this.world.clearTimer(this.timer);
    this.reader.close();
    this.source.value = null;
    this.reading.value = null;
    this.waiting.value = false;
  }

  /** @param {Blob|string} source */
  begin(source) {
    this.world.clearTimer(this.timer);
    const { x, y, named, leaveOut } = FIRST_CHOICES; // another table has other columns
    this.choices.value = { ...this.choices.peek(), x, y, named, leaveOut };
    this.waiting.value = true;
    this.reader.open(source, this.choices.value, this.limits);
  }

  /** @param {Partial<Choices>} changes */
  choose(changes) {
    this.choices.value = { ...this.choices.peek(), ...changes };
    this.waiting.value = true;
    this.reader.change(this.choices.value, this.limits);
  }
}
