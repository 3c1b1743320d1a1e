// The brush in hand: mouse, pen and finger move it, and so do the keys.
import { PLANE } from "../../lib/data/limits.js";

/** @typedef {import("../../own-data.js").OwnData} OwnData */
/** @typedef {import("./points-picture.js").PointsPicture} PointsPicture */

/** How far an arrow key moves the brush, in plane units. */
const KEY_STEP = 0.05;

/** What a mouse's button presses with, and a finger. */
const USUAL_PRESSURE = 0.5;

/** The other end of a pen (Pointer Events, button 5). */
const PEN_ERASER = 32;

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** Handlers of one board. */
export class Brushwork {
  /**
   * @param {OwnData} own
   * @param {() => PointsPicture|null} pictureNow
   * @param {{say: (x: number, y: number) => void, leave: () => void}} board `say` tells where the
   *   brush is when nobody can see it move, `leave` puts the board away
   */
  constructor(own, pictureNow, { say, leave }) {
    this.own = own;
    this.pictureNow = pictureNow;
    this.say = say;
    this.leave = leave;
    this.at = { x: 0, y: 0 };
    this.corner = { left: 0, top: 0 };
    this.down = false;
  }

  /** @param {PointerEvent & {currentTarget: HTMLElement}} event */
  onPointerDown = (event) => {
    if (!event.isPrimary || (event.button !== 0 && !(event.buttons & PEN_ERASER))) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus({ preventScroll: true }); // a finger alone would not bring it
    this.corner = event.currentTarget.getBoundingClientRect();
    this.down = true;
    const { x, y } = this.placeOf(event);
    this.own.change((drawing) => drawing.begin(x, y, this.brush(event)));
    this.moveRing(x, y);
  };

  /** @param {PointerEvent & {currentTarget: HTMLElement}} event */
  onPointerMove = (event) => {
    if (!event.isPrimary) return;
    if (!this.down) this.corner = event.currentTarget.getBoundingClientRect();
    if (this.down) {
      const steps = event.getCoalescedEvents?.() ?? [];
      for (const step of steps.length > 0 ? steps : [event]) {
        const { x, y } = this.placeOf(step);
        this.own.change((drawing) => drawing.moveTo(x, y, this.brush(step)));
      }
    }
    const { x, y } = this.placeOf(event);
    this.moveRing(x, y);
  };

  /** @param {PointerEvent} event */
  onPointerUp = (event) => {
    if (!event.isPrimary || !this.down) return;
    this.down = false;
    this.own.change((drawing) => drawing.end());
    if (event.pointerType === "touch") this.hideRing();
  };

  /** A brush that draws stays in hand outside the board as well. */
  onPointerLeave = () => {
    if (!this.down) this.hideRing();
  };

  /** @param {KeyboardEvent} event */
  onKeyDown = (event) => {
    if (event.altKey) return;
    const act = event.ctrlKey || event.metaKey ? this.commandOf(event) : this.actionOf(event);
    if (!act) return;
    event.preventDefault();
    act();
    this.moveRing(this.at.x, this.at.y);
    this.say(this.at.x, this.at.y);
  };

  onFocus = () => this.moveRing(this.at.x, this.at.y);

  hideRing = () => this.pictureNow()?.set({ ring: null });

  /** @param {KeyboardEvent} event @returns {(() => void)|undefined} */
  commandOf({ key, shiftKey }) {
    if (key.toLowerCase() === "z") {
      return () => this.own.change((drawing) => (shiftKey ? drawing.redo() : drawing.undo()));
    }
    return key.toLowerCase() === "y" ? () => this.own.change((drawing) => drawing.redo()) : undefined;
  }

  /** @param {KeyboardEvent} event @returns {(() => void)|undefined} */
  actionOf({ key, shiftKey }) {
    const arrow = ARROWS[key];
    if (arrow) return () => this.step(arrow, shiftKey);
    if (key === " " || key === "Enter") return () => this.dab(this.own.erases.peek());
    if (key === "Delete" || key === "Backspace") return () => this.dab(true);
    return key === "Escape" ? this.leave : undefined;
  }

  /** Moves the brush by a step, lifted or drawing. @param {[number, number]} arrow @param {boolean} draws */
  step([dx, dy], draws) {
    const { at } = this;
    const x = within(at.x + dx * KEY_STEP);
    const y = within(at.y + dy * KEY_STEP);
    if (draws) {
      const brush = this.brush();
      this.own.change((drawing) => {
        drawing.begin(at.x, at.y, brush);
        drawing.moveTo(x, y, brush);
        drawing.end();
      });
    }
    this.at = { x, y };
  }

  /** @param {boolean} erases */
  dab(erases) {
    const { x, y } = this.at;
    this.own.change((drawing) => {
      drawing.begin(x, y, { ...this.brush(), erases });
      drawing.end();
    });
  }

  /** @param {PointerEvent} [event] @returns {import("../../lib/data/drawing.js").Brush} */
  brush(event) {
    const { own } = this;
    const pressure = event?.pointerType === "pen" ? event.pressure : USUAL_PRESSURE;
    const erases = own.erases.peek() || ((event?.buttons ?? 0) & PEN_ERASER) !== 0;
    return { radius: own.radius.peek(), erases, pressure };
  }

  /** @param {PointerEvent} event */
  placeOf({ clientX, clientY }) {
    const scale = this.pictureNow()?.scale;
    if (!scale) return this.at;
    const x = scale.xMin + (clientX - this.corner.left) / scale.perX;
    const y = scale.yMax - (clientY - this.corner.top) / scale.perY;
    return { x, y };
  }

  /** @param {number} x @param {number} y */
  moveRing(x, y) {
    const { radius, erases } = this.own;
    this.at = { x: within(x), y: within(y) };
    this.pictureNow()?.set({ ring: { x, y, radius: radius.peek(), erases: erases.peek() } });
  }
}

/** @param {number} value */
const within = (value) => Math.min(PLANE, Math.max(-PLANE, Number(value.toFixed(3))));
