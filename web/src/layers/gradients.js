// Layer: at each fake sample, the direction that would lower the generator's loss.
import { arrowLength, arrowScale, traceArrow } from "./arrows.js";

/** @typedef {{colour: string, norms: Float32Array}} Brush */

const ALPHA = 0.85;
const SHAFT_WIDTH = 1.25;
const MINIATURE_SHAFT_WIDTH = 0.9;
const MINIATURE_ARROWS = 90;

/** @type {import("./index.js").Layer} */
export const gradients = {
  id: "gradients",
  label: "gradients",
  help: "where each fake must move to fool the discriminator.",
  colour: "--grad",
  shown: true,
  depth: 3,
  arrays: ["fake", "gradients"],
  swatch: () => [
    { d: "M2 12 9 5", stroke: "--grad", width: 1.5 },
    { d: "M12.5 1.5 11 7.5 6.5 3z", fill: "--grad" },
  ],
  prepare: (look) => ({ colour: look.palette.grad, norms: new Float32Array(0) }),
  draw(ctx, frame, scale, /** @type {Brush} */ brush) {
    const { fake, gradients: vectors } = frame.arrays;
    if (!fake || !vectors) return;
    if (brush.norms.length !== vectors.length / 2) {
      brush.norms = new Float32Array(vectors.length / 2);
    }
    const perUnit = arrowScale(vectors, brush.norms, scale.side);
    ctx.globalAlpha = ALPHA;
    ctx.fillStyle = brush.colour;
    ctx.beginPath(); // one for all: where they cross, they are as strong as elsewhere
    const width = scale.isMiniature ? MINIATURE_SHAFT_WIDTH : SHAFT_WIDTH;
    const numbers = scale.isMiniature ? Math.min(vectors.length, 2 * MINIATURE_ARROWS) : vectors.length;
    for (let i = 0; i < numbers; i += 2) {
      const norm = Math.hypot(vectors[i], vectors[i + 1]);
      const length = arrowLength(norm, perUnit, scale.side);
      const x = scale.x(fake[i]);
      const y = scale.y(fake[i + 1]);
      if (length > 0 && scale.holds(x, y)) {
        traceArrow(ctx, x, y, vectors[i] / norm, -vectors[i + 1] / norm, length, width);
      }
    }
    ctx.fill();
    ctx.globalAlpha = 1;
  },
};
