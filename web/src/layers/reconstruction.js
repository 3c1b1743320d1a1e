// Layer: from each real sample a line to what encoder and generator make of it.

/** @typedef {{colour: string}} Brush */

const WIDTH = 1.25;
const DOT_RADIUS = 2;
const ALPHA = 0.75;
const MOST = 225; // all of them would hide the picture

/** @type {import("./index.js").Layer} */
export const reconstruction = {
  id: "reconstruction",
  label: "rebuilt",
  help: "lines from real samples to their reconstructions G(E(x)).",
  colour: "--rec",
  shown: true,
  depth: 3.5,
  arrays: ["real", "reconstruction"],
  applies: (session) => Boolean(session?.encoder),
  swatch: () => [
    { d: "M2.5 11.5 10 4", stroke: "--rec", width: 1.5 },
    { d: "M10.5 1.5a2 2 0 1 1 0 4a2 2 0 1 1 0-4z", fill: "--rec" },
  ],
  prepare: (look) => ({ colour: look.palette.rec }),
  draw(ctx, { arrays: { real, reconstruction: made } }, scale, /** @type {Brush} */ { colour }) {
    if (!real || !made || real.length !== made.length) return;
    const numbers = Math.min(real.length, 2 * MOST);
    ctx.globalAlpha = ALPHA;
    ctx.strokeStyle = colour;
    ctx.fillStyle = colour;
    ctx.lineWidth = WIDTH;
    ctx.beginPath();
    for (let i = 0; i < numbers; i += 2) {
      ctx.moveTo(scale.x(real[i]), scale.y(real[i + 1]));
      ctx.lineTo(scale.x(made[i]), scale.y(made[i + 1]));
    }
    ctx.stroke();
    ctx.beginPath();
    for (let i = 0; i < numbers; i += 2) {
      const x = scale.x(made[i]);
      const y = scale.y(made[i + 1]);
      ctx.moveTo(x + DOT_RADIUS, y);
      ctx.arc(x, y, DOT_RADIUS, 0, 2 * Math.PI);
    }
    ctx.fill();
    ctx.globalAlpha = 1;
  },
};
