// The article, in German: how to tell whether it works.

/** @typedef {import("../../en/article/index.js").Section} Section */

export const judging = {
  judging: /** @type {Section} */ ({
    title: "Woran man es misst",
    blocks: [
      "Die Verluste sagen es nicht. Der von D ist klein, wenn D gut ist oder wenn G schlecht ist; der von G ist klein, wenn G gut " +
        "ist oder wenn D schlecht ist. Flache Verluste können Erfolg bedeuten oder zwei Spieler, die beide aufgegeben haben.",
      "In der Ebene lässt sich messen, worauf es ankommt: Man zieht Tausende echter und gefälschter Punkte und vergleicht.",
      { insert: "metrics" },
      "Zwei Gewohnheiten halten ehrlich. **Sieh auf den Boden.** Auch ein perfekter Generator erreicht nicht 0, weil zwei Handvoll Punkte aus " +
        "derselben Quelle nie ganz gleich sind. Die gestrichelte Linie in jedem Diagramm ist, was er mit ebenso vielen Punkten " +
        "erreichen würde. Darunter kommt niemand, nur weil er besser ist. **Sieh auf zwei Zahlen zugleich.** Ein Generator, der immer " +
        "wieder denselben perfekten Punkt macht, hat die beste Güte und die schlechteste Vielfalt. Erreichte Modi und gute Fälschungen " +
        "gehören zusammen.",
      "Für Bilder kennt niemand die wahre Dichte; dort nimmt man andere Maße, vor allem den Abstand der Merkmale, die ein trainiertes Netz " +
        "in echten und in gefälschten Bildern sieht ([Heusel et al. 2017](heusel-2017)). Sie brauchen dieselben zwei Gewohnheiten.",
    ],
  }),
};
