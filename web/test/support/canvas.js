// A drawing context that writes down what it was told, and canvases that hand it out.

/** Calls and property changes in order, for tests of drawing. */
export class RecordingContext {
  /** @param {RecordingCanvas} canvas */
  constructor(canvas) {
    this.canvas = canvas;
    /** @type {{name: string, args: any[], state: Record<string, any>}[]} */
    this.calls = [];
    /** @type {Record<string, any>} */
    this.state = {};
    return new Proxy(this, { get: getProperty, set: setProperty });
  }

  /** @param {string} name */
  named(name) {
    return this.calls.filter((call) => call.name === name);
  }

  /** @param {number} width @param {number} height */
  createImageData(width, height) {
    return { width, height, data: new Uint8ClampedArray(4 * width * height) };
  }
}

/** @param {RecordingContext} context @param {string} key */
function getProperty(context, key) {
  if (key in context) return Reflect.get(context, key);
  if (key in context.state) return context.state[key];
  return (/** @type {any[]} */ ...args) => {
    context.calls.push({ name: key, args, state: { ...context.state } });
  };
}

/** @param {RecordingContext} context @param {string} key @param {unknown} value */
function setProperty(context, key, value) {
  context.state[key] = value;
  return true;
}

/** Stands in for OffscreenCanvas and for a canvas of the page. */
export class RecordingCanvas {
  /** @param {number} width @param {number} height */
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.context = new RecordingContext(this);
  }

  getContext() {
    return this.context;
  }

  transferToImageBitmap() {
    return { width: this.width, height: this.height, drawnBy: this.context };
  }
}

/** @param {number} width @param {number} height @returns {any} */
export function createCanvas(width, height) {
  return new RecordingCanvas(width, height);
}

/**
 * A context to draw a layer on.
 * @param {number} [side]
 * @returns {CanvasRenderingContext2D & Pick<RecordingContext, "calls"|"named">}
 */
export function recordingContext(side = 600) {
  return /** @type {any} */ (new RecordingCanvas(side, side).context);
}
