// The article, in German: what the players minimize.

/** @typedef {import("../../en/article/index.js").Section} Section */

export const losses = {
  losses: /** @type {Section} */ ({
    title: "Was die Spieler minimieren",
    blocks: [
      "Im ursprünglichen Spiel will D diese Zahl groß machen, und G will dieselbe Zahl klein machen:",
      { tex: "V(D,G)=\\mathbb{E}_{x}\\bigl[\\log D(x)\\bigr]+\\mathbb{E}_{z}\\bigl[\\log(1-D(G(z)))\\bigr]" },
      "$\\mathbb{E}$ ist das Mittel: im ersten Teil über echte Punkte $x$, im zweiten über Rauschen $z$. Ein solches Spiel, in dem der " +
        "Gewinn des einen der Verlust des anderen ist, heißt **Minimax** oder Nullsummenspiel.",
      "Wäre D immer das bestmögliche, so wäre der Teil von G ein Abstand der beiden Wolken:",
      { tex: "V(D^*,G)=-\\log 4+2\\,\\mathrm{JS}(p,q)" },
      "JS ist die **Jensen-Shannon-Divergenz**. Sie ist 0, wenn die Wolken gleich sind, und $\\log 2$, wenn sie nichts gemeinsam " +
        "haben. Das Minimax-Spiel hat also Sinn: Wer es gewinnt, hat die Daten nachgemacht.",
      "In der Praxis bekommt G einen anderen Verlust. Am Anfang sind seine Fälschungen schlecht, und D ist sich dessen sicher, " +
        "$D(G(z))\\approx 0$. Gerade dort ist $\\log(1-D)$ fast flach, und G würde so gut wie nichts lernen. Darum bekommt es " +
        "stattdessen $-\\log D(G(z))$, und das ist genau dort steil, wo G verliert: der **nicht sättigende** Verlust. Beweg den " +
        "Regler, um zu sehen, wie stark jeder Verlust zieht.",
      { figure: "curves" },
      "Andere Verluste ändern die Frage. **Kleinste Quadrate** ([Mao et al. 2017](mao-2017)) ziehen auch an Fälschungen, die D schon " +
        "täuschen, aber weit von seiner Grenze liegen. **Hinge** ([Lim & Ye 2017](lim-2017)) hört auf, D zu lehren, was es verstanden " +
        "hat. **Wasserstein** ([Arjovsky et al. 2017](arjovsky-2017)) macht D zum Maßstab statt zum Richter: Es misst, wie weit die " +
        "Fälschungen reisen müssen; das hat auch dann Sinn, wenn sich die Wolken nicht berühren, sofern D flach gehalten wird.",
    ],
  }),
};
