// The article, in English: how to tell whether it works.

/** @typedef {import("./index.js").Section} Section */

export const judging = {
  judging: /** @type {Section} */ ({
    title: "How to judge it",
    blocks: [
      "The losses will not tell you. D's loss is small when D is good or when G is bad; G's loss is small when " +
        "G is good or when D is bad. Flat losses may mean success, or two players who have both given up.",
      "In the plane one can measure what matters: draw thousands of real and fake samples and compare.",
      { insert: "metrics" },
      "Two habits keep one honest. **Look at the floor.** Even a perfect generator does not score 0, because two handfuls of samples " +
        "from the same source are never quite alike. The dashed line in each chart is what it would " +
        "score with as many samples. Nobody gets below it by being better. **Look at two numbers at once.** " +
        "A generator that makes one perfect sample over and over has the best quality and the worst variety. " +
        "Modes covered and high-quality samples belong together.",
      "For images nobody knows the true density, so other yardsticks are used, above all the distance between the features " +
        "that a trained network sees in real and in fake pictures ([Heusel et al. 2017](heusel-2017)). They need the same two habits.",
    ],
  }),
};
