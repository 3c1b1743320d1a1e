// The article, in English: what a GAN is, and how its two players learn.

/** @typedef {import("./index.js").Section} Section */

export const playing = {
  what: /** @type {Section} */ ({
    title: "What a GAN is",
    blocks: [
      "Suppose you have a few hundred examples of something (handwriting, faces, or, as here, dots on a " +
        "plane) and want a machine that makes more of the same kind. Nobody can write down the rule by which " +
        "the examples came about. All you have is the examples: the **real samples**.",
      "A **generative adversarial network**, GAN for short, solves this with two neural networks that " +
        "play against each other ([Goodfellow et al. 2014](goodfellow-2014)). The **generator** G makes " +
        "**fake samples**. The **discriminator** D is shown real and fake samples and says how likely " +
        "each one is real: that number, between 0 and 1, is its **verdict**.",
      "Neither is told the rule. D is only told afterwards which samples were real. G never sees a real " +
        "sample at all: the only thing it ever learns from is what D thinks of its fakes. It is like " +
        "learning to paint by showing your pictures to a critic who also is still learning.",
      "Where do the fakes come from? G is an ordinary function. It is fed **noise**, a few random numbers " +
        "called $z$, and turns them into a point $G(z)$. Other noise, another fake. To learn is to change " +
        "the function, until the points that come out are spread as the real ones are.",
      "Here everything happens in the plane, with two coordinates for each sample. That is not how GANs are " +
        "used, but it is how they can be seen: nothing is hidden, and what goes wrong with faces goes wrong " +
        "with dots as well, for the same reasons.",
    ],
  }),

  how: /** @type {Section} */ ({
    title: "How it learns",
    blocks: [
      "Each player has a number that it wants to make small, its **loss**. D's loss is small when its verdicts " +
        "are right: near 1 on real samples, near 0 on fakes. G's loss is small when D is wrong about " +
        "the fakes. A network makes its loss smaller by a small change of all of its weights, in the direction in " +
        "which the loss falls fastest; that direction is the **gradient**, and the size of the change " +
        "is set by the **learning rate**.",
      "They take turns: D learns from one batch of real and fake samples, then G learns from D's answer. " +
        "One such round is a **step**. Look at each player alone first.",
      { heading: "The discriminator alone" },
      "In this small lab the generator is frozen. Press play: the background shows D's verdict at every place of the " +
        "plane, green where it would say “real”, purple where it would say “fake”.",
      { figure: "d-alone" },
      "D soon draws a border between the two clouds. What it finds has a name. For each place, " +
        "let $p(x)$ be how densely the real samples lie there, and $q(x)$ how densely the fakes do. The best " +
        "possible verdict is",
      { tex: "D^*(x)=\\frac{p(x)}{p(x)+q(x)}" },
      "the share of the real ones among all samples that turn up at $x$. Where the two clouds are equally dense, " +
        "nobody can do better than to say one half, and the picture is pale.",
      { heading: "The generator alone" },
      "Now the other way round: D has learned for a while and is then frozen. Each pink arrow is what G learns from: " +
        "the direction in which D's verdict rises fastest, where that fake stands.",
      { figure: "g-alone" },
      "Left alone, G does not spread over the real samples. It runs to the one place that D likes best, and everything " +
        "piles up there. A fixed critic can always be outwitted. Press the button to let D learn again: " +
        "it finds the pile, the green moves elsewhere, and the arrows point to a new place.",
      { heading: "Both together" },
      "Take turns quickly enough, and the chase becomes learning. As soon as too many fakes crowd at one place, D marks it " +
        "as suspicious and pushes them on to where real samples are not yet covered.",
      { figure: "both" },
      "The game can come to rest only when the fakes are spread exactly as the real samples are: then $p=q$, the best " +
        "verdict is one half everywhere, the background is pale, and no arrow is left. That is the **equilibrium**. " +
        "Whether one gets there is another question, and most of the rest of this page is about it.",
    ],
  }),
};
