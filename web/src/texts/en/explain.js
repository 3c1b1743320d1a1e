// What the page's own controls and numbers mean; those of the catalog bring their help with them.

export const explain = {
  theme: "Light, dark, or as your system has it.",
  help: "What the colours mean, and every key.",
  language: "The page is loaded again in this language; the run goes on where it is.",
  menus: {
    export: "Take out what is in the lab, or bring it back.",
    page: "Export, the look of the page, and help.",
  },
  preset: "Settings of the whole game, ready made. Undo brings yours back.",
  data: "The real samples: what the generator must learn to imitate without ever seeing it.",
  step: {
    label: "Step",
    help:
      "How many rounds of the game this run has played. In each round the discriminator and the " +
      "generator learn as often as their updates per step say.",
  },
  stepRate: "How many rounds the server trains each second; 0 while it is paused. The slider sets what it aims at.",
  players: {
    both: "One round: the discriminator learns, and the generator answers.",
    discriminator: "The generator stays as it is. Do it again and again, and the discriminator becomes as sharp as it can be.",
    generator: "The discriminator stays as it is. Do it again and again, and all fakes run to where it says real.",
  },
  playFirst: "The generator learns to put its fakes where the real dots are.",
  tabs: {
    metrics: "How good the fakes are, in numbers and curves.",
    model: "The two networks, and everything that can be set.",
  },
  more: "Settings that are seldom changed.",
  /** @param {string} group */
  moreOf: (group) => `More: ${group}`,
  modeMap: {
    label: "The modes of the data",
    help:
      "A mode is a place where real samples crowd. Each dot is one of them, as large as its share " +
      "of the fakes; a dashed ring has none.",
  },
  playerLoss: {
    d: "What the discriminator tries to make small at this step.",
    g: "What the generator tries to make small at this step.",
  },
};
