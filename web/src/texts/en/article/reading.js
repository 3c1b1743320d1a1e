// The article, in English: what the picture of the lab shows, layer by layer.

/** @typedef {import("./index.js").Section} Section */

export const reading = {
  picture: /** @type {Section} */ ({
    title: "What the picture shows",
    blocks: [
      "The large picture of the lab is one map with several layers, like a street map with layers for roads, " +
        "rivers and heights. Each is switched in the legend under it. Everything is drawn anew after each step, " +
        "from the networks as they are at that moment.",
      "The fakes are made of the same noise every time. So a purple dot that moves is not a new sample: it is the " +
        "same $z$, which the generator has learned to send elsewhere.",
      "Point at a dot, or tap it, to read its place, what D thinks of it, and how strongly it is pulled.",
    ],
  }),

  layers: /** @type {Section} */ ({
    title: "How to read each layer",
    blocks: [
      { insert: "layers" },
      { figure: "layers" },
      "**Background first.** Strong colours mean that D is sure. Early on that is good: it has found a difference " +
        "that G can learn from. If they stay strong for long, D is winning too clearly. Pale everywhere means that D " +
        "cannot tell, either because G has succeeded or because D is too weak to notice.",
      "**Then the arrows.** Their length is how much G can learn from each fake. Long arrows that all point the same way " +
        "move the whole cloud; short ones in all directions are fine tuning. No arrows under strong colours are " +
        "a warning: D is so sure that its verdict is flat, and a flat verdict points nowhere.",
      "**Then the sheet.** The manifold is a square grid of noise after the generator has bent it. Where the lines are close, " +
        "many fakes land; where they are far apart, few do. G is a smooth function, so the sheet can be stretched " +
        "and folded but not cut: between two separate groups there are always a few fakes on the thin bridge.",
    ],
  }),
};
