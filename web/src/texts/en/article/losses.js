// The article, in English: what the players minimize.

/** @typedef {import("./index.js").Section} Section */

export const losses = {
  losses: /** @type {Section} */ ({
    title: "What the players minimize",
    blocks: [
      "In the original game D wants to make this number large, and G wants to make the same number small:",
      { tex: "V(D,G)=\\mathbb{E}_{x}\\bigl[\\log D(x)\\bigr]+\\mathbb{E}_{z}\\bigl[\\log(1-D(G(z)))\\bigr]" },
      "$\\mathbb{E}$ means the average: over real samples $x$ in the first part, over noise $z$ in the second. Such a game, in " +
        "which one player's gain is the other's loss, is called **minimax** or zero-sum.",
      "If D always were the best one possible, G's part would be a distance between the two clouds:",
      { tex: "V(D^*,G)=-\\log 4+2\\,\\mathrm{JS}(p,q)" },
      "JS is the **Jensen–Shannon divergence**. It is 0 when the clouds are alike, and $\\log 2$ when they have nothing in common. " +
        "So the minimax game makes sense: who wins it has copied the data.",
      "In practice G gets a different loss. At the start its fakes are bad and D is sure of it, $D(G(z))\\approx 0$. " +
        "Just there $\\log(1-D)$ is nearly flat, and G would learn next to nothing. So it is given " +
        "$-\\log D(G(z))$ instead, which is steep exactly where G is losing: the **non-saturating** loss. Move the " +
        "slider to see how hard each loss pulls.",
      { figure: "curves" },
      "Other losses change the question. **Least squares** ([Mao et al. 2017](mao-2017)) also pulls at fakes that already " +
        "fool D but lie far from its border. **Hinge** ([Lim & Ye 2017](lim-2017)) stops teaching D what it has understood. " +
        "**Wasserstein** ([Arjovsky et al. 2017](arjovsky-2017)) lets D be a yardstick instead of a judge: " +
        "it measures how far the fakes must travel, which still makes sense when the clouds do not touch, provided that " +
        "D's slope is kept small.",
    ],
  }),
};
