// German: the sentences about looking inside a GAN of images.

/** @type {typeof import("../en/inspect.js").inspect} */
export const inspect = {
  title: { fake: (number) => `Erzeugtes Bild ${number}`, real: (number) => `Echtes Bild ${number}` },
  asked: (name) => `verlangt: ${name}`,
  isA: (name) => `Klasse: ${name}`,
  close: "Schließen",
  earlier: "Voriges Bild",
  later: "Nächstes Bild",
  large: "Das Bild in groß",
  waiting: "Schaut nach …",
  at: (step) => `bei Schritt ${step}`,

  verdict: "Urteil von D",
  verdictHelp:
    "Für wie echt der Diskriminator dieses Bild hält, und seine Ausgabe, bevor sie zwischen 0 und 100 % gezwängt wird.",
  share: (percent) => `${percent} echt`,
  raw: (value) => `Ausgabe ${value}`,

  saliency: "Worauf D schaut",
  saliencyHelp:
    "Die Ableitung der Ausgabe von D nach jedem Pixel. Wo sie stark ist, ändert eine kleine Änderung des Pixels das " +
    "Urteil am meisten: Darauf schaut D, und das zu ändern wird dem Generator gesagt.",
  brighter: "heller wirkt hier echter",
  darker: "heller wirkt hier falscher",
  flat: "Die Ausgabe von D hängt hier an keinem Pixel: Aus diesem Bild lernt der Generator nichts.",

  noise: "Sein Rauschen",
  noiseHelp: "Die Zufallszahlen, aus denen der Generator dieses Bild gemacht hat, für jede ein Balken.",
  noiseShown: (count) => `${count} Zufallszahlen`,

  code: "Sein Code",
  codeHelp: "Die Zahlen, die der Encoder für das Rauschen hinter diesem Bild hält, jede ein Balken. Was der Generator daraus macht, steht unter dem Bild.",
  codeShown: (count) => `Ein Code aus ${count} Zahlen`,
  rebuilt: "Was der Generator aus seinem Code macht",
  input: "Woraus es entsteht",
  noNoise: "Dieses Modell hat kein Rauschen, durch das man gehen könnte: Der Generator macht seine Bilder aus anderen, und aus demselben wird jedes Mal das gleiche.",

  neighbours: "Nächste Trainingsbilder",
  neighboursHelp:
    "Die Trainingsbilder, die sich Pixel für Pixel am wenigsten von diesem unterscheiden. Ein Generator, der auswendig " +
    "gelernt hat, gibt Kopien aus: Das nächste Bild ist dann viel näher, als es neue echte Bilder je haben.",
  neighbour: (number, distance) => `Nachbar ${number}, Abstand ${distance}`,
  copied: (distance, low) =>
    `Auswendig gelernt? Das nächste ist ${distance} entfernt; nur 5 % neuer echter Bilder haben eines, das näher als ${low} ist.`,
  usual: (distance, median) =>
    `Keine Kopie: Das nächste ist ${distance} entfernt, neue echte Bilder haben ihres im Mittel bei ${median} (Median).`,
  strange: (distance, median) =>
    `Anders als die Daten: Das nächste ist ${distance} entfernt, neue echte Bilder haben ihres bei ${median} (Median).`,
  realNearest: (distance, median) =>
    `Das nächste andere Trainingsbild ist ${distance} entfernt; neue echte Bilder haben ihres bei ${median} (Median).`,
  measured: (samples) => `Gemessen an ${samples} echten Bildern.`,

  layers: "In den Netzen",
  layersHelp:
    "Was jede Schicht aus diesem Bild macht: ihre Merkmalskarten. Frühe Schichten behalten das Bild, späte sagen, was darin ist.",
  player: "Netz",
  layer: "Schicht",
  layerChoice: (number, label, shape) => `${number} · ${label} · ${shape}`,
  map: (number, low, high) => `Karte ${number}: ${low} bis ${high}`,
  maps: (shown, of) =>
    shown === of
      ? `${of} Karten, jede von ihrem kleinsten Wert, schwarz, bis zu ihrem größten, weiß.`
      : `${shown} von ${of} Karten, jede von ihrem kleinsten Wert, schwarz, bis zu ihrem größten, weiß.`,
  row: (of, low, high) => `${of} Zahlen in Zeilen, von ${low}, schwarz, bis ${high}, weiß.`,
  single: (value) => `Eine Zahl: ${value}.`,
  filters: "Ihre Gewichte",
  filtersHelp: "Die Gewichte dieser Schicht als Bilder: wonach jede ihrer Einheiten sucht, oder was sie malt.",
  filtersOf: (shown, of) =>
    shown === of
      ? `${of} Bilder. Grau ist 0, hell darüber, dunkel darunter.`
      : `${shown} von ${of} Bildern. Grau ist 0, hell darüber, dunkel darunter.`,
  filter: (number) => `Gewichte ${number}`,

  walk: "Gang durchs Rauschen",
  walkHelp: "was im Rauschen nah ist, sollte ähnlich aussehen",
  tools: { line: "Linie", grid: "Raster", arithmetic: "Rechnen", directions: "Richtungen" },
  toolHelp: {
    line: "Der Weg von einem Bild zum nächsten.",
    grid: "Eine Ebene durch das Rauschen, als Karte von Bildern.",
    arithmetic: "Addiere und subtrahiere, was Bilder gemeinsam haben: A − B + C.",
    directions: "Ändere ein Bild entlang dessen, worin sich die Bilder des Generators am meisten unterscheiden.",
  },
  choose: {
    line: "Bilder wählen",
    grid: "Ecken wählen",
    directions: "Bild wählen",
    a: "Bilder für A wählen",
    b: "Bilder für B wählen",
    c: "Bilder für C wählen",
  },
  chooseHelp:
    "Solange das an ist, wählt ein Druck auf ein erzeugtes Bild es aus, und ein zweiter nimmt es wieder heraus.",
  done: "Fertig",
  way: "Weg",
  spherical: "Herum",
  sphericalHelp: "Um die Mitte des Rauschens herum, in der Entfernung, die Rauschen meist hat (sphärisch).",
  straight: "Gerade",
  straightHelp: "In gerader Linie, die durch die Mitte schneidet, wo es fast kein Rauschen gibt.",
  fewer: {
    line: "Wähle zwei erzeugte Bilder oder mehr.",
    grid: "Wähle drei erzeugte Bilder.",
    arithmetic: "Wähle Bilder für A, B und C: erst einen Buchstaben drücken, dann Bilder.",
    directions: "Wähle ein erzeugtes Bild.",
  },
  stop: (number) => `Bild ${number}`,
  between: (from, to, share) => `${share} des Wegs von Bild ${from} zu Bild ${to}`,
  cell: (row, column) => `Zeile ${row}, Spalte ${column}`,
  gridBy: "Aufgespannt von",
  byFakes: "Drei Bilder",
  byFakesHelp: "Das erste Bild steht oben links, das zweite oben rechts, das dritte unten links.",
  byDirections: "Zwei Richtungen",
  byDirectionsHelp: "Das erste Bild steht in der Mitte; quer und nach unten geht es entlang der zwei führenden Richtungen.",
  group: (letter, count) => `${letter}: ${count}`,
  chooseLetter: (letter) => `${letter} wählen`,
  mean: (letter) => `Das Bild des mittleren Rauschens von ${letter}`,
  result: "Das Ergebnis",
  variations: "Darum herum",
  variation: (number) => `Nah am Ergebnis, ${number}`,
  direction: (number, share) => `Richtung ${number}, ${share} der Varianz`,
  directionShort: (number, share) => `${number} · ${share}`,
  amount: (value) => `${value} σ`,
  directionsFound: (samples, layer) => `Aus Schicht ${layer} des Generators für ${samples} Rauschvektoren.`,
  end: (number, value) => `Richtung ${number} bei ${value} σ`,
  back: "Zurück auf 0",
};
