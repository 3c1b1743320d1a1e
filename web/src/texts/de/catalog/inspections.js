// German: looks inside a GAN of images.

/** @type {Record<string, import("../../../lib/translate-catalog.js").EntryWords>} */
export const inspections = {
  image: {
    label: "Ein Bild",
    help:
      "Ein Bild in groß: für wie echt D es hält, an welchen Pixeln die Ausgabe von D hängt, das Rauschen, aus dem es " +
      "gemacht wurde, und die Trainingsbilder, die ihm am nächsten sind.",
  },
  walk: {
    label: "Gang",
    help:
      "Bilder auf dem Weg von einem Rauschvektor zum anderen. Bei einem guten Generator ändern sie sich fließend, und " +
      "jedes unterwegs sieht echt aus; wo er nur Bilder auswendig gelernt hat, springen sie.",
  },
  slice: {
    label: "Schnitt",
    help:
      "Eine Ebene durch den Raum des Rauschens, aufgespannt von drei Bildern oder von zwei führenden Richtungen: eine " +
      "Karte dessen, was der Generator dazwischen malt.",
  },
  arithmetic: {
    label: "Rechnen",
    help:
      "Mittelt das Rauschen jeder Gruppe, zieht das von B von dem von A ab und addiert das von C. Wo A und B sich in " +
      "einem Merkmal unterscheiden, bekommt C dieses Merkmal. Mit je einem einzigen Bild ist das oft unstet, darum " +
      "werden drei oder mehr gemittelt.",
  },
  directions: {
    label: "Richtungen",
    help:
      "Die Richtungen im Rauschen, entlang derer sich die inneren Merkmale des Generators am meisten unterscheiden, " +
      "ohne Labels gefunden. Ein Bild entlang einer zu verschieben ändert, was der Generator selbst als eines " +
      "behandelt, etwa wie dick oder wie schräg eine Ziffer ist.",
  },
  features: {
    label: "Merkmalskarten",
    help:
      "Was eine Schicht eines der beiden Spieler für ein Bild ausgibt, Karte für Karte: wo im Bild jedes ihrer Merkmale " +
      "gefunden wird. Jede Karte reicht von ihrem kleinsten Wert, schwarz, bis zu ihrem größten, weiß.",
  },
  filters: {
    label: "Filter",
    help:
      "Die Gewichte einer Schicht als Bilder: wonach jede ihrer Einheiten sucht, oder was sie malt. Grau ist ein " +
      "Gewicht von 0, hell ein positives und dunkel ein negatives.",
  },
};
