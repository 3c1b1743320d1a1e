// What each key does, by the ids of the table of shortcuts.

export const keys = {
  title: "Keys",
  note: "Letters and arrows keep away while you type, and where a slider, a list or the picture uses them.",
  groups: {
    train: "Train",
    picture: "Picture",
    settings: "Settings",
    page: "Page",
  },
  names: { Space: "Space", Shift: "Shift", ArrowRight: "→" },
  to: "–",
  or: "or",
  actions: {
    play: "play or pause",
    "step-both": "one step of both",
    "step-both-ten": "ten steps of both",
    "step-discriminator": "one step of the discriminator alone",
    "step-discriminator-ten": "ten steps of the discriminator alone",
    "step-generator": "one step of the generator alone",
    "step-generator-ten": "ten steps of the generator alone",
    slow: "slow motion, or out of it",
    "next-phase": "the next phase, in slow motion",
    reset: "start again at step 0",
    layers: "show or hide a layer, in the order of the legend",
    undo: "undo the last change of a setting",
    redo: "redo it",
    "full-screen": "the picture on the full screen",
    presenter: "presenter mode, and back",
    "stage-view": "there, the picture or the model",
    help: "this sheet",
  },
};
