// German: the sentences of full screen and presenter mode.

/** @type {typeof import("../en/stage.js").stage} */
export const stage = {
  presenter: "Vorführen",
  presenterHelp: "Nichts als das Bild oder das Modell, in großer Schrift, mit einem Ring um den Zeiger.",
  full: "Ganzer Bildschirm",
  fullHelp: "Das Bild oder das Modell auf dem ganzen Bildschirm, mit dem, was man zum Spielen braucht.",
  leaveFull: "Ganzen Bildschirm verlassen",
  leave: "Verlassen",
  views: "Auf der Bühne",
  view: { plot: "Bild", graph: "Modell" },
};
