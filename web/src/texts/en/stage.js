// The sentences of full screen and presenter mode.

export const stage = {
  presenter: "Presenter mode",
  presenterHelp: "Nothing but the picture or the model, in large type, with a ring around the pointer.",
  full: "Full screen",
  fullHelp: "The picture or the model on the whole screen, with what it needs to play.",
  leaveFull: "Leave full screen",
  leave: "Leave",
  views: "On the stage",
  view: { plot: "Picture", graph: "Model" },
};
