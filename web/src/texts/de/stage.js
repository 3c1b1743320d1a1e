// German: the sentences of full screen and presenter mode.

/** @type {typeof import("../en/stage.js").stage} */
export const stage = {
  presenter: "Vorführen",
  presenterHelp: "Nichts als das Bild oder das Modell, in großer Schrift, mit einem Ring um den Zeiger.",
  full: "Ganzer Bildschirm",
  leaveFull: "Ganzen Bildschirm verlassen",
  leave: "Verlassen",
  views: "Auf der Bühne",
  view: { plot: "Bild", graph: "Modell" },
};
