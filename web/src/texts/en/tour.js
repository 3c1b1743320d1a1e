// The sentences of the guided tour, stop by stop.

export const tour = {
  name: "Guided tour",
  start: "Take the guided tour",
  startHelp: "Ten stops at the real controls, in about five minutes.",
  offer: "New here? Take the guided tour",
  /** @param {number} at @param {number} of */
  progress: (at, of) => `Stop ${at} of ${of}`,
  next: "Next",
  finish: "Finish",
  skip: "Skip this stop",
  leave: "Leave the tour",
  show: "Go there",
  predict: "What do you expect?",
  waiting: "Your turn",
  /** @param {string} answer */
  expected: (answer) => `You expected: ${answer}`,

  stops: {
    data: {
      title: "Pick something to imitate",
      text:
        "Each small picture is a distribution: a recipe for real samples. The generator has to learn to make samples " +
        "like them, without being told the recipe.",
      task: "Pick another distribution, two moons for example.",
      after: "A new run stands at step 0, with networks that know nothing yet.",
    },
    colours: {
      title: "Green is real, purple is fake",
      text:
        "Green dots are real samples. Purple dots are what the untrained generator makes of noise. The background is the " +
        "discriminator's verdict: green where it would say “real”, purple where it would say “fake”. It knows " +
        "nothing yet either.",
      after: "Point at any dot to read what is known about it.",
    },
    play: {
      title: "Press play",
      text: "Both players are about to learn in turn, 300 steps a second.",
      predictions: {
        spread: "the purple dots spread over the green ones at once",
        rush: "they rush to one place as a cloud, and spread later",
        stay: "they stay, and only the background changes",
      },
      task: "Press play and watch for a moment.",
      after:
        "At first they mostly move as one cloud, to wherever the discriminator says “real” most surely. It notices the crowd " +
        "there, the background changes, and they are pushed on. Chase by chase they come to cover the green dots.",
    },
    "d-only": {
      title: "Only the discriminator",
      text: "Now look at the players one at a time. Pause first, then let the discriminator learn alone.",
      predictions: {
        dots: "the purple dots move",
        colours: "the background changes, and with it the arrows",
        both: "both",
      },
      task: "Pause, then press “D only” three times.",
      after:
        "Only the background and the arrows change. The discriminator does not move samples; it changes its mind about places. " +
        "The purple dots stay exactly where they were.",
    },
    "g-only": {
      title: "Only the generator",
      text: "The other way round: the discriminator holds still, and each purple dot follows its pink arrow.",
      task: "Press “G only” three times.",
      after:
        "The dots have moved along their arrows, and the background stood still. All that the generator ever learns about the data is " +
        "in those arrows.",
    },
    layers: {
      title: "Look underneath",
      text:
        "The picture has layers. The manifold shows how the generator bends a square grid of noise to lay it over the data: where " +
        "its lines are close, many fakes land.",
      task: "Switch the layer “manifold”.",
      after: "The grid can be stretched and folded, but never torn: that is why a few fakes lie between separate groups.",
    },
    loss: {
      title: "Change the rules",
      text:
        "The loss says what each player tries to achieve. Most settings can be changed while it trains; those that begin a new run " +
        "say so.",
      task: "Choose another loss.",
      after: "It took effect at the next step, and the run went on. What it means stands beside it; undo brings the old one back.",
    },
    break: {
      title: "Break it",
      text: "There are presets that fail on purpose. In “Mode collapse” the discriminator is weak, and the generator moves twice for each of its moves.",
      predictions: {
        all: "the fakes cover all eight groups, only more slowly",
        jump: "they crowd on one or two groups, and jump",
        still: "they come to rest in the middle",
      },
      task: "Choose the preset “Mode collapse”, press play, and watch 1,000 steps.",
      after:
        "Sending everything to one group pays until the discriminator notices. Then it pays to send everything to the next. Nothing in " +
        "this game ever rewards covering all of them at once.",
      /** @param {number} covered @param {number} modes */
      measured: (covered, modes) => `Just now the fakes reach ${covered} of ${modes} groups.`,
    },
    metrics: {
      title: "Do not trust your eyes alone",
      text:
        "The JS divergence compares thousands of real and fake samples: 0 would be alike, 1 nothing in common. The dashed line is the floor: " +
        "even a perfect generator would score that much, because two handfuls of samples are never quite alike.",
      after: "Low is good, but never below the floor. A curve that swings is a game that goes round in circles.",
    },
    end: {
      title: "Where to go on",
      text:
        "“Learn” is an article with small labs in the text. The presets are worth a look one by one: each says what to watch for. " +
        "And whatever you find can be shared: the address always holds your settings.",
      after: "You can take this tour again from the help sheet.",
    },
  },
};
