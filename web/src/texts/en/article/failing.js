// The article, in English: how a GAN fails, and why.

/** @typedef {import("./index.js").Section} Section */

export const failing = {
  failing: /** @type {Section} */ ({
    title: "Why it fails",
    blocks: [
      "Ordinary training goes downhill: there is one loss, and a small enough step makes it smaller. A game has no " +
        "such slope. Each player's move changes the other's landscape. Three failures come up again and again.",
      { heading: "Mode collapse" },
      "A **mode** is a place where many real samples lie, such as one group of the ring. If G finds one that D does not yet " +
        "suspect, it pays to send everything there. D notices and marks the place; G moves on to the next; " +
        "D forgets the first. They run in circles and never cover the whole ring.",
      { figure: "collapse" },
      "The second setting makes D see finer detail and keeps its verdict from becoming a cliff (the rules are called R1 and R2, " +
        "[Mescheder et al. 2018](mescheder-2018)). Now D can point at a missing mode without pushing everything else away.",
      { heading: "Vanishing gradient" },
      "If D gets too good too early, its verdict is 0 at every fake, and it is just as much 0 a little further on. The slope is " +
        "gone, and with it everything that G could learn from ([Arjovsky & Bottou 2017](bottou-2017)). Here D has " +
        "practised alone for a long time. Compare how far G gets with either loss.",
      { figure: "vanish" },
      "What helps: the non-saturating loss; fewer updates or a smaller rate for D; a rule that keeps D's slope " +
        "small; or blurring everything that D sees, so that the clouds overlap.",
      { heading: "Going round in circles" },
      "Even with perfect information the players can miss each other. Take the smallest game there is: one player " +
        "chooses $x$ and wants $x\\cdot y$ small, the other chooses $y$ and wants it large. The rest point is $x=y=0$, but " +
        "the forces there turn around it like water around a drain that lets nothing out.",
      { figure: "circles" },
      "If both move at once, every step leads a little further out. If they take turns they circle for ever. Only " +
        "something that slows the players down, such as a rule on D's slope or an average over past weights, " +
        "lets them come to rest ([Mescheder et al. 2018](mescheder-2018)). In the lab this shows as fakes that " +
        "swing to and fro around the data, and as losses that rise and fall in turn.",
    ],
  }),
};
