// The article, in German: what the picture of the lab shows, layer by layer.

/** @typedef {import("../../en/article/index.js").Section} Section */

export const reading = {
  picture: /** @type {Section} */ ({
    title: "Was das Bild zeigt",
    blocks: [
      "Das große Bild des Labors ist eine Karte mit mehreren Ebenen, wie ein Stadtplan mit Straßen, Flüssen und Höhen. Jede " +
        "schaltet man in der Legende darunter. Alles wird nach jedem Schritt neu gezeichnet, aus den Netzen, wie sie in " +
        "diesem Augenblick sind.",
      "Die Fälschungen entstehen jedes Mal aus demselben Rauschen. Ein violetter Punkt, der sich bewegt, ist also kein neuer: " +
        "Es ist dasselbe $z$, das der Generator anderswohin zu schicken gelernt hat.",
      "Zeig auf einen Punkt oder tippe ihn an, um zu lesen, wo er liegt, was D von ihm hält und wie stark er gezogen wird.",
    ],
  }),

  layers: /** @type {Section} */ ({
    title: "Wie man jede Ebene liest",
    blocks: [
      { insert: "layers" },
      { figure: "layers" },
      "**Zuerst der Hintergrund.** Kräftige Farben heißen, dass D sich sicher ist. Am Anfang ist das gut: Es hat einen Unterschied " +
        "gefunden, aus dem G lernen kann. Bleiben sie lange kräftig, gewinnt D zu deutlich. Blass überall heißt, dass D es " +
        "nicht sagen kann, weil G Erfolg hatte oder weil D zu schwach ist, um etwas zu merken.",
      "**Dann die Pfeile.** Ihre Länge ist, wie viel G aus jeder Fälschung lernen kann. Lange Pfeile, die alle in eine Richtung zeigen, " +
        "bewegen die ganze Wolke; kurze in alle Richtungen sind Feinarbeit. Keine Pfeile unter kräftigen Farben sind ein " +
        "Warnzeichen: D ist sich so sicher, dass sein Urteil flach ist, und ein flaches Urteil zeigt nirgendwohin.",
      "**Dann das Gitter.** Es ist ein quadratisches Netz aus Rauschen, nachdem der Generator es gebogen hat. Wo die Linien " +
        "eng liegen, landen viele Fälschungen; wo sie weit sind, wenige. G ist eine glatte Funktion, das Gitter lässt sich also " +
        "dehnen und falten, aber nicht zerschneiden: Zwischen zwei getrennten Gruppen stehen immer ein paar Fälschungen auf " +
        "der dünnen Brücke.",
    ],
  }),
};
