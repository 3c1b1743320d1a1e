// German: looks inside a GAN of images.

const PLACES = "Ihre Plätze unter den erzeugten Bildern, die zu sehen sind, ab 0.";
const place = { label: "Bild", help: "Sein Platz unter denen, die zu sehen sind, ab 0." };
const side = {
  label: "Bilder",
  help: "Ob ein erzeugtes oder ein echtes Bild angesehen wird.",
  choices: { fake: "Erzeugte", real: "Echte" },
};
const player = { label: "Netz", choices: { generator: "Generator", discriminator: "Diskriminator" } };

/** @type {Record<string, import("../../../lib/translate-catalog.js").EntryWords>} */
export const inspections = {
  image: {
    label: "Ein Bild",
    help:
      "Ein Bild in groß: für wie echt D es hält, an welchen Pixeln die Ausgabe von D hängt, das Rauschen, aus dem es " +
      "gemacht wurde, und die Trainingsbilder, die ihm am nächsten sind.",
    params: { side, index: place },
  },
  walk: {
    label: "Gang",
    help:
      "Bilder auf dem Weg von einem Rauschvektor zum anderen. Bei einem guten Generator ändern sie sich fließend, und " +
      "jedes unterwegs sieht echt aus; wo er nur Bilder auswendig gelernt hat, springen sie.",
    params: {
      picks: { label: "Von, über, nach", help: PLACES },
      steps: { label: "Schritte von einem zum nächsten" },
      spherical: { label: "Herum", help: "Um die Mitte des Rauschens herum, in dem Abstand, den Rauschen meist hat." },
      closed: { label: "Zurück zum ersten", help: "Für einen Film ohne Ende." },
    },
  },
  slice: {
    label: "Schnitt",
    help:
      "Eine Ebene durch den Raum des Rauschens, aufgespannt von drei Bildern oder von zwei führenden Richtungen: eine " +
      "Karte dessen, was der Generator dazwischen malt.",
    params: {
      by: { label: "Aufgespannt von", choices: { fakes: "Drei Bildern", directions: "Zwei Richtungen" } },
      picks: { label: "Ecken, oder die Mitte", help: PLACES },
      side: { label: "Bilder je Seite" },
      spherical: { label: "Länge behalten", help: "Zieht jeden Punkt in den Abstand von der Mitte, den Rauschen meist hat." },
      first: { label: "Quer", help: "Eine führende Richtung." },
      second: { label: "Abwärts", help: "Eine führende Richtung." },
      reach: { label: "Standardabweichungen zu jeder Seite" },
    },
  },
  arithmetic: {
    label: "Rechnen",
    help:
      "Mittelt das Rauschen jeder Gruppe, zieht das von B von dem von A ab und addiert das von C. Wo A und B sich in " +
      "einem Merkmal unterscheiden, bekommt C dieses Merkmal. Mit je einem einzigen Bild ist das oft unstet, darum " +
      "werden drei oder mehr gemittelt.",
    params: { a: { help: PLACES }, b: { help: PLACES }, c: { help: PLACES } },
  },
  directions: {
    label: "Richtungen",
    help:
      "Die Richtungen im Rauschen, entlang derer sich die inneren Merkmale des Generators am meisten unterscheiden, " +
      "ohne Labels gefunden. Ein Bild entlang einer zu verschieben ändert, was der Generator selbst als eines " +
      "behandelt, etwa wie dick oder wie schräg eine Ziffer ist.",
    params: {
      image: place,
      amounts: { label: "Standardabweichungen entlang jeder" },
      components: { label: "Richtungen" },
      count: { label: "Bilder entlang jeder" },
      layer: { label: "Schicht", help: "0 ist die erste, die lernt." },
    },
  },
  features: {
    label: "Merkmalskarten",
    help:
      "Was eine Schicht eines der beiden Spieler für ein Bild ausgibt, Karte für Karte: wo im Bild jedes ihrer Merkmale " +
      "gefunden wird. Jede Karte reicht von ihrem kleinsten Wert, schwarz, bis zu ihrem größten, weiß.",
    params: { side, index: place, player, layer: { label: "Schicht", help: "Ab 1, der nächsten an der Eingabe." } },
  },
  filters: {
    label: "Filter",
    help:
      "Die Gewichte einer Schicht als Bilder: wonach jede ihrer Einheiten sucht, oder was sie malt. Grau ist ein " +
      "Gewicht von 0, hell ein positives und dunkel ein negatives.",
    params: { player, layer: { label: "Schicht", help: "Ab 1; 0 ist die erste, die Bilder hat." } },
  },
};
