// The article, in English: experiments to make, and where the ideas come from.

/** @typedef {import("./index.js").Section} Section */

export const trying = {
  trying: /** @type {Section} */ ({
    title: "What to try",
    blocks: [
      "Each button puts the settings into the lab and takes you there. Say what you expect before you press play: " +
        "being wrong is where one learns.",
      {
        preset: "ring_all_modes",
        text:
          "**Watch it work.** How many steps until all eight groups are found? Start again with another seed: is it " +
          "always the same group that comes last?",
      },
      {
        preset: "mode_collapse",
        text:
          "**Mend a collapse.** Let the fakes jump from mode to mode for a while. Then change one thing: give D more " +
          "units, lower its opponent's updates to 1, or switch R1 on. Which of them is enough?",
      },
      {
        preset: "wasserstein_gp",
        text:
          "**Take the leash off.** While it trains, switch the gradient penalty off. What does D's loss do, and why " +
          "can nothing stop it?",
      },
      {
        preset: "grid_all_modes",
        text:
          "**A harder test.** Twenty-five small targets. Show the manifold and see where its thin bridges run; then halve the " +
          "generator's units.",
      },
      {
        preset: "gan_lab",
        text:
          "**How it began.** The settings of GAN Lab, where many people first saw a GAN learn. Switch both optimizers from " +
          "SGD to Adam: what becomes faster, and what becomes shakier?",
      },
      { heading: "All presets" },
      { insert: "presets" },
    ],
  }),

  sources: /** @type {Section} */ ({
    title: "Where the ideas come from",
    blocks: [
      "This lab stands on the work of others. The picture of two clouds, a coloured background and a bent grid comes from " +
        "GAN Lab ([Kahng et al. 2018](kahng-2018)).",
      { insert: "sources" },
    ],
  }),
};
