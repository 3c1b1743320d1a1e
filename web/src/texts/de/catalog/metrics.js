// German: the metrics.

/** @type {Record<string, import("../../../lib/translate-catalog.js").EntryWords>} */
export const metrics = {
  js_divergence: {
    label: "JS-Divergenz",
    unit: "Bit",
    help:
      "Wie unähnlich sich echte Punkte und Fälschungen sind, gezählt in 30 × 30 Zellen: 0, wenn sie die Zellen " +
      "gleich füllen, 1, wenn keine Zelle beide enthält. Was außerhalb des Bildes liegt, zählt als eine weitere.",
    misleads:
      "In eine Zelle kann sie nicht hineinsehen, und sobald keine Zelle beide Arten enthält, ist sie 1, wie " +
      "nah oder fern die Fälschungen auch sind.",
  },
  kl_divergence: {
    label: "KL-Divergenz",
    unit: "Bit",
    help:
      "Wie schlecht die Fälschungen die echten Punkte abdecken, gezählt in 30 × 30 Zellen: groß, wo echte Punkte " +
      "sind und keine Fälschungen, sodass ein verlorener Modus sofort auffällt. Was außerhalb des Bildes liegt, " +
      "zählt als eine weitere Zelle.",
    misleads:
      "Fälschungen, wo keine echten Punkte sind, kosten fast nichts: Rauschen in der ganzen Ebene schneidet " +
      "besser ab als ein verlorener Modus.",
  },
  mode_coverage: {
    label: "Modi erreicht",
    help:
      "Wie viele der Modi der Generator erreicht: die, in deren Nähe (3 Standardabweichungen) mindestens eine " +
      "von 2.500 Fälschungen liegt. Eine genügt, wie in den veröffentlichten Tabellen.",
    misleads: "Eine Fälschung genügt: Ein Modus mit einem Tausendstel dessen, was ihm zusteht, gilt als erreicht.",
  },
  high_quality_rate: {
    label: "Gute Fälschungen",
    help:
      "Der Anteil der Fälschungen, die höchstens 3 Standardabweichungen von einem Modus entfernt sind. Perfekt " +
      "sind 98,89 %; mehr heißt, dass die Modi zu eng geraten sind.",
    misleads: "Ein Generator, der nur einen einzigen Modus trifft, und den zu eng, kommt auf 100 %.",
  },
  label_accuracy: {
    label: "Richtige Klasse",
    help:
      "Der Anteil der Fälschungen, die nahe dem Modus liegen, der von G verlangt war (3 Standardabweichungen). Perfekt " +
      "sind 98,89 %; ein G, das nicht hinhört, erreicht einen von so vielen Teilen, wie es Modi gibt.",
    misleads: "Wo sich Modi überlappen, gelten gute Fälschungen, die dem Nachbarn näher sind, als falsch.",
  },
  reconstruction_error: {
    label: "Rückweg-Fehler",
    unit: "Einheiten",
    help:
      "Wie weit echte Punkte von dem entfernt sind, was Encoder und Generator aus ihnen machen, als Wurzel des " +
      "mittleren Quadrats in Einheiten der Ebene; 0 ist perfekt.",
    misleads:
      "G und E können einander bei echten Punkten aufheben, während Fälschungen, deren Rauschen zu keinem Code " +
      "gehört, den Daten gar nicht gleichen.",
  },
};
